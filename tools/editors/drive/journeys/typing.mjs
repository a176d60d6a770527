// What appears by typing alone: the menu is never asked for, and VS Code's settings are its own.

import { journey } from "../frame.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.places[0].file);
  await window.status("Cheat sheet: ready");
  const failed = [];
  for (const { name, file, below, typed, label } of job.places) {
    await window.open(file);
    await window.goTo(below, { behind: true });
    await window.press("Enter");
    await window.type(typed);
    const menu = await window.offered(label).catch((error) => failed.push(`${name}: ${error.message}`) && []);
    seen[name] = menu;
    await window.picture(`typing-${name}`);
    await window.press("Escape", "Escape");
    await window.command("Revert File");
    await window.page.locator(".tab.active:not(.dirty)").waitFor();
  }
  if (failed.length > 0) {
    throw new Error(failed.join("\n"));
  }
});
