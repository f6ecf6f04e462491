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

/** 嘉园新小区有特色，城南条件好: a clause that begins with what only another case is called. */
export function otherCaseAtHead(
  { form, state }: { form: Form; state: FormState },
  text: string,
  names: readonly string[],
): { name: string; moves: boolean } | undefined {
  const open = openQuestion(form, state);
  const own = open && names.find((name) => isOf(open, name));
  if (own === undefined) return undefined;
  const parts = partsOfOne([...new Set(names)]).filter(([part]) => /^\p{Script=Han}+$/u.test(part));
  for (const clause of text.trim().split(/[，,。；;\s]+/u)) {
    const [part = "", name] = parts.find(([one]) => clause.startsWith(one)) ?? [];
    const rest = clause.slice(part.length);
    const isMeant = !isGeneric(part) || [...clause].length <= SHORT_CLAUSE || MOVES.test(rest);
    if (name !== undefined && name !== own && isMeant && !WORD_GOES_ON.test(rest))
      return { name, moves: MOVES.test(rest) };
  }
  return undefined;
}

/** 江东花园改第1: the case that is put elsewhere, and of which nothing else is said. */
export function movedCase(text: string, names: readonly string[]): string | undefined {
  const said = text.trim();
  return names.find((name) => said.startsWith(name) && MOVES.test(said.slice(name.length)));
}
