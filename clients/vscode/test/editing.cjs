// A document of the workspace, what VS Code's own commands answer about it, and waiting for an answer.

const path = require("node:path");

const vscode = require("vscode");

/** Shown in an editor; `folder` is the name of a folder of the workspace. */
async function opened(folder, file) {
  const root = vscode.workspace.workspaceFolders.find((one) => one.name === folder).uri.fsPath;
  const document = await vscode.workspace.openTextDocument(path.join(root, file));
  const editor = await vscode.window.showTextDocument(document);
  return { document, editor };
}

/** On the last letter of the first `words`. */
function on(document, words) {
  const end = document.getText().indexOf(words) + words.length;
  return document.positionAt(end - 1);
}

/** The Markdown of our hover, or nothing. */
async function hovered(document, position) {
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap((hover) => hover.contents)[0];
}

async function until(test) {
  for (;;) {
    const found = await test();
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The text of the file as it was, whatever a test has typed. */
async function reverted(editor) {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

module.exports = { hovered, on, opened, reverted, until };
