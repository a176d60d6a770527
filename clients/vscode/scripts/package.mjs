// dist/django-cheatsheet-VERSION.vsix in the project's dist folder.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(path.join(here, "package.json"), "utf8"));
const dist = path.resolve(here, "..", "..", "dist");
const file = path.join(dist, `django-cheatsheet-${version}.vsix`);
const vsce = path.join(here, "node_modules", "@vscode", "vsce", "vsce");

mkdirSync(dist, { recursive: true });
execFileSync(process.execPath, [vsce, "package", "--no-dependencies", "--skip-license", "--out", file], { cwd: here, stdio: "inherit" });
console.log(file);
