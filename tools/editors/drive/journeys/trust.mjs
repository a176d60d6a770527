// A workspace that lays out interpreters of its own runs none of them until it is trusted.

import { existsSync } from "node:fs";

import { journey } from "../frame.mjs";
import { until } from "../waiting.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.goTo(job.at);
  seen.hover = await window.hover();
  await window.picture("restricted");
  seen.status = await window.status("Cheat sheet: ready");
  seen.processes = window.server.processes("serve.py").map(({ line }) => line);
  seen.ranBefore = existsSync(job.trace);
  await window.unhover();
  await window.command("Manage Workspace Trust");
  await window.page.locator(".workspace-trust-editor .monaco-button", { hasText: "Trust" }).first().click();
  await until("the workspace's own interpreter is used", () => existsSync(job.trace));
  await until("the server runs", () => window.server.processes("serve.py").length > 0);
  await window.open(job.file);
  await window.goTo(job.at);
  await until("the team's sheet is read", async () => {
    await window.unhover();
    seen.hoverTrusted = await window.hover();
    return seen.hoverTrusted.text.startsWith(job.own);
  });
  seen.ranAfter = existsSync(job.trace);
});
