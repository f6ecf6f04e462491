import type { Definition } from "../../definition/definition.ts";
import { writeIds } from "./clause-ids.ts";
import { clausesOf, type Standing } from "./requirements.ts";
import { restAt, standingAt } from "./standing-words.ts";

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
const BETWEEN = /[\s、,，。.!！:：]|那个|[嗯呃啊呀吧呢那和及与]|(?:这[一几]?)?[条项款]/gu;
/** 七杠二物业费公示没有弄, at the end: what is wrong there, in words. */
const WHAT_IS_WRONG =
  /(?<=\d-\d{1,2}[\s的]*)(?<words>\p{Script=Han}*?(?:没|未|不(?!算|含|包括)|缺|差|少)[^\d,，;；。]*?)(?=(?:以外|之外|外)?[\s。,，;；]*(?:$|其余|其[他它]|别的|剩[下余]))/u;

const SAYS_HOW = /问题|出入|存疑|符合|达标|满足|清楚|适用/u;

/** The words behind clauses that are left out, which have no place. */
export const wordsLeftOut = (definition: Definition, typed: string): string | undefined => {
  const words = WHAT_IS_WRONG.exec(writeIds(definition, typed.normalize("NFKC")))?.groups?.words;
  return words === undefined || standingAt(words) || SAYS_HOW.test(words) ? undefined : words.trim();
};

/** 1至4: whole items */
const ITEMS = /^\s*第?(?<from>\d{1,2})[项条]?\s*[至到~～]\s*第?(?<to>\d{1,2})[项条]?\s*$/u;

/** 3-4, 第3条第4款、5-1: numbers of clauses, and nothing else. */
export function clausesAlone(definition: Definition, typed: string): readonly string[] | undefined {
  const plain = typed.normalize("NFKC");
  const { from, to } = ITEMS.exec(plain)?.groups ?? {};
  if (from !== undefined && Number(to) > Number(from)) {
    const items = definition.requirements.requirements.filter(
      ({ id }) => Number(id) >= Number(from) && Number(id) <= Number(to),
    );
    return items.length === Number(to) - Number(from) + 1
      ? items.flatMap(({ clauses }) => clauses.map(({ id }) => id))
      : undefined;
  }
  const text = writeIds(definition, plain);
  const known = clausesOf(definition).map(({ id }) => id);
  const named = text.match(ID) ?? [];
  const isAlone = text.replaceAll(ID, "").replaceAll(BETWEEN, "") === "";
  return named.length > 0 && isAlone && named.every((id) => known.includes(id)) ? [...new Set(named)] : undefined;
}

/** 除了7-3其余都符合, 10-2除外其余符合: the clauses left out, of which it is not said what they are. */
export function leftOut(definition: Definition, typed: string): readonly string[] | undefined {
  const all = writeIds(definition, typed.normalize("NFKC"));
  const text = wordsLeftOut(definition, typed) === undefined ? all : all.replace(WHAT_IS_WRONG, "");
  const excepted = text.replaceAll(EXCEPT, " ");
  if (excepted === text) return undefined;
  const known = clausesOf(definition).map(({ id }) => id);
  const named = text.match(ID) ?? [];
  const said = excepted.replaceAll(ID, "").replaceAll(BETWEEN, "");
  const isAll = said !== "" && (restAt(said) === said.length || restAt(`其余${said}`) === said.length + 2);
  return named.length > 0 && isAll && named.every((id) => known.includes(id)) ? named : undefined;
}
