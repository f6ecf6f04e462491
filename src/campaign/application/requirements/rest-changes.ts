import type { Definition } from "../../definition/definition.ts";
import { writeIds } from "./clause-ids.ts";
import { clausesOf, type Standing } from "./requirements.ts";
import { restAt } from "./standing-words.ts";

type Clauses = Readonly<Record<string, Standing>>;

/** Clauses that 其余均符合 would turn from 不符合 or 尚不清楚 to 符合 without naming them, in the plan's order. */
export function changedByRest(
  definition: Definition,
  before: Clauses | undefined,
  given: { rest: boolean; clauses: Clauses },
): { id: string; from: "notMet" | "unclear" }[] {
  if (!given.rest || !before) return [];
  return clausesOf(definition).flatMap(({ id }) => {
    const from = before[id];
    return given.clauses[id] === undefined && (from === "notMet" || from === "unclear") ? [{ id, from }] : [];
  });
}

const ID = "\\d{1,2}-\\d{1,2}";
const EXCEPT = new RegExp(
  `^[\\s嗯呃那,，]*除(?:了|去|开)?\\s*(${ID}(?:[\\s、,，和及与]+${ID})*)\\s*(?:项|条|款)?(?:这[一几]?[条项])?(?:以外|之外|外)?[\\s,，]*(?=\\S)(.*)$`,
  "su",
);

/** 除了7-3其余都符合: the clauses left out, of which it is not said what they are. */
export function leftOut(definition: Definition, typed: string): readonly string[] | undefined {
  const [, ids, rest = ""] = EXCEPT.exec(writeIds(definition, typed.normalize("NFKC"))) ?? [];
  const known = clausesOf(definition).map(({ id }) => id);
  const named = ids?.match(new RegExp(ID, "gu")) ?? [];
  const said = rest.replace(/[\s。.!！]+$/u, "");
  const isAll = restAt(said) === said.length || restAt(`其余${said}`) === said.length + 2;
  return named.length > 0 && isAll && named.every((id) => known.includes(id)) ? named : undefined;
}
