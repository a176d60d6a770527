// Beside basedpyright in one window: both hovers, and one menu without doubled labels.

import { journey } from "../frame.mjs";
import { until } from "../waiting.mjs";

// The menu waits for the slowest of the servers, and a type checker looks through all of Django.
const SLOWEST = 60_000;

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.status("Cheat sheet: ready");
  await window.goTo(job.at);
  await until("both hovers", async () => {
    seen.hover = (await window.hover()).text;
    const both = job.both.every((words) => seen.hover.includes(words));
    if (both) {
      await window.picture("beside-hover");
    }
    await window.unhover();
    return both;
  });
  for (const { name, below, call, typed, label } of job.places) {
    await window.goTo(below, { behind: true });
    await window.press("Enter");
    if (call) {
      // Who types on while the type checker still looks for an attribute is shown nothing more.
      await window.type(call);
      await window.page.locator(".parameter-hints-widget.visible").waitFor({ timeout: SLOWEST });
    }
    await window.type(typed);
    seen[name] = await window.offered(label, SLOWEST);
    await window.picture(`beside-${name}`);
    await window.press("Escape", "Escape");
    await window.command("Revert File");
    await window.page.locator(".tab.active:not(.dirty)").waitFor();
  }
});
