/** The server process and the language client in front of it. */

import * as path from "node:path";

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State, TransportKind } from "vscode-languageclient/node";

import { PICK_EXAMPLE } from "./pick";
import { findPython } from "./python";
import { Status } from "./status";

/** No id is claimed for `*.html`: Emmet and the HTML tools keep it. */
const LANGUAGES = [
  ...["python", "html", "django-html", "django-txt", "jinja-html"],
  ...["shellscript", "makefile", "dockerfile", "dockercompose", "yaml", "bat", "powershell"],
  ...["pip-requirements", "dotenv"],
];
const PATTERNS = [
  "**/templates/**",
  "**/{*requirements*,*constraints*}.{txt,in}",
  "**/requirements/*.{txt,in}",
  "**/{pyproject.toml,Pipfile,setup.cfg,tox.ini,Procfile,justfile,Justfile,crontab}",
  "**/{.env,.env.*,*.env,*.service,*.timer}",
  "**/*nginx*.conf",
];
const DOCUMENTS = [
  ...LANGUAGES.map((language) => ({ scheme: "file", language })),
  ...PATTERNS.map((pattern) => ({ scheme: "file", pattern })),
  { scheme: "untitled", language: "python" },
];

export class Server {
  private client: LanguageClient | undefined;
  private readonly output = vscode.window.createOutputChannel("Django Cheat Sheet");
  private readonly status: Status;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.status = new Status();
    context.subscriptions.push(this.output, this.status);
  }

  async start(): Promise<void> {
    this.status.starting();
    const search = await findPython();
    if (!search.found) {
      this.status.failed("no Python 3.10 or newer");
      this.output.appendLine(`No Python 3.10 or newer was found:\n  ${search.refused.join("\n  ")}`);
      await this.askForPython();
      return;
    }
    const { command, version } = search.found;
    this.output.appendLine(`Python ${version}: ${command}`);
    this.client = new LanguageClient("djangoCheatsheet", "Django Cheat Sheet", this.process(command), this.options());
    this.client.onDidChangeState(({ newState }) => this.follow(newState, version));
    try {
      await this.client.start();
    } catch (error) {
      this.status.failed(String(error));
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop();
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  showOutput(): void {
    this.output.show();
  }

  request<T>(method: string, params: unknown): Promise<T> | undefined {
    return this.client?.isRunning() ? this.client.sendRequest<T>(method, params) : undefined;
  }

  private process(command: string): ServerOptions {
    const script = this.context.asAbsolutePath(path.join("bundled", "serve.py"));
    // -I: no file of the workspace, no PYTHON* variable decides what is imported.
    return { command, args: ["-I", script], transport: TransportKind.stdio };
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: DOCUMENTS,
      outputChannel: this.output,
      initializationOptions: {
        ...vscode.workspace.getConfiguration("djangoCheatsheet"),
        clientCommands: [PICK_EXAMPLE],
      },
      synchronize: {
        configurationSection: "djangoCheatsheet",
        fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{py,md,toml,txt,lock}"),
      },
    };
  }

  private follow(state: State, version: string): void {
    if (state === State.Running) {
      this.status.running(version);
    } else if (state === State.Stopped && this.client) {
      this.status.failed("the server stopped");
    }
  }

  private async askForPython(): Promise<void> {
    const choose = "Open settings";
    const answer = await vscode.window.showWarningMessage(
      "Django Cheat Sheet needs Python 3.10 or newer to run its server.",
      choose,
    );
    if (answer === choose) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "djangoCheatsheet.python.interpreter");
    }
  }
}
