import { z } from "zod";
import { last } from "../client/last.ts";
import { nearest } from "./nearest.ts";
import type { Step } from "./scenario.ts";
import { STEP_FORMS, type StepForm } from "./step-forms.ts";

/** The step cannot be parsed; the message is a sentence without its full stop. */
export class StepSyntaxError extends Error {
  override readonly name = "StepSyntaxError";
}

/** Names with blanks are enclosed in 「」. */
const TOKEN = /「([^」]+)」|([^\s「」]+)/g;

interface Token {
  text: string;
  /** Text in 「」 is a name, never a keyword. */
  isName: boolean;
}

const tokensOf = (head: string): Token[] =>
  [...head.matchAll(TOKEN)].map(([, name, word]) => ({ text: name ?? word ?? "", isName: name !== undefined }));

/** @param written a step as parsed from YAML: a single word, or keys of which the first is the step's head */
export function readStep(written: unknown): Step {
  const [[head, value] = ["", ""], ...others] = entriesOf(written);
  const tokens = tokensOf(head);
  const form = STEP_FORMS.find((one) => isHead(one, tokens));
  if (form === undefined) throw unknownStep(head, tokens);
  const extras = Object.fromEntries(others);
  const unknown = Object.keys(extras).find((key) => !form.extras.includes(key));
  if (unknown !== undefined) throw new StepSyntaxError(`步骤「${form.word}」不能带「${unknown}」${extrasOf(form)}`);
  try {
    return form.read(value, extras, whoseOf(form, tokens));
  } catch (error) {
    if (error instanceof z.ZodError) throw new StepSyntaxError(sentenceOf(error, form));
    throw error;
  }
}

/** A full-width colon in a line is treated as a YAML colon. */
function entriesOf(written: unknown): [string, unknown][] {
  if (typeof written === "string") {
    const [, head, value] = /^([^：]+)：\s*(.+)$/s.exec(written) ?? [];
    return head === undefined ? [[written, ""]] : [[head, value]];
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    throw new StepSyntaxError("步骤应写成「柯桥区经办人1 说: 帮助」这样的一行");
  }
  return Object.entries(written);
}

function isHead({ head, word }: StepForm, tokens: readonly Token[]): boolean {
  const isWord = (token: Token | undefined, wanted: string) => token?.isName === false && token.text === wanted;
  const names = head === "person" ? tokens.slice(0, -1) : tokens.slice(1);
  const mark = head === "person" ? last(tokens) : tokens[0];
  if (!isWord(mark, word)) return false;
  if (head === "world") return names.length === 0;
  return names.length === 1 || (names.length === 3 && isWord(names[1], "在"));
}

function whoseOf({ head }: StepForm, tokens: readonly Token[]): { who: string; in?: string } {
  const names = head === "person" ? tokens.slice(0, -1) : tokens.slice(1);
  const [who, , group] = names.map(({ text }) => text);
  return group === undefined ? { who: who ?? "" } : { who: who ?? "", in: group };
}

function unknownStep(head: string, tokens: readonly Token[]): StepSyntaxError {
  const words = STEP_FORMS.map(({ word }) => word);
  const candidates = tokens.filter(({ isName }) => !isName).map(({ text }) => ({ text, known: nearest(text, words) }));
  const exact = candidates.find(({ text, known }) => text === known);
  const mark = exact ?? last(candidates);
  const form = STEP_FORMS.find(({ word }) => word === mark?.known) ?? STEP_FORMS[0];
  return new StepSyntaxError(`不认识的步骤「${head}」，最接近的写法是「${form?.example}」`);
}

const extrasOf = ({ extras }: StepForm): string => (extras.length === 0 ? "" : `，可以带「${extras.join("、")}」`);

const sentenceOf = (error: z.ZodError, { example }: StepForm): string =>
  `${error.issues[0]?.message ?? "写法有误"}，例如「${example}」`;
