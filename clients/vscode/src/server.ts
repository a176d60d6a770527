/** The server process: started, watched, started again with growing patience, given up with a message. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { Backoff } from "./backoff";
import { makeClient } from "./client";
import * as messages from "./messages";
import { findPython, Python } from "./python";
import { Status } from "./status";

const NAME = "Django Cheat Sheet";
const PATIENCE = 2000; // milliseconds for a server to end by itself

export class Server {
  python: Python | undefined;
  private client: LanguageClient | undefined;
  private first: Promise<void> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private wake: () => void = () => undefined;
  private readonly backoff = new Backoff();
  private readonly output = vscode.window.createOutputChannel(NAME, { log: true });
  private readonly status = new Status();

  constructor(private readonly context: vscode.ExtensionContext) {
    context.subscriptions.push(this.output, this.status);
  }

  get log(): string {
    return vscode.Uri.joinPath(this.context.logUri, `${NAME}.log`).fsPath;
  }

  /** Started now, unless it was before. */
  started(): Promise<void> {
    this.first ??= this.inTurn(() => this.start());
    return this.first;
  }

  async restart(): Promise<void> {
    this.backoff.reset();
    this.first = this.inTurn(async () => {
      await this.end();
      await this.start();
    });
    await this.first;
  }

  async restartIfStarted(): Promise<void> {
    if (this.first) {
      await this.restart();
    }
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  showOutput(): void {
    this.output.show();
  }

  /** Nothing where the server is not to be had; why not stands in the status. */
  async request<T>(method: string, params: unknown): Promise<T | undefined> {
    await this.started();
    return this.client?.isRunning() ? this.client.sendRequest<T>(method, params) : undefined;
  }

  async edit(answer: Parameters<LanguageClient["protocol2CodeConverter"]["asWorkspaceEdit"]>[0]): Promise<boolean> {
    const edit = await this.client?.protocol2CodeConverter.asWorkspaceEdit(answer);
    return edit ? vscode.workspace.applyEdit(edit) : false;
  }

  /** One at a time: a client can only be stopped once it has started. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work, work).catch((error) => this.output.error(String(error)));
    return this.queue;
  }

  private async start(): Promise<void> {
    clearTimeout(this.timer);
    this.status.starting();
    const search = await findPython();
    this.python = search.found;
    for (const refused of search.refused) {
      this.output.info(`not used: ${refused}`);
    }
    if (!search.found) {
      this.status.noPython();
      void messages.noPython(() => this.showOutput());
      return;
    }
    if (search.notTheSetting) {
      void messages.notTheSetting(search.notTheSetting, search.found);
    }
    await this.run(search.found);
  }

  private async run(python: Python): Promise<void> {
    this.output.info(`Python ${python.version}: ${python.file}`);
    const gone = new Promise<void>((resolve) => (this.wake = resolve));
    const client = makeClient(this.context, python, this.output, () => this.ended(client));
    this.client = client;
    try {
      // A process that dies while it starts may leave the client waiting for its answer.
      await Promise.race([client.start(), gone]);
      if (this.client === client) {
        this.status.running(python.version);
      }
    } catch (error) {
      this.output.error(String(error));
      this.ended(client);
    }
  }

  private async end(): Promise<void> {
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop(PATIENCE).catch(() => undefined);
    }
  }

  /** The process is gone, and nobody asked for it. */
  private ended(client: LanguageClient): void {
    if (this.client !== client) {
      return;
    }
    this.client = undefined;
    this.wake();
    const wait = this.backoff.next();
    this.output.warn(`the server stopped by itself, ${this.backoff.count} in the last minutes`);
    if (wait === undefined) {
      this.status.stopped();
      void messages.gaveUp(this.backoff.count, this.log, () => this.showOutput(), () => this.restart());
      return;
    }
    this.status.waiting(wait);
    this.timer = setTimeout(() => void this.inTurn(() => this.start()), wait);
  }
}
