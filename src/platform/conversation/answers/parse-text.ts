import type { AnswerContext, Parsed } from "../answer.ts";
import { countWords } from "../count-words.ts";
import type { Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { cleanLine, cleanParagraphs, compactAnswer } from "../plain.ts";

const HAS_WORDS = /[\p{L}\p{N}]/u;
/** Word counts a run of Latin letters as one word, so characters are limited as well. */
const MAX_CHARACTERS_PER_WORD = 8;
const MAX_CHARACTERS = 20_000;
const ATTACHED_PAGE = "附页";

const accepted = (value: string): Parsed => ({ ok: true, value, shown: value });

/** `text`: one line. `longText`: paragraphs. */
export function parseText(question: Question, typed: string, { pending }: AnswerContext): Parsed {
  if (pending?.kind === "attachedPage" && compactAnswer(typed) === ATTACHED_PAGE) return accepted(pending.text);
  const text = question.kind === "longText" ? cleanParagraphs(typed) : cleanLine(typed);
  if (text === "") return { ok: false, retry: retryPhrases.empty(question) };
  if (!HAS_WORDS.test(text)) return { ok: false, retry: retryPhrases.noWords(question) };
  const characters = [...text].length;
  const most = question.maxCharacters;
  if (characters > MAX_CHARACTERS) return { ok: false, retry: retryPhrases.tooLarge(characters) };
  if (most === undefined) return accepted(text);
  const words = countWords(text);
  if (words > most) return tooLong(question, { text, words, most });
  return characters > most * MAX_CHARACTERS_PER_WORD
    ? { ok: false, retry: retryPhrases.tooLarge(characters) }
    : accepted(text);
}

function tooLong({ overflow }: Question, { text, words, most }: { text: string; words: number; most: number }): Parsed {
  if (overflow !== true) return { ok: false, retry: retryPhrases.tooLong(words, most) };
  return { ok: false, retry: retryPhrases.attachedPage(words, most), pending: { kind: "attachedPage", text } };
}
