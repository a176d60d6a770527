/** Search the sheet as one types, in a quick pick; the chosen entry opens as a Markdown preview. */

import * as vscode from "vscode";

import type { Server } from "./server";

interface Hit {
  id: string;
  title: string;
  summary: string;
  kind: string;
}

interface Entry {
  markdown: string;
}

interface Item extends vscode.QuickPickItem {
  id: string;
}

export async function search(server: Server): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = "CharField, prefetch, paginate …";
  pick.matchOnDescription = pick.matchOnDetail = true;
  let newest = 0;
  pick.onDidChangeValue(async (query) => {
    const mine = ++newest;
    const hits = (await server.request<Hit[]>("cheatsheet/search", { query, limit: 30 })) ?? [];
    if (mine === newest) {
      pick.items = hits.map(toItem);
    }
  });
  pick.onDidAccept(async () => {
    const chosen = pick.selectedItems[0];
    pick.hide();
    if (chosen) {
      await show(server, chosen.id);
    }
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function toItem(hit: Hit): Item {
  // The server has matched already: what it found must not be filtered away again.
  return { id: hit.id, label: hit.title, description: hit.kind.replaceAll("_", " "), detail: hit.summary, alwaysShow: true };
}

async function show(server: Server, id: string): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const entry = await server.request<Entry | null>("cheatsheet/entry", { id, uri });
  if (!entry) {
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: entry.markdown });
  await vscode.commands.executeCommand("markdown.showPreview", document.uri);
}
