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

const ID = /\d{1,2}-\d{1,2}/gu;
/** 除了, 除外, 不算: said of clauses that are left out. */
const EXCEPT =
  /除(?:了|去|开|外)?|以外|之外|(?<=\d\s*[项条款]?)外|不算|不含|不包括|另外?说|另算|(?:就是|就|只有|只|仅|唯独|除非)(?=[\s\d])|(?<=\d\s*)(?:还|都|有)*有?(?:点|些)?(?:小)?(?:问题|出入|存疑)/gu;
const BETWEEN = /[\s、,，。.!！:：]|[嗯呃那和及与]|(?:这[一几]?)?[条项款]/gu;

/** 除了7-3其余都符合, 10-2除外其余符合: the clauses left out, of which it is not said what they are. */
export function leftOut(definition: Definition, typed: string): readonly string[] | undefined {
  const text = writeIds(definition, typed.normalize("NFKC"));
  const excepted = text.replaceAll(EXCEPT, " ");
  if (excepted === text) return undefined;
  const known = clausesOf(definition).map(({ id }) => id);
  const named = text.match(ID) ?? [];
  const said = excepted.replaceAll(ID, "").replaceAll(BETWEEN, "");
  const isAll = said !== "" && (restAt(said) === said.length || restAt(`其余${said}`) === said.length + 2);
  return named.length > 0 && isAll && named.every((id) => known.includes(id)) ? named : undefined;
}
