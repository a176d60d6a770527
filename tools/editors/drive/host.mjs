// Mocha inside VS Code's extension host: the extension and its suite are loaded from clients/vscode as they lie there.

import { readFileSync } from "node:fs";
import { format } from "node:util";

import { CodeServer } from "./program.mjs";
import { browser } from "./window.mjs";

const PATIENCE = 240_000;

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const server = await CodeServer.start({ ...job, extensions: [], options: ["--vscode-option", "enable-smoke-test-driver"] });
const chromium = await browser();
try {
  const page = await chromium.newPage();
  const ended = new Promise((resolve) => {
    page.exposeFunction("codeAutomationExit", resolve);
    setTimeout(() => resolve("it never ended"), PATIENCE).unref();
  });
  await page.exposeFunction("codeAutomationLog", (_, words) => console.log(format(...words)));
  const remote = `vscode-remote://127.0.0.1:${server.port}`;
  const payload = [
    ["extensionDevelopmentPath", `${remote}${job.client}`],
    ["extensionTestsPath", `${remote}${job.client}/test/index.cjs`],
    ["skipWelcome", "true"],
  ];
  await page.goto(`${server.root}/?workspace=${encodeURI(job.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const code = await ended;
  console.log(`exit ${code}`);
} finally {
  await chromium.close();
  server.stop();
}
process.exit();
