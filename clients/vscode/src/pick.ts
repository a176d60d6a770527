/** "Insert example: more…": all examples that fit the place, in a quick pick. */

import * as vscode from "vscode";

/** The server asks for this where a light bulb has more examples than it can show. */
export const PICK_EXAMPLE = "djangoCheatsheet.pickExample";
const INSERT_EXAMPLE = "djangoCheatsheet.insertExample"; // the server's own command
const PREFIX = /^Insert example: /;

interface Offer {
  title: string;
}

interface Question {
  examples?: Offer[];
}

interface Item extends vscode.QuickPickItem {
  offer: Offer;
}

export async function pickExample(question?: Question): Promise<void> {
  const items = (question?.examples ?? []).map(toItem);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Which example goes here?" });
  if (chosen) {
    await vscode.commands.executeCommand(INSERT_EXAMPLE, chosen.offer);
  }
}

function toItem(offer: Offer): Item {
  const title = offer.title.replace(PREFIX, "");
  return { label: title.charAt(0).toUpperCase() + title.slice(1), offer };
}
