// node journey.mjs JOB: hover, a snippet with tab stops, an example by the light bulb; the report is JSON on stdout.

import { readFileSync } from "node:fs";

import { VSCode } from "./window.mjs";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const window = await VSCode.start(job);
const seen = {};

async function hovered(name, file, words) {
  await window.open(file);
  await window.goTo(words);
  seen[name] = await window.hover();
  await window.picture(name);
  await window.unhover();
}

async function completed() {
  const { below, typed, label, stops } = job.snippet;
  await window.open(job.snippet.file);
  await window.goTo(below, { behind: true });
  await window.press("Enter");
  await window.type(typed);
  seen.menu = await window.menu(label);
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

async function inserted() {
  const { file, at, title } = job.action;
  await window.open(file);
  seen.before = window.text();
  await window.goTo(at);
  seen.actions = await window.actions(title);
  await window.picture("action");
  await window.act(title);
  seen.after = await window.saved("the example", (text) => text !== seen.before);
  await window.picture("inserted");
}

try {
  for (const { name, file, at } of job.hovers) {
    await hovered(name, file, at);
  }
  await completed();
  await inserted();
} catch (error) {
  seen.problem = String(error?.stack ?? error);
  await window.picture("problem").catch(() => undefined);
} finally {
  await window.close();
}
console.log(JSON.stringify(seen));
