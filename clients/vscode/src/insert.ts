/** Examples into the document: at the cursor, at a hovered name, from the page of an entry. */

import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";

import type { Server } from "./server";

/** The server asks for this where a light bulb has more examples than it can show. */
export const PICK_EXAMPLE = "djangoCheatsheet.pickExample";
const INSERT_EXAMPLE = "djangoCheatsheet.insertExample"; // the server's own command
const KIND = "refactor.insertExample";
const PREFIX = /^Insert example: /;
const MOST = 50;

interface Offer {
  title: string;
}

export interface Example {
  id: string;
  code: string;
}

interface Item extends vscode.QuickPickItem {
  run: () => unknown;
}

/** "Insert example: more…": all examples that fit the place. */
export async function pickExample(question?: { examples?: Offer[] }): Promise<void> {
  const offers = question?.examples ?? [];
  await pick(offers.map((offer) => toItem(offer.title, () => vscode.commands.executeCommand(INSERT_EXAMPLE, offer))));
}

export async function insertAtCursor(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  await server.started();
  if (editor) {
    await insert(editor.document.uri, editor.selection.active);
  }
}

/** From the link of a hover, whose arguments are the server's. */
export async function insertAt(where: unknown): Promise<void> {
  const { uri, position } = (where ?? {}) as { uri?: unknown; position?: { line?: unknown; character?: unknown } };
  if (typeof uri === "string" && typeof position?.line === "number" && typeof position.character === "number") {
    await insert(vscode.Uri.parse(uri), new vscode.Position(position.line, position.character));
  }
}

async function insert(uri: vscode.Uri, at: vscode.Position): Promise<void> {
  const range = new vscode.Range(at, at);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, KIND, MOST);
  const ours = found.filter((action) => PREFIX.test(action.title) && !action.disabled);
  const more = ours.find((action) => action.command?.command === PICK_EXAMPLE);
  if (more?.command) {
    await pickExample(more.command.arguments?.[0]);
  } else if (ours.length > 0) {
    await pick(ours.map((action) => toItem(action.title, () => apply(action))));
  } else {
    await nothingFits();
  }
}

async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) {
    await vscode.workspace.applyEdit(action.edit);
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

async function pick(items: Item[]): Promise<void> {
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Which example goes here?", matchOnDescription: true });
  await chosen?.run();
}

function toItem(title: string, run: () => unknown): Item {
  const label = title.replace(PREFIX, "");
  return { label: label.charAt(0).toUpperCase() + label.slice(1), run };
}

async function nothingFits(): Promise<void> {
  const search = "Search the cheat sheet";
  if ((await vscode.window.showInformationMessage("No example of the cheat sheet fits at the cursor.", search)) === search) {
    await vscode.commands.executeCommand("djangoCheatsheet.search.open");
  }
}

/** The editor that is active, or was before the page was clicked on. */
function lastEditor(): vscode.TextEditor | undefined {
  const last = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === used);
  return vscode.window.activeTextEditor ?? last ?? vscode.window.visibleTextEditors[0];
}

let used = "";

export function followEditors(): vscode.Disposable {
  return vscode.window.onDidChangeActiveTextEditor((editor) => {
    used = editor?.document.uri.toString() ?? used;
  });
}

/** An example of a page, at the cursor of the editor that was used last; copied where it may not stand there. */
export async function insertFromPage(server: Server, entry: string, example: Example): Promise<void> {
  const editor = lastEditor();
  if (editor) {
    const { line, character } = editor.selection.active;
    const textDocument = { uri: editor.document.uri.toString() };
    const params = { textDocument, position: { line, character }, entry, example: example.id };
    const edit = await server.request<WorkspaceEdit | null>("cheatsheet/insertion", params);
    if (edit && (await server.edit(edit))) {
      await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
      return;
    }
  }
  await vscode.env.clipboard.writeText(example.code);
  const where = editor ? "This example has no place at the cursor" : "No file is open";
  void vscode.window.showInformationMessage(`${where}; it is copied, to be pasted where it belongs.`);
}
