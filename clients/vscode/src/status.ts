/** The server's state, in the language status of Python and template files. */

import * as vscode from "vscode";

export class Status implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;

  constructor() {
    this.item = vscode.languages.createLanguageStatusItem("djangoCheatsheet.status", [
      { language: "python" },
      { language: "html" },
      { language: "django-html" },
    ]);
    this.item.name = "Django Cheat Sheet";
    this.item.command = { command: "djangoCheatsheet.output", title: "Show output" };
  }

  starting(): void {
    this.show("starting", vscode.LanguageStatusSeverity.Information, true);
  }

  running(python: string): void {
    this.show(`running on Python ${python}`, vscode.LanguageStatusSeverity.Information, false);
  }

  failed(reason: string): void {
    this.show(reason, vscode.LanguageStatusSeverity.Warning, false);
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, severity: vscode.LanguageStatusSeverity, busy: boolean): void {
    this.item.text = `Cheat sheet: ${text}`;
    this.item.severity = severity;
    this.item.busy = busy;
  }
}
