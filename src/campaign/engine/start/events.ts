import { event } from "../events.ts";

/** A folder was loaded at start; its definition is stored under this hash. */
export const definitionFound = event<{ hash: string }>("definition.found");

/** The campaign switched to another version of its definition: all cards may change. */
export const definitionAdopted = event<{ version: number }>("definition.adopted");
