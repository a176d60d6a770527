// The client of basedpyright, as plain as can be: the server under BASEDPYRIGHT, for Python files.

const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const module = process.env.BASEDPYRIGHT;
  const server = { module, transport: TransportKind.ipc };
  client = new LanguageClient("basedpyright", "basedpyright", server, {
    documentSelector: [{ scheme: "file", language: "python" }],
  });
  return client.start();
};

exports.deactivate = () => client?.stop();
