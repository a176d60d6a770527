/** Whether the window has anything for the server: a window of plain HTML, or of none of it, gets no process. */

import * as vscode from "vscode";

const ALWAYS = new Set(["python", "django-html", "django-txt"]);
const TEMPLATE = /\{%|\{\{/;
const START = 20_000; // characters in which a template shows that it is one

/** Calls `start` once, at the first document that is wanted; at once in a project. */
export function whenWanted(context: vscode.ExtensionContext, start: () => unknown): void {
  const opened = vscode.workspace.onDidOpenTextDocument((document) => begin(isWanted(document)));
  context.subscriptions.push(opened);
  const begin = (wanted: boolean) => {
    if (wanted) {
      opened.dispose();
      void start();
    }
  };
  begin(vscode.workspace.textDocuments.some(isWanted));
  vscode.workspace.findFiles("{manage.py,*/manage.py}", undefined, 1).then((found) => begin(found.length > 0), () => undefined);
}

function isWanted(document: vscode.TextDocument): boolean {
  if (ALWAYS.has(document.languageId)) {
    return true;
  }
  return document.languageId === "html" && (inTemplates(document.uri) || TEMPLATE.test(document.getText().slice(0, START)));
}

function inTemplates(uri: vscode.Uri): boolean {
  return uri.path.includes("/templates/");
}
