/** The server's state, in the language status of Python and template files; nothing before it is started. */

import * as vscode from "vscode";

const SELECTOR = ["python", "html", "django-html", "django-txt"].map((language) => ({ language }));
const OUTPUT = { command: "djangoCheatsheet.output", title: "Show output" };
const RESTART = { command: "djangoCheatsheet.restart", title: "Restart server" };
const CHOOSE = { command: "djangoCheatsheet.choosePython", title: "Choose a Python" };
const { Information, Warning, Error } = vscode.LanguageStatusSeverity;

export class Status implements vscode.Disposable {
  private made: vscode.LanguageStatusItem | undefined;

  starting(): void {
    this.show("starting", Information, OUTPUT, true);
  }

  running(python: string): void {
    this.show("ready", Information, OUTPUT, false, `Python ${python}`);
  }

  waiting(milliseconds: number): void {
    this.show(`stopped, starts again in ${milliseconds / 1000} s`, Warning, OUTPUT, true);
  }

  stopped(): void {
    this.show("stopped", Error, RESTART);
  }

  noPython(): void {
    this.show("no Python 3.10 or newer", Error, CHOOSE);
  }

  dispose(): void {
    this.made?.dispose();
  }

  private show(
    text: string, severity: vscode.LanguageStatusSeverity, command: vscode.Command, busy = false, detail?: string,
  ): void {
    this.made ??= vscode.languages.createLanguageStatusItem("djangoCheatsheet.status", SELECTOR);
    Object.assign(this.made, { name: "Django Cheat Sheet", text: `Cheat sheet: ${text}`, severity, command, busy, detail });
  }
}
