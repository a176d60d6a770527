/** Asks an interpreter for its version, isolated: no file of the workspace is imported. */

import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { promisify } from "node:util";

import type { Python } from "./python";

const run = promisify(execFile);
const OLDEST = [3, 10];
const PROGRAM = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)";
const PATIENCE = 10_000; // milliseconds; a cold disk is slow

/** The Python behind a file, or why it cannot be used. */
export async function probe(file: string): Promise<Python | string> {
  try {
    const { stdout } = await run(file, ["-I", "-c", PROGRAM], { timeout: PATIENCE, cwd: tmpdir() });
    const [version, executable] = stdout.split(/\r?\n/);
    const [major, minor] = version.split(".").map(Number);
    if (!(major >= 0 && minor >= 0)) {
      return `${file} is no Python`;
    }
    const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
    return enough ? { file: executable || file, version } : `${file} is Python ${version}`;
  } catch (error) {
    return `${file} ${reason(error as NodeJS.ErrnoException & { killed?: boolean })}`;
  }
}

function reason(error: NodeJS.ErrnoException & { killed?: boolean }): string {
  if (error.killed) {
    return "does not answer";
  }
  const known: Record<string, string> = { ENOENT: "is not there", EACCES: "may not be run", ENOTDIR: "is not there" };
  return known[String(error.code)] ?? "is no Python that runs";
}
