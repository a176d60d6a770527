/** Finds a Python 3.10 or newer to run the server with. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";

import * as vscode from "vscode";

const run = promisify(execFile);
const OLDEST = [3, 10];
const PROBE = "import sys; print('%d.%d' % sys.version_info[:2])";

export interface Python {
  command: string;
  version: string;
}

export interface Search {
  found?: Python;
  /** What was tried and why it was not taken, for the message. */
  refused: string[];
}

/** The setting, the Python extension's choice, the environment, PATH; folders of the workspace only when trusted. */
export async function findPython(): Promise<Search> {
  const refused: string[] = [];
  for (const command of await candidates()) {
    const outcome = await probe(command);
    if (typeof outcome !== "string") {
      return { found: outcome, refused };
    }
    refused.push(outcome);
  }
  return { refused };
}

async function candidates(): Promise<string[]> {
  const settings = vscode.workspace.getConfiguration("djangoCheatsheet");
  const set = settings.get<string | null>("python.interpreter");
  const list = [expandHome(set), await chosenInPythonExtension()];
  if (vscode.workspace.isTrusted) {
    list.push(inEnvironment(process.env.VIRTUAL_ENV), ...inFolders());
  }
  const names = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];
  const newer = ["3.14", "3.13", "3.12", "3.11", "3.10"].map((version) => `python${version}`);
  return [...new Set([...list, ...names, ...newer].filter((item): item is string => Boolean(item)))];
}

function expandHome(value: string | null | undefined): string | undefined {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? "";
  return value ? value.replace(/^~(?=[/\\])/, home) : undefined;
}

async function chosenInPythonExtension(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  if (!extension || !vscode.workspace.isTrusted) {
    return undefined;
  }
  try {
    const api = extension.isActive ? extension.exports : await extension.activate();
    return api?.environments?.getActiveEnvironmentPath?.()?.path;
  } catch {
    return undefined;
  }
}

function inFolders(): (string | undefined)[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.flatMap((folder) =>
    [".venv", "venv", "env"].map((name) => inEnvironment(path.join(folder.uri.fsPath, name))),
  );
}

function inEnvironment(folder: string | undefined): string | undefined {
  if (!folder) {
    return undefined;
  }
  const parts = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  const file = path.join(folder, ...parts);
  return existsSync(file) ? file : undefined;
}

/** The Python behind a command, or why it cannot be used. */
async function probe(command: string): Promise<Python | string> {
  try {
    const { stdout } = await run(command, ["-I", "-c", PROBE], { timeout: 10_000 });
    const version = stdout.trim();
    const [major, minor] = version.split(".").map(Number);
    const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
    return enough ? { command, version } : `${command} is Python ${version}`;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT" ? `${command}: not found` : `${command}: cannot be run (${code ?? "error"})`;
  }
}
