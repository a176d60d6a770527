// Beside basedpyright in one window: both hovers, and one menu without doubled labels.

import { journey } from "../frame.mjs";
import { until } from "../waiting.mjs";

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
  for (const { name, below, typed, label } of job.places) {
    await window.goTo(below, { behind: true });
    await window.press("Enter");
    await window.type(typed);
    seen[name] = await window.offered(label);
    await window.picture(`beside-${name}`);
    await window.press("Escape", "Escape");
    await window.command("Revert File");
    await window.page.locator(".tab.active:not(.dirty)").waitFor();
  }
});
