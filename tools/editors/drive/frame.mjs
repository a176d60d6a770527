// One journey: the job of argv[2] walked through in a fresh window, what was seen as JSON on stdout.

import { readFileSync } from "node:fs";

import { VSCode } from "./window.mjs";

const PATIENCE = 300_000; // a journey that takes longer has lost its way

/** `walk(window, job, seen)` fills `seen`; where it fails, `seen.problem` says how, with a picture. */
export async function journey(walk) {
  const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const seen = {};
  let window;
  try {
    window = await VSCode.start(job);
    await Promise.race([walk(window, job, seen), lost()]);
  } catch (error) {
    seen.problem = String(error?.stack ?? error);
    await window?.picture(`${job.name ?? "journey"}-problem`).catch(() => undefined);
  } finally {
    await window?.close();
  }
  console.log(JSON.stringify(seen));
  process.exit();
}

function lost() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("the journey took too long")), PATIENCE).unref());
}
