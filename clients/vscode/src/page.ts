/** An entry as a page: Markdown drawn by VS Code's own reader, under a policy that loads nothing from elsewhere. */

import { randomBytes } from "node:crypto";

import * as vscode from "vscode";

import type { Entry } from "./panel";

export async function page(webview: vscode.Webview, media: vscode.Uri, entry: Entry): Promise<string> {
  const nonce = randomBytes(16).toString("base64");
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${address("entry.css")}">
  <title>${escaped(entry.title)}</title>
</head>
<body>
<main data-examples="${escaped(JSON.stringify(entry.examples.map((one) => one.code.trim())))}">
${await drawn(entry.markdown)}
</main>
<script nonce="${nonce}" src="${address("entry.js")}"></script>
</body>
</html>`;
}

/** VS Code's reader highlights code too; where it is switched off, the Markdown is shown as it is. */
async function drawn(markdown: string): Promise<string> {
  // The highlighter's name for the language.
  const text = markdown.replace(/^```htmldjango$/gm, "```django");
  try {
    return String(await vscode.commands.executeCommand("markdown.api.render", text));
  } catch {
    return `<pre>${escaped(markdown)}</pre>`;
  }
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
