/** The language client in front of one server process. */

import * as path from "node:path";

import * as vscode from "vscode";
import {
  CloseAction, ErrorAction, LanguageClient, LanguageClientOptions, ServerOptions, TransportKind,
} from "vscode-languageclient/node";

import { IN_HOVERS } from "./commands";
import { DOCUMENTS } from "./documents";
import { PICK_EXAMPLE } from "./insert";
import type { Python } from "./python";

/** What went wrong stands in the output and in the status; a person gets one message, from `Server`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** `ended` is called when the process is gone and nobody asked for that. */
export function makeClient(
  context: vscode.ExtensionContext, python: Python, output: vscode.OutputChannel, ended: () => void,
): LanguageClient {
  return new QuietClient("djangoCheatsheet", "Django Cheat Sheet", process(context, python), options(output, ended));
}

export function script(context: vscode.ExtensionContext): string {
  return context.asAbsolutePath(path.join("bundled", "serve.py"));
}

function process(context: vscode.ExtensionContext, python: Python): ServerOptions {
  // -I: no file of the workspace, no PYTHON* variable decides what is imported.
  const args = ["-I", script(context), "serve"];
  return { command: python.file, args, transport: TransportKind.stdio, options: { cwd: context.extensionPath } };
}

function options(output: vscode.OutputChannel, ended: () => void): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        ended();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    initializationOptions: {
      ...vscode.workspace.getConfiguration("djangoCheatsheet"),
      clientCommands: [PICK_EXAMPLE, ...IN_HOVERS],
      workspaceTrusted: vscode.workspace.isTrusted,
    },
    synchronize: { configurationSection: "djangoCheatsheet" },
    middleware: {
      provideHover: async (document, position, token, next) => trusting(await next(document, position, token)),
    },
  };
}

/** Links of a hover may run the commands that are meant for it, and no others. */
function trusting(hover: vscode.Hover | null | undefined): vscode.Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (content instanceof vscode.MarkdownString) {
      content.isTrusted = { enabledCommands: IN_HOVERS };
    }
  }
  return hover;
}
