// The process of VS Code: a fresh profile, the extensions installed as people install them, one port.
//
// CODE_SERVER, MODULES and CHROMIUM say where the tools are (tools/editors/code_server.py).

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

import { SETTINGS } from "./settings.mjs";
import { until } from "./waiting.mjs";

const { CODE_SERVER } = process.env;
const QUIET = [
  "--config", "/dev/null", "--auth", "none", "--disable-telemetry", "--disable-update-check",
  "--disable-getting-started-override", "--ignore-last-opened",
];

export class CodeServer {
  /** `settings` win over ours, `environment` over that of the process; trust is asked for where a journey is about it. */
  static async start({ project, home, extensions, settings = {}, environment = {}, options = [], asksForTrust = false }) {
    const user = path.join(home, "user");
    const trust = { "security.workspace.trust.enabled": asksForTrust };
    mkdirSync(path.join(user, "User"), { recursive: true });
    writeFileSync(path.join(user, "User", "settings.json"), JSON.stringify({ ...SETTINGS, ...trust, ...settings }));
    const folders = ["--user-data-dir", user, "--extensions-dir", path.join(home, "extensions")];
    // VSCODE_CLI: as if started from a shell, whose variables are then not asked for once more.
    const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_CLI: "1", ...environment };
    for (const extension of extensions) {
      execFileSync(process.execPath, [CODE_SERVER, ...folders, "--install-extension", extension, "--force"], { env });
    }
    const port = await freePort();
    const args = [CODE_SERVER, ...folders, ...QUIET, ...(asksForTrust ? [] : ["--disable-workspace-trust"]), ...options, "--bind-addr", `127.0.0.1:${port}`, project];
    const program = spawn(process.execPath, args, { env, stdio: "ignore", detached: true });
    const server = new CodeServer(port, home, program);
    await until("code-server", async () => (await fetch(`${server.root}/healthz`).catch(() => null)) !== null);
    return server;
  }

  constructor(port, home, program) {
    Object.assign(this, { port, home, program, root: `http://127.0.0.1:${port}` });
  }

  address(project, query = "") {
    return `${this.root}/?folder=${encodeURI(project)}${query}`;
  }

  /** Processes below this profile's extensions whose command line has these words. */
  processes(words) {
    const running = [];
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const line = commandLine(pid);
      if (line.some((word) => word.startsWith(this.home)) && line.join(" ").includes(words)) {
        running.push({ pid: Number(pid), line });
      }
    }
    return running;
  }

  /** Its own process group: the extension host and our server go too. */
  stop() {
    try {
      process.kill(-this.program.pid);
    } catch {
      // it has ended already
    }
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // it has ended meanwhile
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
