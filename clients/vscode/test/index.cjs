// Run by VS Code inside its extension host; what `run` returns is rejected where a test fails.

const { readdirSync } = require("node:fs");
const path = require("node:path");

const Mocha = require("mocha");

exports.run = () =>
  new Promise((resolve, reject) => {
    const mocha = new Mocha({ timeout: 60_000, color: false });
    const suite = path.join(__dirname, "suite");
    for (const name of readdirSync(suite).filter((one) => one.endsWith(".test.cjs"))) {
      mocha.addFile(path.join(suite, name));
    }
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
