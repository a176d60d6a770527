/** One page beside the text that shows an entry, with its examples to copy and insert. */

import * as vscode from "vscode";

import { Example } from "./insert";
import { page } from "./page";
import type { Server } from "./server";

export interface Entry {
  id: string;
  title: string;
  markdown: string;
  examples: (Example & { title: string })[];
}

type Insert = (entry: string, example: Example) => Promise<void>;

export class EntryPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Entry | undefined;
  private isPreview = false;
  private newest = 0;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
    private readonly insert: Insert,
  ) {}

  /** `which` is `{ id, uri }`; `uri` picks the project whose Django version counts. */
  async open(which: unknown, { preview = false } = {}): Promise<void> {
    const { id, uri } = (which ?? {}) as { id?: unknown; uri?: unknown };
    const mine = ++this.newest;
    const entry = typeof id === "string" ? await this.server.request<Entry | null>("cheatsheet/entry", { id, uri }) : undefined;
    if (!entry || mine !== this.newest) {
      return;
    }
    this.isPreview = preview && (this.isPreview || !this.panel);
    this.shown = entry;
    const panel = (this.panel ??= this.create());
    panel.title = `${entry.title}: cheat sheet`;
    panel.webview.html = await page(panel.webview, this.media, entry);
    // Not over the text that it is about.
    const hides = panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
    panel.reveal(hides ? vscode.ViewColumn.Beside : undefined, true);
  }

  /** A page that a search has opened goes when the search is given up. */
  closePreview(): void {
    this.newest += 1;
    if (this.isPreview) {
      this.panel?.dispose();
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private get media(): vscode.Uri {
    return vscode.Uri.joinPath(this.context.extensionUri, "media");
  }

  private create(): vscode.WebviewPanel {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [this.media], enableFindWidget: true };
    const panel = vscode.window.createWebviewPanel("djangoCheatsheet.entry", "Cheat sheet", where, options);
    panel.iconPath = vscode.Uri.joinPath(this.media, "icon.png");
    panel.webview.onDidReceiveMessage((message) => this.asked(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.isPreview = false;
    });
    return panel;
  }

  private async asked(message: { do?: unknown; code?: unknown }): Promise<void> {
    const code = typeof message?.code === "string" ? message.code : "";
    if (message?.do === "copy") {
      await vscode.env.clipboard.writeText(code);
      return;
    }
    const example = this.shown?.examples.find((one) => one.code.trim() === code.trim());
    if (message?.do === "insert" && this.shown && example) {
      await this.insert(this.shown.id, example);
    }
  }
}
