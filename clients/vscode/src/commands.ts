/** The commands of this extension that a hover of the server may link to: these, and no others. */

export const INSERT_AT = "djangoCheatsheet.insertExampleAt";
export const OPEN_ENTRY = "djangoCheatsheet.openEntry";
export const IN_HOVERS = [INSERT_AT, OPEN_ENTRY];
