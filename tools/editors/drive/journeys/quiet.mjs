// A window without Python or templates gets nothing: no activation, no process. The first Python file brings both.

import { readdirSync } from "node:fs";
import path from "node:path";

import { journey } from "../frame.mjs";
import { until } from "../waiting.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.plain);
  await window.goTo(job.words, { behind: true });
  await window.type(" ");
  seen.activated = logs(job.home);
  await window.press("Escape", "Control+Z");
  await window.open(job.page);
  await window.goTo(job.emmet, { behind: true });
  await window.press("Enter");
  await window.type("ul>li");
  seen.emmet = await window.offered("ul>li"); // the extension host is awake
  await window.picture("emmet");
  seen.processes = window.server.processes("serve.py").length;
  await window.press("Escape");
  await window.open(job.python);
  await until("the server runs", () => window.server.processes("serve.py").length === 1);
  seen.started = window.server.processes("serve.py").length;
});

/** Where VS Code keeps the log of our extension, once it is activated. */
function logs(home) {
  return readdirSync(path.join(home, "user", "logs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith("django-cheatsheet."))
    .map((entry) => entry.name);
}
