/** What the editor calls: commands, and when the server is wanted. All knowledge of Django is the server's. */

import * as vscode from "vscode";

import { INSERT_AT, OPEN_ENTRY } from "./commands";
import { followEditors, insertAt, insertAtCursor, insertFromPage, PICK_EXAMPLE, pickExample } from "./insert";
import { choosePython } from "./messages";
import { EntryPanel } from "./panel";
import { reportIssue } from "./report";
import { search } from "./search";
import { Server } from "./server";
import { showAtCursor } from "./symbol";
import { whenWanted } from "./wanted";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const running = new Server(context);
  server = running;
  const panel = new EntryPanel(context, running, (entry, example) => insertFromPage(running, entry, example));
  const commands: Record<string, (...words: never[]) => unknown> = {
    "djangoCheatsheet.search.open": () => search(running, panel),
    "djangoCheatsheet.showEntry.open": () => showAtCursor(running, panel),
    "djangoCheatsheet.insert": () => insertAtCursor(running),
    "djangoCheatsheet.choosePython": choosePython,
    "djangoCheatsheet.restart": () => running.restart(),
    "djangoCheatsheet.output": () => running.showOutput(),
    "djangoCheatsheet.report": () => reportIssue(context, running),
    [PICK_EXAMPLE]: pickExample,
    [INSERT_AT]: (where: unknown) => insertAt(where),
    [OPEN_ENTRY]: (which: unknown) => panel.open(which),
  };
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
  context.subscriptions.push(
    panel,
    followEditors(),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restartIfStarted()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("djangoCheatsheet.python.interpreter")) {
        void running.restartIfStarted();
      }
    }),
  );
  whenWanted(context, () => running.started());
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
