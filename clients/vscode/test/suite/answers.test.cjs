// What VS Code gets from the server through the extension: hovers, items, actions, in two folders at once.

const assert = require("node:assert/strict");

const vscode = require("vscode");

const { hovered, on, opened, reverted, until } = require("../editing.cjs");

const MODELS = "catalogue/models.py";
const IN_HOVERS = ["djangoCheatsheet.insertExampleAt", "djangoCheatsheet.openEntry"];

describe("In a workspace of two projects", () => {
  it("a hover speaks of the Django of its own folder", async () => {
    for (const [folder, release] of [["library", "5.2"], ["old", "4.2"]]) {
      const { document } = await opened(folder, MODELS);
      const hover = await until(() => hovered(document, on(document, "slug = models.SlugField")));
      assert.match(hover.value, new RegExp(`docs\\.djangoproject\\.com/en/${release}/`));
    }
  });

  it("a hover may run our two commands and no other, and no HTML", async () => {
    const { document } = await opened("library", MODELS);
    const hover = await until(() => hovered(document, on(document, "slug = models.SlugField")));
    assert.deepEqual(hover.isTrusted, { enabledCommands: IN_HOVERS });
    assert.ok(!hover.supportHtml);
  });

  it("an item of the menu is a snippet with its documentation", async () => {
    const { document, editor } = await opened("library", MODELS);
    const line = on(document, "slug = models.SlugField").line;
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), "    Char\n"));
    const at = new vscode.Position(line, 8);
    const found = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, at, undefined, 20);
    const item = found.items.find((one) => (one.label.label ?? one.label) === "CharField");
    assert.ok(item.insertText instanceof vscode.SnippetString);
    assert.match(item.documentation.value, /max_length/);
    await reverted(editor);
  });

  it("an action inserts an example", async () => {
    const { document, editor } = await opened("library", "catalogue/views.py");
    const at = on(document, "= get_object_or_404");
    const range = new vscode.Range(at, at);
    const kind = "refactor.insertExample";
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, kind, 10);
    const action = actions.find((one) => one.title.startsWith("Insert example: ") && one.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.ok(document.getText().split("get_object_or_404(").length > 2);
    await reverted(editor);
  });

  it("a mistake is underlined and mended", async () => {
    const { document, editor } = await opened("library", MODELS);
    const missing = "on_delete=models.PROTECT, ";
    const at = document.positionAt(document.getText().indexOf(missing));
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, missing.length))));
    const ours = () => vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "django-cheatsheet");
    const [problem] = await until(() => ours().length > 0 && ours());
    const fixes = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, problem.range, "quickfix", 5);
    assert.ok(await vscode.workspace.applyEdit(fixes[0].edit));
    await until(() => ours().length === 0);
    assert.match(document.getText(), /author = models\.ForeignKey\(.*on_delete=models\.\w+/);
    await reverted(editor);
  });
});
