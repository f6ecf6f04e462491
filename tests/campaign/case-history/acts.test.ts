import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ACTS } from "../../../src/campaign/case-history/acts.ts";

const CAMPAIGN = fileURLToPath(new URL("../../../src/campaign", import.meta.url));
const ACTION = /"([a-z][a-z-]*\.[a-z][a-z-]*)"/g;

/** The braces around a place in the code, with what stands in them. */
function objectAround(code: string, place: number): string {
  let depth = 0;
  let start = place;
  while (start > 0 && !(code[start] === "{" && depth === 0)) {
    if (code[start] === "}") depth += 1;
    if (code[start] === "{") depth -= 1;
    start -= 1;
  }
  depth = 0;
  for (let end = start; end < code.length; end += 1) {
    if (code[end] === "{") depth += 1;
    if (code[end] === "}") depth -= 1;
    if (depth === 0) return code.slice(start, end + 1);
  }
  return code.slice(start);
}

/** Every action that is written with a case, as it stands in the sources. */
function actionsOnCases(): string[] {
  const files = readdirSync(CAMPAIGN, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const code = readFileSync(join(CAMPAIGN, file), "utf8");
    return [...code.matchAll(/\baction(?::([^,}]*)|,| })/g)].flatMap((place) => {
      if (!/\bcaseId\b/.test(objectAround(code, place.index))) return [];
      const said = place[1] ?? [...code.slice(0, place.index).matchAll(/\baction =[^;]*;/g)].at(-1)?.[0] ?? "";
      return [...said.matchAll(ACTION)].map(([, action = ""]) => action);
    });
  });
}

describe("what was done with a case", () => {
  it("has words for every action that the journal has of it", () => {
    const actions = actionsOnCases();
    expect(actions.length).toBeGreaterThan(35);
    expect([...new Set(actions)].filter((action) => !(action in ACTS))).toEqual([]);
  });
});
