// Puts the server, the sheet and the pure-Python libraries into bundled/: one package for all platforms.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const root = path.resolve(here, "..", "..");
const target = path.join(here, "bundled");
const libs = path.join(target, "libs");
const python = process.env.PYTHON ?? path.join(root, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

const START = `"""The server and its command line, with the libraries beside this file and nothing of the workspace."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "libs"))

from cheatsheet_ls.cli import main

sys.exit(main(sys.argv[1:] or ["serve"]))
`;

rmSync(target, { recursive: true, force: true });
mkdirSync(libs, { recursive: true });
execFileSync(
  python,
  ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps", "--require-hashes",
    "--only-binary", ":all:", "--target", libs, "-r", path.join(root, "requirements", "extension.txt")],
  { stdio: "inherit" },
);
cpSync(path.join(root, "server", "cheatsheet_ls"), path.join(libs, "cheatsheet_ls"), {
  recursive: true,
  filter: (source) => !source.includes("__pycache__"),
});
cpSync(path.join(root, "content"), path.join(libs, "cheatsheet_ls", "content"), { recursive: true });
rmSync(path.join(libs, "bin"), { recursive: true, force: true });
buildIndex();
nameServer();
writeFileSync(path.join(target, "serve.py"), START);
for (const file of ["LICENSE", "CHANGELOG.md"]) {
  cpSync(path.join(root, file), path.join(here, file));
}
dropStubs(libs);
refuseCompiled(libs);

/** The sheet is parsed here, so that starting the server need not. */
function buildIndex() {
  const build = [
    "import sys, pathlib",
    "sys.path.insert(0, sys.argv[1])",
    "from cheatsheet_ls.sheet.load import built_index",
    "from cheatsheet_ls.sheet.locate import BUILT, content_folder",
    "pathlib.Path(content_folder(), BUILT).write_bytes(built_index(content_folder()))",
  ].join("\n");
  execFileSync(python, ["-I", "-B", "-c", build, libs], { stdio: "inherit" });
}

/** What the server answers when it is asked for its version. */
function nameServer() {
  const { version } = JSON.parse(readFileSync(path.join(here, "package.json"), "utf8"));
  const info = path.join(libs, `django_cheatsheet_ls-${version}.dist-info`);
  mkdirSync(info);
  writeFileSync(path.join(info, "METADATA"), `Metadata-Version: 2.4\nName: django-cheatsheet-ls\nVersion: ${version}\n`);
}

/** Types of the libraries are for those who program with them. */
function dropStubs(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (name.endsWith(".pyi")) {
      rmSync(path.join(folder, name));
    }
  }
}

/** A compiled library would run on one platform only. */
function refuseCompiled(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      refuseCompiled(file);
    } else if (/\.(so|pyd|dylib|dll)$/.test(name)) {
      throw new Error(`${file} is compiled; the extension must be pure Python`);
    }
  }
}
