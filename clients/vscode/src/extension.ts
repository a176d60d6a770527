/** Starts the server, stops it, and shows how it is. All knowledge of Django is the server's. */

import * as vscode from "vscode";

import { PICK_EXAMPLE, pickExample } from "./pick";
import { search } from "./search";
import { Server } from "./server";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const running = new Server(context);
  server = running;
  context.subscriptions.push(
    vscode.commands.registerCommand("djangoCheatsheet.restart", () => running.restart()),
    vscode.commands.registerCommand("djangoCheatsheet.output", () => running.showOutput()),
    vscode.commands.registerCommand("djangoCheatsheet.search.open", () => search(running)),
    vscode.commands.registerCommand(PICK_EXAMPLE, pickExample),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("djangoCheatsheet.python.interpreter")) {
        void running.restart();
      }
    }),
  );
  await running.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
