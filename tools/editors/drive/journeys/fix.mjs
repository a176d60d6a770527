// A mistake is underlined, told on hover, and mended by its quick fix.

import { journey } from "../frame.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.goTo(job.at);
  await window.page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
  seen.hover = (await window.hover()).text;
  await window.picture("problem-hover");
  await window.unhover();
  seen.actions = await window.actions(job.title);
  await window.picture("quick-fix");
  const before = window.text();
  await window.act(job.title);
  seen.mended = await window.saved("the fix", (text) => text !== before);
});
