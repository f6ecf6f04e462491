import type { Action, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { readAnswer } from "./answer-value.ts";
import { effectsOf } from "./effects.ts";
import { executionWords, isEnforced } from "./enforcement.ts";
import { rulingPhrases } from "./phrases.ts";
import type { NewAnswer } from "./record.ts";

/** How an answer was understood, before it is recorded. `doubtful`: the person is asked whether that is meant. */
export type Understood =
  | { kind: "plain" }
  | { kind: "doubtful"; rest: string }
  | { kind: "several"; readings: readonly string[] };

/**
 * An answer goes on at once if all of it was read, or if people carry it out anyway.
 * @throws {RefusalError} if the program needs a value and none was read
 */
export function understood(context: PersonContext, { ruling, text }: Pick<NewAnswer, "ruling" | "text">): Understood {
  const { definition } = context.campaign;
  const read = readAnswer(ruling, text, { definition, today: dayOf(context.now), rulings: context.rulings });
  if (read.kind === "unclear") throw new RefusalError("ruling.unclear", rulingPhrases.unclear(ruling, read.forms));
  if (read.kind === "several") return read;
  if (!isEnforced(context, ruling)) return { kind: "plain" };
  if (read.kind === "words") return { kind: "doubtful", rest: text };
  return read.rest === "" ? { kind: "plain" } : { kind: "doubtful", rest: read.rest };
}

/** 系统的理解: what the program would do, what it did not read, and what that changes. */
export async function echoView(context: PersonContext, answer: NewAnswer, rest: string): Promise<View> {
  const { ruling, text, approver } = answer;
  const { definition } = context.campaign;
  const read = readAnswer(ruling, text, { definition, today: dayOf(context.now), rulings: context.rulings });
  const value = read.kind === "value" ? read.value : {};
  const effects = await effectsOf(context, { ruling, text, value });
  return {
    title: rulingPhrases.echoTitle(ruling),
    tone: "near",
    body: [
      {
        kind: "facts",
        facts: [
          { label: rulingPhrases.proposedLabel(false), value: text },
          { label: rulingPhrases.echoLabel(), value: executionWords(context, ruling, value) },
          { label: rulingPhrases.restLabel(), value: rulingPhrases.rest(rest) },
          ...effects.map((effect) => ({ label: rulingPhrases.effectsLabel(), value: effect })),
          { label: rulingPhrases.approverLabel(definition, approver.name), value: approver.name },
        ],
      },
      { kind: "text", text: rulingPhrases.echoText(approver.name) },
    ],
    actions: [keepAction(ruling)],
  };
}

const keepAction = (ruling: string): Action => ({
  id: "ruling.keep",
  label: rulingPhrases.keepLabel(),
  typed: rulingPhrases.keepLabel(),
  look: "primary",
  subject: ruling,
});

export const severalView = (ruling: string, readings: readonly string[]): View => ({
  title: rulingPhrases.echoTitle(ruling),
  tone: "near",
  body: [{ kind: "text", text: rulingPhrases.several(readings) }],
  actions: [],
});
