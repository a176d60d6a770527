/** "Report issue": what `doctor` says, in an editor, to be read before anything is sent anywhere. */

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import * as vscode from "vscode";

import { script } from "./client";
import type { Server } from "./server";

const run = promisify(execFile);
const PATIENCE = 60_000;

export async function reportIssue(context: vscode.ExtensionContext, server: Server): Promise<void> {
  await server.started();
  const content = await report(context, server);
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document);
  const open = "Copy and open the issue page";
  const told = "Nothing is sent by itself. Read the report, take out what is private, say what happened.";
  if ((await vscode.window.showInformationMessage(told, open)) === open) {
    await vscode.env.clipboard.writeText(document.getText());
    await vscode.env.openExternal(vscode.Uri.parse(`${context.extension.packageJSON.bugs.url}/new`));
  }
}

async function report(context: vscode.ExtensionContext, server: Server): Promise<string> {
  const versions = [
    `- extension ${context.extension.packageJSON.version}`,
    `- ${vscode.env.appName} ${vscode.version}, ${vscode.env.remoteName ? "remote" : "local"}, ${process.platform} ${process.arch}`,
    `- workspace ${vscode.workspace.isTrusted ? "trusted" : "not trusted"}`,
  ];
  const seen = "```text\n" + (await doctor(context, server)) + "\n```";
  return ["## What happened\n", "## What was expected\n", `## Versions\n\n${versions.join("\n")}\n`, `## What the server sees\n\n${seen}\n`].join("\n");
}

async function doctor(context: vscode.ExtensionContext, server: Server): Promise<string> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!server.python || !root) {
    return server.python ? "no folder is open" : "no Python 3.10 or newer was found";
  }
  try {
    const options = { timeout: PATIENCE, cwd: context.extensionPath };
    const { stdout } = await run(server.python.file, ["-I", script(context), "doctor", root], options);
    return stdout.trim();
  } catch (error) {
    return String(error);
  }
}
