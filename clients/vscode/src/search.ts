/** Search the sheet as one types, in a quick pick: the entry is shown beside, then opened or inserted. */

import * as vscode from "vscode";

import { insertFromPage } from "./insert";
import type { Entry, EntryPanel } from "./panel";
import type { Server } from "./server";

const LIMIT = 30;
const REST = 150; // milliseconds a line is rested on before its entry is shown
const INSERT = { iconPath: new vscode.ThemeIcon("insert"), tooltip: "Insert an example at the cursor" };

interface Hit {
  id: string;
  title: string;
  summary: string;
  kind: string;
}

interface Item extends vscode.QuickPickItem {
  id: string;
}

export async function search(server: Server, panel: EntryPanel): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const pick = vscode.window.createQuickPick<Item>();
  let [newest, opened] = [0, false];
  let rest: NodeJS.Timeout | undefined;
  Object.assign(pick, { placeholder: "CharField, prefetch, paginate …", title: "Search the cheat sheet", ignoreFocusOut: true });
  pick.onDidChangeValue(async (query) => {
    const mine = ++newest;
    const hits = query.trim() ? await server.request<Hit[]>("cheatsheet/search", { query, limit: LIMIT }) : [];
    if (mine === newest) {
      pick.items = (hits ?? []).map(toItem);
    }
  });
  pick.onDidChangeActive(([item]) => {
    clearTimeout(rest);
    rest = item && setTimeout(() => void panel.open({ id: item.id, uri }, { preview: true }), REST);
  });
  pick.onDidTriggerItemButton(async ({ item }) => {
    pick.hide();
    await insertExample(server, item.id, uri);
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    opened = Boolean(chosen);
    pick.hide();
    void (chosen && panel.open({ id: chosen.id, uri }));
  });
  pick.onDidHide(() => {
    clearTimeout(rest);
    pick.dispose();
    if (!opened) {
      panel.closePreview();
    }
  });
  pick.show();
}

function toItem(hit: Hit): Item {
  // The server has matched already: what it found must not be filtered away again.
  const description = hit.kind.replaceAll("_", " ");
  const detail = hit.summary.replaceAll("`", ""); // plain text here
  return { id: hit.id, label: hit.title, description, detail, buttons: [INSERT], alwaysShow: true };
}

async function insertExample(server: Server, id: string, uri: string | undefined): Promise<void> {
  const entry = await server.request<Entry | null>("cheatsheet/entry", { id, uri });
  const items = (entry?.examples ?? []).map((example) => ({ label: example.title, example }));
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { placeHolder: `Which example of ${entry?.title}?` }) : items[0];
  if (entry && chosen) {
    await insertFromPage(server, entry.id, chosen.example);
  }
}
