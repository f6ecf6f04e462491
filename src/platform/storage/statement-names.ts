import { createHash } from "node:crypto";

/** Statements whose lists differ in length each have a name of their own; beyond this many, the rest stay unnamed. */
const MAX_NAMES = 500;

/**
 * Names for prepared statements: the server parses and plans a named one once a connection.
 * @returns an empty name for a statement that is not to be kept
 */
export function makeStatementNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMES) return "";
    const name = createHash("sha1").update(text).digest("base64url");
    names.set(text, name);
    return name;
  };
}
