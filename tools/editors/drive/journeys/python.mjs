// No Python that is new enough, a folder for an interpreter, a number for a path; then a right one, without a reload.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { journey } from "../frame.mjs";

const NEEDS = "needs a Python 3.10 or newer";
const KEY = "djangoCheatsheet.python.interpreter";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  seen.none = await window.told(NEEDS);
  seen.noneStatus = await window.status("no Python 3.10 or newer");
  await window.picture("no-python");
  await window.answer(NEEDS, "Choose a Python");
  await window.page.locator(".settings-editor .setting-item-label", { hasText: "Interpreter" }).first().waitFor();
  await window.picture("choose-python");
  for (const [name, value] of Object.entries(job.wrong)) {
    await window.command("Clear All Notifications");
    set(job.home, value);
    seen[name] = await window.told(NEEDS);
  }
  await window.command("Clear All Notifications");
  set(job.home, job.right);
  await window.open(job.file);
  await window.goTo(job.at);
  seen.hover = await window.hover();
  seen.running = await window.status("Cheat sheet: ready");
  await window.unhover();
  set(job.home, job.wrong.folder, job.bin);
  seen.output = await output(window);
});

/** The user's settings, as a person would write them. */
function set(home, value) {
  const file = path.join(home, "user", "User", "settings.json");
  const settings = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...settings, [KEY]: value }));
}

async function output(window) {
  await window.command("Show output");
  const lines = window.page.locator(".output-view-container, .panel .view-lines").first();
  await lines.waitFor();
  await window.picture("output");
  return lines.innerText();
}
