/** The few messages a person gets, each with the button that helps. */

import * as vscode from "vscode";

import { Python, SETTING } from "./python";

const CHOOSE = "Choose a Python";
const OUTPUT = "Show output";
const RESTART = "Restart server";

export async function noPython(showOutput: () => void): Promise<void> {
  const told = "Django Cheat Sheet needs a Python 3.10 or newer to run its server, and found none.";
  const answer = await vscode.window.showWarningMessage(told, CHOOSE, OUTPUT);
  if (answer === CHOOSE) {
    await choosePython();
  } else if (answer === OUTPUT) {
    showOutput();
  }
}

export async function notTheSetting(why: string, python: Python): Promise<void> {
  const told = `djangoCheatsheet.${SETTING}: ${why}. Python ${python.version} (${python.file}) runs the server instead.`;
  if ((await vscode.window.showWarningMessage(told, CHOOSE)) === CHOOSE) {
    await choosePython();
  }
}

export async function gaveUp(times: number, log: string, showOutput: () => void, restart: () => unknown): Promise<void> {
  const told = `The Django cheat sheet server stopped ${times} times and is not started again. Its log: ${log}`;
  const answer = await vscode.window.showErrorMessage(told, OUTPUT, RESTART);
  if (answer === OUTPUT) {
    showOutput();
  } else if (answer === RESTART) {
    await restart();
  }
}

/** Into the settings of the machine that the server runs on, be it a remote one. */
export async function choosePython(): Promise<void> {
  const title = "A Python 3.10 or newer, to run the server of the cheat sheet";
  const chosen = await vscode.window.showOpenDialog({ title, openLabel: "Use this Python", canSelectMany: false });
  if (chosen?.[0]) {
    const settings = vscode.workspace.getConfiguration("djangoCheatsheet");
    await settings.update(SETTING, chosen[0].fsPath, vscode.ConfigurationTarget.Global);
  }
}
