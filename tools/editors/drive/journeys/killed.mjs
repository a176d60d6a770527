// The server killed once comes back; killed again and again it is given up, with a message that names its log.

import { existsSync } from "node:fs";

import { journey } from "../frame.mjs";
import { until } from "../waiting.mjs";

await journey(async (window, job, seen) => {
  await window.open(job.file);
  await window.goTo(job.at);
  await window.hover();
  await window.unhover();
  let pid = await running(window);
  process.kill(pid, "SIGKILL");
  seen.waiting = await window.status("starts again in 1 s");
  pid = await running(window, pid);
  seen.again = (await window.hover()).text;
  await window.unhover();
  for (let times = 2; times <= 5; times += 1) {
    process.kill(pid, "SIGKILL");
    pid = times < 5 ? await running(window, pid) : undefined;
  }
  seen.told = await window.told("is not started again");
  await window.picture("given-up");
  seen.log = existsSync(seen.told.text.split("Its log: ")[1]);
  await window.status("Cheat sheet: stopped");
  await window.answer("is not started again", "Restart server");
  seen.ready = await window.status("Cheat sheet: ready");
  seen.restarted = (await window.hover()).text;
});

/** The process id of a server other than `old`. */
async function running(window, old) {
  let found;
  await until("a server runs", () => {
    found = window.server.processes("serve.py").find(({ pid }) => pid !== old);
    return found !== undefined;
  });
  return found.pid;
}
