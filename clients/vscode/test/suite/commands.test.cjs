// The commands of the extension, and arguments that nobody should trust.

const assert = require("node:assert/strict");

const vscode = require("vscode");

const { hovered, on, opened, until } = require("../editing.cjs");

const MODELS = "catalogue/models.py";

function tab(words) {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((one) => one.label.includes(words));
}

describe("Commands", () => {
  it("of the manifest are all there", async () => {
    const { packageJSON } = vscode.extensions.getExtension("django-cheatsheet.django-cheatsheet");
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of packageJSON.contributes.commands) {
      assert.ok(known.has(command), command);
    }
  });

  it("open the page of an entry by its id", async () => {
    await opened("library", MODELS);
    await vscode.commands.executeCommand("djangoCheatsheet.openEntry", { id: "django.db.models.CharField" });
    await until(() => tab("CharField: cheat sheet"));
    await vscode.window.tabGroups.close(tab("CharField: cheat sheet"));
  });

  it("do nothing with arguments that are none of ours", async () => {
    for (const argument of [undefined, null, 5, "x", [], {}, { id: 5 }, { id: "no such" }, { uri: 5 }, { uri: "file:///x" }]) {
      await vscode.commands.executeCommand("djangoCheatsheet.openEntry", argument);
      await vscode.commands.executeCommand("djangoCheatsheet.insertExampleAt", argument);
    }
    assert.equal(tab("cheat sheet"), undefined);
  });

  it("restart the server", async () => {
    const { document } = await opened("library", MODELS);
    await vscode.commands.executeCommand("djangoCheatsheet.restart");
    await until(() => hovered(document, on(document, "slug = models.SlugField")));
  });

  it("report an issue with what the server sees, in an editor", async () => {
    void vscode.commands.executeCommand("djangoCheatsheet.report");
    const report = await until(() => vscode.workspace.textDocuments.find((one) => one.getText().includes("## What the server sees")));
    assert.match(report.getText(), /Django 5\.2|5\.2/);
    assert.match(report.getText(), /- extension \d+\.\d+\.\d+/);
    await vscode.commands.executeCommand("notifications.clearAll");
  });
});
