// Hover, a snippet with tab stops, an example by the light bulb and by the link of a hover.

import { journey } from "../frame.mjs";

await journey(async (window, job, seen) => {
  for (const { name, file, at } of job.hovers) {
    await window.open(file);
    await window.goTo(at);
    seen[name] = await window.hover();
    await window.picture(name);
    await window.unhover();
  }
  await completed(window, job.snippet, seen);
  await inserted(window, job.action, seen);
  await linked(window, job.link, seen);
});

async function completed(window, { file, below, typed, label, stops }, seen) {
  await window.open(file);
  await window.goTo(below, { behind: true });
  await window.press("Enter");
  await window.type(typed);
  seen.menu = await window.offered(label);
  await window.picture("completion");
  await window.press("Enter");
  for (const [number, words] of stops.entries()) {
    if (number > 0) {
      await window.press("Tab");
    }
    await window.type(words);
  }
  await window.press("Escape", "Escape");
  seen.snippet = await window.saved("the snippet", (text) => stops.every((words) => text.includes(words)));
  await window.picture("snippet");
}

async function inserted(window, { file, at, title }, seen) {
  await window.open(file);
  seen.before = window.text();
  await window.goTo(at);
  seen.actions = await window.actions(title);
  await window.picture("action");
  await window.act(title);
  seen.after = await window.saved("the example", (text) => text !== seen.before);
  await window.picture("inserted");
}

async function linked(window, { file, at, example }, seen) {
  await window.open(file);
  await window.goTo(at);
  seen.linked = await window.hover();
  await window.follow("Insert example");
  await window.asks("Which example goes here?");
  seen.offers = await window.picked(example);
  await window.picture("pick");
  const before = window.text();
  await window.press("Enter");
  seen.byLink = await window.saved("the example of the link", (text) => text !== before);
  await window.goTo(at);
  await window.hover();
  await window.follow("Open in cheat sheet");
  seen.opened = await (await window.entry(lastWord(at))).innerText();
}

function lastWord(at) {
  return at.split(/\W+/).at(-1);
}
