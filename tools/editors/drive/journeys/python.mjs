// No Python that is new enough, a folder for an interpreter, a number for a path; then a right one, without a reload.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { journey } from "../frame.mjs";

const NEEDS = "needs a Python 3.10 or newer";
const KEY = "djangoCheatsheet.python.interpreter";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  seen.none = await window.told(NEEDS);
  seen.noneStatus = await window.status("no Python 3.10 or newer");
  await window.picture("no-python");
  for (const [name, value] of Object.entries(job.wrong)) {
    await window.command("Clear All Notifications");
    set(job.home, value);
    seen[name] = await window.told(NEEDS);
  }
  await choose(window, job.right);
  await window.open(job.file);
  await window.goTo(job.at);
  seen.hover = await window.hover();
  seen.running = await window.status("Cheat sheet: ready");
  await window.unhover();
  seen.output = await output(window);
});

/** By the button of the message: a dialog for files, whose answer is kept in the settings. */
async function choose(window, right) {
  await window.answer(NEEDS, "Choose a Python");
  const input = window.page.locator(".quick-input-widget:visible input").first();
  await window.picked(".."); // the folder is listed
  await input.fill(right);
  await window.picture("choose-python");
  await window.press("Enter");
  await window.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The settings of the machine, as a person would write them. */
function set(home, value) {
  const folder = path.join(home, "user", "Machine");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "settings.json"), JSON.stringify({ [KEY]: value }));
}

async function output(window) {
  await window.command("Show output");
  const lines = window.page.locator(".output-view-container, .panel .view-lines").first();
  await lines.waitFor();
  await window.picture("output");
  return lines.innerText();
}
