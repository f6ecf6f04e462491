import { assertNever } from "../../../shared/assert-never.ts";
import type { Parsed } from "../answer.ts";
import { type Option, optionsOf, type Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { isFill } from "../rest-words.ts";
import { askBack } from "./ask-back.ts";
import { matchOption, numbered } from "./match-option.ts";
import { ticked } from "./ticked.ts";

/** `choice`: the option's number, its text, or an unambiguous part of it. */
export function parseChoice(question: Question, typed: string): Parsed {
  const options = optionsOf(question);
  const marked = ticked(options, typed);
  if (marked) return { ok: true, value: marked.value, shown: marked.text };
  const match = matchOption(options, typed);
  const none = options.find(({ text }) => /^(?:尚|还)?(?:未|没有?)(?:成立|设立?|建立)$/u.test(text));
  switch (match.kind) {
    case "one":
      return { ok: true, value: match.option.value, shown: match.option.text };
    case "several": {
      const places = numbered(options).filter((_, at) => match.options.some((option) => option === options[at]));
      const readings = match.options.map(({ text }) => text);
      return { ok: false, retry: retryPhrases.choiceUnclear(plainAnswer(typed), places), readings };
    }
    case "within": {
      const [only, second] = match.options;
      const left = leftOver(typed, match.options);
      // 就选社区, 社区吧
      if (only && !second && left !== "" && isFill(left)) return { ok: true, value: only.value, shown: only.text };
      if (none && NOT_YET.test(plainAnswer(typed)))
        return (
          askBack(plainAnswer(typed), [none.text], leftOver(typed, match.options)) ?? {
            ok: false,
            retry: retryPhrases.choice(numbered(options)),
          }
        );
      return (
        askBack(
          plainAnswer(typed),
          match.options.map(({ text }) => text),
          left,
        ) ?? { ok: false, retry: retryPhrases.choice(numbered(options)) }
      );
    }
    case "none":
      return { ok: false, retry: retryPhrases.choice(numbered(options)) };
    default:
      return assertNever(match);
  }
}

/** 还没成立业委会, 业委会还在筹备 */
const NOT_YET = /(?:没有?|未|尚未)(?:成立|设立|建立|组建)|(?:正?在|还在)筹[备建]/u;

const leftOver = (typed: string, named: readonly Option[]): string =>
  named.reduce((rest, { text }) => rest.replace(text, " "), plainAnswer(typed).replace(/^\d{1,2}\s+/u, "")).trim();
