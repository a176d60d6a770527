// VS Code in Chromium on a project, as a person sits before it: keys, the mouse, what is on the screen.
//
//   const window = await VSCode.start({ project, home, extensions, pictures });
//   await window.open("shop/models.py"); await window.goTo("CharField"); await window.hover();
//   await window.close();

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { CodeServer } from "./program.mjs";
import { appears, until } from "./waiting.mjs";

const { MODULES, CHROMIUM } = process.env;
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const HOVER = ".monaco-hover:not(.hidden) .hover-contents";
const MENU = ".suggest-widget.visible .monaco-list-row";
const ACTIONS = ".action-widget .monaco-list-row.action";
const PICK = ".quick-input-widget:visible";
const TOAST = ".notifications-toasts .notification-list-item";

export function browser() {
  const { chromium } = createRequire(path.join(MODULES, "x.js"))("playwright-core");
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export class VSCode {
  static async start(job) {
    const server = await CodeServer.start(job);
    const window = new VSCode(job.project, job.pictures, server);
    try {
      await window.#show(job.size ?? { width: 1180, height: 760 });
    } catch (error) {
      await window.close();
      throw error;
    }
    return window;
  }

  constructor(project, pictures, server) {
    Object.assign(this, { project, pictures, server });
  }

  async #show(size) {
    this.browser = await browser();
    this.page = await this.browser.newPage({ viewport: size });
    this.page.setDefaultTimeout(60_000);
    this.started = Date.now();
    await this.page.goto(this.server.address(this.project));
    await this.page.waitForSelector(".monaco-workbench .part.statusbar");
    await this.page.waitForSelector(".explorer-folders-view .monaco-list-row");
    await this.page.keyboard.press("Control+B"); // the side bar away: more room for the text
  }

  async close() {
    await this.browser?.close();
    this.server.stop();
  }

  /** The file as it is on disk. */
  text(file = this.file) {
    return readFileSync(path.join(this.project, file), "utf8");
  }

  async open(file) {
    const name = path.basename(file);
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    for (let tries = 0; tries < 10; tries += 1) {
      await this.press("Escape", "Control+P");
      await this.page.waitForSelector(".quick-input-widget:visible input");
      await this.page.fill(".quick-input-widget input", file);
      const found = this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
      await found.click({ timeout: 10_000 }).catch(() => undefined); // the list may change under the pointer
      if (await appears(tab, 5000)) {
        await this.page.waitForSelector(".editor-instance .view-line");
        this.file = file;
        return;
      }
    }
    throw new Error(`${file} was never opened`);
  }

  /** The cursor behind the first `words` of the saved file, or on their last letter. */
  async goTo(words, { behind = false } = {}) {
    const text = this.text();
    const end = text.indexOf(words) + words.length;
    if (end < words.length) {
      throw new Error(`${this.file} has no ${JSON.stringify(words)}`);
    }
    const before = text.slice(0, end).split("\n");
    const column = before.at(-1).length + (behind ? 1 : 0);
    await this.page.keyboard.press("Control+G");
    await this.page.waitForSelector(".quick-input-widget:visible input");
    await this.page.fill(".quick-input-widget input", `:${before.length}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector(".quick-input-widget", { state: "hidden" });
    await until("the cursor", async () => (await this.#cursor()) !== null);
  }

  async #cursor() {
    return this.page.locator(".editor-instance .cursors-layer .cursor").first().boundingBox();
  }

  /** The mouse rests where the cursor is; what the pop-up says. */
  async hover({ patience = 3000 } = {}) {
    const shown = this.page.locator(HOVER).first();
    const end = Date.now() + 60_000;
    for (let tries = 0; Date.now() < end; tries += 1) {
      const at = await this.#cursor();
      await this.page.mouse.move(at.x + 40, 30);
      await this.page.mouse.move(at.x + 3 + (tries % 2), at.y + at.height / 2);
      const seen = await appears(shown, patience);
      const text = seen ? (await this.page.locator(HOVER).allInnerTexts()).join("\n\n") : "";
      if (seen && !text.startsWith("Loading")) {
        return { text, ...(await this.#fits()) };
      }
    }
    throw new Error(`no hover in ${this.file}`);
  }

  /** Whether the pop-up lies inside the window, and how many pixels of it must be scrolled to. */
  async #fits() {
    return this.page.evaluate((selector) => {
      const contents = document.querySelector(selector);
      const widget = contents.closest(".monaco-hover");
      const box = widget.getBoundingClientRect();
      const whole = [...widget.querySelectorAll(".hover-row")].reduce((sum, row) => sum + row.scrollHeight, 0);
      return {
        inside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
        hidden: Math.max(0, whole - widget.clientHeight),
      };
    }, HOVER);
  }

  /** A link of the pop-up that is shown. */
  async follow(label) {
    await this.page.locator(HOVER).locator("a", { hasText: label }).first().click();
  }

  async unhover() {
    await this.page.mouse.move(5, 5);
    await this.page.keyboard.press("Escape");
    await this.page.locator(HOVER).first().waitFor({ state: "hidden" });
  }

  async type(text) {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** The completion menu; asked for again until it has `label`. */
  async menu(label) {
    const row = this.page.locator(MENU, { hasText: label }).first();
    for (let tries = 0; tries < 20; tries += 1) {
      if (await appears(row, 2000)) {
        return this.page.locator(MENU).evaluateAll((rows) => rows.map((one) => one.getAttribute("aria-label")));
      }
      await this.press("Escape", "Control+Space");
    }
    throw new Error(`the menu never had ${label}`);
  }

  /** The completion menu as typing alone brings it; it is never asked for. */
  async offered(label, timeout = 15_000) {
    await this.page.locator(MENU, { hasText: label }).first().waitFor({ timeout });
    return this.page.locator(MENU).evaluateAll((rows) => rows.map((one) => one.getAttribute("aria-label")));
  }

  /** The light bulb's menu, opened by its key. */
  async actions(title) {
    const row = this.page.locator(ACTIONS, { hasText: title }).first();
    for (let tries = 0; tries < 20; tries += 1) {
      await this.press("Control+.");
      if (await appears(row, 3000)) {
        return this.page.locator(ACTIONS).allInnerTexts();
      }
      await this.press("Escape");
    }
    throw new Error(`no action ${title}`);
  }

  async act(title) {
    await this.page.locator(ACTIONS, { hasText: title }).first().click();
  }

  /** Saved, and read from disk once it is as expected. */
  async saved(what, test) {
    await until(what, async () => {
      await this.press("Control+S");
      return test(this.text());
    });
    return this.text();
  }

  /** A command of the palette, by its title; what follows is the caller's to wait for. */
  async command(title) {
    await this.press("Escape", "F1");
    await this.page.waitForSelector(`${PICK} input`);
    await this.page.fill(".quick-input-widget input", `>${title}`);
    const row = this.page.locator(`${PICK} .monaco-list-row`, { hasText: title }).first();
    await row.waitFor();
    await this.press("Enter");
  }

  /** A quick pick with this in its empty field, and not the palette that called it. */
  async asks(question) {
    await this.page.locator(`${PICK} input[placeholder="${question}"]`).waitFor();
  }

  /** What stands in the lines of a quick pick, once one of them has `words`. */
  async picked(words) {
    await this.page.locator(`${PICK} .monaco-list-row`, { hasText: words }).first().waitFor();
    return this.page.locator(`${PICK} .monaco-list-row`).evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
  }

  /** A notification that has these words: its whole text and its buttons. */
  async told(words) {
    const toast = this.page.locator(TOAST, { hasText: words }).first();
    await toast.waitFor();
    const text = await toast.locator(".notification-list-item-message").innerText();
    return { text, buttons: await toast.locator(".monaco-button").allInnerTexts() };
  }

  async answer(words, button) {
    await this.page.locator(TOAST, { hasText: words }).first().locator(".monaco-button", { hasText: button }).click();
  }

  /** The language status of the open file, once it has these words. */
  async status(words) {
    const item = this.page.locator('[id="status.languageStatus"] a').first();
    let label = "none";
    const has = async () => {
      label = await item.getAttribute("aria-label", { timeout: 1000 }).catch(() => "none");
      return label?.includes(words);
    };
    await until(`the status "${words}"`, has).catch((error) => {
      throw new Error(`${error.message}; it says "${label}"`);
    });
    return label;
  }

  /** The inside of the page of an entry. */
  async entry(words) {
    const inside = this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await inside.locator("main", { hasText: words }).waitFor();
    return inside.locator("main");
  }

  async picture(name) {
    const file = path.join(this.pictures, `${name}.png`);
    await this.page.waitForTimeout(400); // pop-ups fade in
    await this.page.screenshot({ path: file });
    return file;
  }
}
