import type { Form, Question } from "../../platform/conversation/field.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { otherCaseIn } from "../../platform/conversation/parts-of-other.ts";
import { isGeneric } from "./no-reason.ts";
import { partsOfOne } from "./short-name.ts";

/** Whose reason is asked for. */
const isOf = ({ label }: Question, name: string): boolean => label.startsWith(name);

/**
 * 我们在锦绣江南拍的, where the reason of another case is asked for: the case that it names within, and does not compare
 * with.
 */
export function otherCaseWithin(
  { form, state }: { form: Form; state: FormState },
  text: string,
  names: readonly string[],
): string | undefined {
  const open = openQuestion(form, state);
  const own = open && names.find((name) => isOf(open, name));
  return otherCaseIn(text, { own, cases: names });
}

/** 花园式小区, 嘉园里: the word is part of another. */
const WORD_GOES_ON = /^(?:式|型|般|里|内|外|化|小区|城市?|社区|和|与|跟|及|、)/u;
/** In characters, of a clause with a name that many have in part: 花园新. */
const SHORT_CLAUSE = 3;
const MOVES = /^(?:改?[放排]?在?(?:第[\d一二三四五六七八九十]|最[前后]|首位|末位)|改\s*\d|先?不[推报要])/u;

/** 名苑: many names end so, and no sentence begins with it otherwise. */
const NO_WORD = /苑$/u;
const STAYS = /^(?:的|理由|这边|那边|也|都|还是)*(?:不变|照旧|不动|没变|没有变化)/u;
/** 花园8-2已补缴, 花园不变 */
const STATES = new RegExp(`^\\d{1,2}-\\d|${STAYS.source}`, "u");

/** A clause of a reason that begins with another case. `before`: what is said before it. */
export interface OtherClause {
  name: string;
  moves: boolean;
  /** 名苑不变 */
  stays: boolean;
  before: string;
  said: string;
}

/** 嘉园新小区有特色，城南条件好: a clause that begins with what only another case is called. */
export function otherCaseAtHead(
  { form, state }: { form: Form; state: FormState },
  text: string,
  names: readonly string[],
): OtherClause | undefined {
  const open = openQuestion(form, state);
  const own = open && names.find((name) => isOf(open, name));
  if (own === undefined) return undefined;
  return clauseOfOther(own, text, names);
}

/** @param own whose reason it is */
export function clauseOfOther(own: string, text: string, names: readonly string[]): OtherClause | undefined {
  const parts = partsOfOne([...new Set(names)]).filter(([part]) => /^\p{Script=Han}+$/u.test(part));
  for (const { 0: clause, index } of text.matchAll(/[^，,。；;\s]+/gu)) {
    const [part = "", name] = parts.find(([one]) => clause.startsWith(one)) ?? [];
    const rest = clause.slice(part.length);
    const isMeant =
      !isGeneric(part) ||
      NO_WORD.test(part) ||
      [...clause].length <= SHORT_CLAUSE ||
      MOVES.test(rest) ||
      STATES.test(rest);
    if (name !== undefined && name !== own && isMeant && !WORD_GOES_ON.test(rest))
      return {
        name,
        moves: MOVES.test(rest),
        stays: STAYS.test(rest),
        before: text.slice(0, index),
        said: text.slice(index),
      };
  }
  return undefined;
}

/** 江东花园改第1: the case that is put elsewhere, and of which nothing else is said. */
export function movedCase(text: string, names: readonly string[]): string | undefined {
  const said = text.trim();
  return names.find((name) => said.startsWith(name) && MOVES.test(said.slice(name.length)));
}
