/** Where interpreters lie: in an environment's folder, on the PATH. Nothing is started here. */

import { existsSync, realpathSync, statSync } from "node:fs";
import * as path from "node:path";

import * as vscode from "vscode";

const WINDOWS = process.platform === "win32";

export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The interpreter of a virtual environment. */
export function inEnvironment(folder: string): string | undefined {
  const file = path.join(folder, ...(WINDOWS ? ["Scripts", "python.exe"] : ["bin", "python"]));
  return existsSync(file) ? file : undefined;
}

/**
 * The program of that name, by its absolute path: what is started must not depend on the folder it is started in.
 * While the workspace is not trusted, a folder inside it that stands on the PATH does not count.
 */
export function onPath(name: string): string | undefined {
  const file = WINDOWS && !path.extname(name) ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const found = folders.map((folder) => path.join(folder, file)).filter((one) => existsSync(one) && !isFolder(one));
  return found.find((one) => vscode.workspace.isTrusted || !inWorkspace(one));
}

function inWorkspace(file: string): boolean {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => real(folder.uri.fsPath));
  return folders.some((folder) => [file, real(path.dirname(file))].some((one) => (one + path.sep).startsWith(folder + path.sep)));
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
