import { assertNever } from "../../../shared/assert-never.ts";
import type { Parsed } from "../answer.ts";
import { type Option, optionsOf, type Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { askBack } from "./ask-back.ts";
import { matchOption, numbered } from "./match-option.ts";
import { ticked } from "./ticked.ts";

/** `choice`: the option's number, its text, or an unambiguous part of it. */
export function parseChoice(question: Question, typed: string): Parsed {
  const options = optionsOf(question);
  const marked = ticked(options, typed);
  if (marked) return { ok: true, value: marked.value, shown: marked.text };
  const match = matchOption(options, typed);
  switch (match.kind) {
    case "one":
      return { ok: true, value: match.option.value, shown: match.option.text };
    case "several": {
      const places = numbered(options).filter((_, at) => match.options.some((option) => option === options[at]));
      const readings = match.options.map(({ text }) => text);
      return { ok: false, retry: retryPhrases.choiceUnclear(plainAnswer(typed), places), readings };
    }
    case "within":
      return (
        askBack(
          plainAnswer(typed),
          match.options.map(({ text }) => text),
          leftOver(typed, match.options),
        ) ?? { ok: false, retry: retryPhrases.choice(numbered(options)) }
      );
    case "none":
      return { ok: false, retry: retryPhrases.choice(numbered(options)) };
    default:
      return assertNever(match);
  }
}

const leftOver = (typed: string, named: readonly Option[]): string =>
  named.reduce((rest, { text }) => rest.replace(text, " "), plainAnswer(typed).replace(/^\d{1,2}\s+/u, "")).trim();
