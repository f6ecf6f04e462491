import { event } from "../events.ts";

/** A folder was read at the start, and what it says is stored under this hash. */
export const definitionFound = event<{ hash: string }>("definition.found");

/** The campaign runs under another version of its definition: every card may show something else. */
export const definitionAdopted = event<{ version: number }>("definition.adopted");
