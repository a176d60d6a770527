// node hovers.mjs JOB: a picture of each hover the job lists, and what it said, in pictures/hovers.json.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { VSCode } from "./window.mjs";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const window = await VSCode.start(job);
const seen = [];
try {
  for (const [number, { file, at }] of job.hovers.entries()) {
    const name = String(number + 1).padStart(2, "0");
    try {
      if (window.file !== file) {
        await window.open(file);
      }
      await window.goTo(at);
      const shown = await window.hover();
      await window.picture(name);
      seen.push({ name, file, at, ...shown });
      await window.unhover();
    } catch (error) {
      await window.picture(`${name}-failed`);
      seen.push({ name, file, at, error: String(error) });
    }
    console.log(`${name} ${file} ${at}`);
  }
} finally {
  await window.close();
  writeFileSync(path.join(job.pictures, "hovers.json"), JSON.stringify(seen, null, 2));
}
