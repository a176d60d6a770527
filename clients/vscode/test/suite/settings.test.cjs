// Settings take effect at once; a wrong one falls back to its default.

const assert = require("node:assert/strict");

const vscode = require("vscode");

const { hovered, on, opened, until } = require("../editing.cjs");

async function set(name, value) {
  await vscode.workspace.getConfiguration("djangoCheatsheet").update(name, value, vscode.ConfigurationTarget.Workspace);
}

describe("A setting", () => {
  let document;
  const hover = () => hovered(document, on(document, "slug = models.SlugField"));

  before(async () => {
    ({ document } = await opened("library", "catalogue/models.py"));
    await until(hover);
  });

  it("is followed without a restart", async () => {
    await set("hover.detail", "off");
    await until(async () => (await hover()) === undefined);
    await set("hover.detail", undefined);
    await until(hover);
  });

  it("changes the release that counts", async () => {
    await set("djangoVersion", "6.0");
    await until(async () => (await hover())?.value.includes("/en/6.0/"));
    await set("djangoVersion", undefined);
    await until(async () => (await hover())?.value.includes("/en/5.2/"));
  });

  for (const [name, value] of [["hover.detail", 5], ["djangoVersion", ["5.2"]], ["sheets", "x"], ["completion.enabled", "no"]]) {
    it(`of the wrong type is left alone: ${name}`, async () => {
      await set(name, value);
      const found = await until(hover);
      assert.match(found.value, /^\*\*SlugField\*\*/);
      await set(name, undefined);
    });
  }
});
