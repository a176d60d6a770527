// The sheet searched as one types, an entry as a page in light and dark, its example copied and inserted.

import { journey } from "../frame.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.goTo(job.below, { behind: true });
  seen.before = window.text();
  await window.command("Search the cheat sheet");
  await window.page.locator(".quick-input-title", { hasText: "Search the cheat sheet" }).waitFor();
  await window.type(job.query);
  seen.hits = await window.picked(job.title);
  seen.preview = await (await window.entry(job.title)).innerText();
  await window.picture("search");
  await window.press("Enter");
  const page = await window.entry(job.title);
  await page.locator(".code").first().hover();
  await window.picture("page-light");
  await page.getByRole("button", { name: "Insert" }).first().click();
  seen.inserted = await window.saved("the example of the page", (text) => text !== seen.before);
  await window.page.locator(".editor-instance .monaco-editor.focused").waitFor(); // the text has the focus again
  await window.command("Toggle between Light/Dark Themes");
  await window.page.locator(".monaco-workbench.vs-dark").waitFor();
  await page.locator(".code").first().hover();
  await window.picture("page-dark");
  seen.page = await describe(page);
  await atCursor(window, job, seen);
  await given(window, seen);
});

/** What the page is made of, and that nothing of it comes from elsewhere. */
async function describe(page) {
  return page.evaluate((main) => ({
    policy: document.querySelector("meta[http-equiv=Content-Security-Policy]").content,
    links: [...main.querySelectorAll("a")].map((link) => link.href),
    images: main.querySelectorAll("img").length,
    coloured: main.querySelectorAll("[class^=hljs-]").length,
    buttons: [...main.querySelectorAll("button")].map((button) => button.textContent),
  }));
}

async function atCursor(window, { symbol }, seen) {
  await window.open(symbol.file);
  await window.goTo(symbol.at);
  await window.command("Show entry for symbol at cursor");
  seen.atCursor = await (await window.entry(symbol.title)).innerText();
  await window.picture("page-symbol");
}

/** "Insert example…" asks which, and puts it at the cursor. */
async function given(window, seen) {
  await window.open("catalogue/views.py");
  const before = window.text();
  await window.goTo("= get_object_or_404");
  await window.command("Insert example…");
  await window.asks("Which example goes here?");
  seen.examples = await window.picked("");
  await window.picture("insert-example");
  await window.press("Enter");
  seen.given = await window.saved("the example of the command", (text) => text !== before);
}
