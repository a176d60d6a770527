// From opening a folder to the first hover with certain words, in milliseconds.

import { journey } from "../frame.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.goTo(job.at);
  do {
    seen.text = (await window.hover({ patience: 300 })).text;
  } while (!seen.text.includes(job.words));
  seen.milliseconds = Date.now() - window.started;
});
