/** "Show entry for symbol at cursor": what the server says stands there, as a page. */

import * as vscode from "vscode";

import type { EntryPanel } from "./panel";
import type { Server } from "./server";

export async function showAtCursor(server: Server, panel: EntryPanel): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const { line, character } = editor.selection.active;
  const uri = editor.document.uri.toString();
  const found = await server.request<{ id: string } | null>("cheatsheet/resolve", {
    textDocument: { uri },
    position: { line, character },
  });
  if (found) {
    await panel.open({ id: found.id, uri });
    return;
  }
  const search = "Search the cheat sheet";
  if ((await vscode.window.showInformationMessage("The cheat sheet has nothing on what is at the cursor.", search)) === search) {
    await vscode.commands.executeCommand("djangoCheatsheet.search.open");
  }
}
