/** Finds a Python 3.10 or newer to run the server with; an interpreter of the workspace only where it is trusted. */

import * as path from "node:path";

import * as vscode from "vscode";

import { inEnvironment, isFolder, onPath } from "./places";
import { probe } from "./probe";

export const SETTING = "python.interpreter";

export interface Python {
  file: string;
  version: string;
}

export interface Search {
  found?: Python;
  /** What was tried and why it was not taken, for the output. */
  refused: string[];
  /** Why the interpreter that the user has set is not the one that runs. */
  notTheSetting?: string;
}

/** The setting, the Python extension's choice, the environment, PATH. */
export async function findPython(): Promise<Search> {
  const refused: string[] = [];
  let notTheSetting: string | undefined;
  const set = vscode.workspace.getConfiguration("djangoCheatsheet").get<unknown>(SETTING);
  for (const candidate of [...fromSetting(set), ...(await others())]) {
    const outcome = candidate.problem ?? (await probe(candidate.file));
    if (typeof outcome !== "string") {
      return { found: outcome, refused, notTheSetting };
    }
    refused.push(outcome);
    notTheSetting ??= candidate.isSetting ? outcome : undefined;
  }
  return { refused, notTheSetting };
}

interface Candidate {
  file: string;
  problem?: string;
  isSetting?: boolean;
}

function fromSetting(value: unknown): Candidate[] {
  if (value === null || value === undefined || value === "") {
    return [];
  }
  if (typeof value !== "string") {
    return [{ file: "", isSetting: true, problem: `${JSON.stringify(value)} is no path` }];
  }
  const given = expanded(value);
  if (!isFolder(given)) {
    return [{ file: path.isAbsolute(given) ? given : (onPath(given) ?? given), isSetting: true }];
  }
  const inside = inEnvironment(given);
  const problem = inside ? undefined : `${value} is a folder without a Python`;
  return [{ file: inside ?? given, isSetting: true, problem }];
}

/** `~/…`, `${workspaceFolder}/…`, and a path as seen from the folder; a bare name is looked up on the PATH. */
function expanded(value: string): string {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? "";
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const text = value.replace(/^~(?=[/\\]|$)/, home).replace(/\$\{workspaceFolder\}/g, folder);
  const isPath = /[/\\]/.test(text);
  return isPath && vscode.workspace.isTrusted ? path.resolve(folder, text) : text;
}

async function others(): Promise<Candidate[]> {
  const list = vscode.workspace.isTrusted ? [await chosenInPythonExtension(), ...environments()] : [];
  const names = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];
  const newer = ["3.14", "3.13", "3.12", "3.11", "3.10"].map((version) => `python${version}`);
  const files = [...list, ...[...names, ...newer].map(onPath)].filter((file): file is string => Boolean(file));
  return [...new Set(files)].map((file) => ({ file }));
}

async function chosenInPythonExtension(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  try {
    const api = extension?.isActive ? extension.exports : await extension?.activate();
    const chosen: unknown = api?.environments?.getActiveEnvironmentPath?.()?.path;
    return typeof chosen === "string" && isFolder(chosen) ? inEnvironment(chosen) : (chosen as string | undefined);
  } catch {
    return undefined;
  }
}

function environments(): (string | undefined)[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const beside = folders.flatMap((folder) => [".venv", "venv", "env"].map((name) => path.join(folder.uri.fsPath, name)));
  return [process.env.VIRTUAL_ENV, ...beside].map((folder) => folder && inEnvironment(folder));
}
