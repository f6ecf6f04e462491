import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { matchOption } from "../../platform/conversation/answers/match-option.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Member } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { answerFacts } from "./one-view.ts";
import { rulingPhrases } from "./phrases.ts";
import { readAnswerParts } from "./read-request.ts";
import { recordAnswer } from "./record.ts";
import { approversIn, mayRecord } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

const KIND = "ruling.answer";

/** Asks for the answer to one ruling in the direct chat. */
export const waitForAnswer = (context: PersonContext, ruling: string): Promise<void> =>
  context.dialogue.open(KIND, { ruling });

/** Records a typed answer, or asks for the approver if there are several. @returns the reply */
export async function recordTyped(
  context: PersonContext,
  { ruling, typed, approver }: { ruling: string; typed: string; approver?: Member },
): Promise<View> {
  const { campaign, people, person, place, now } = context;
  const { definition } = campaign;
  if (!mayRecord(definition, person)) throw new RefusalError("ruling.may-not-record", rulingPhrases.mayNotRecord());
  if (place === "group") throw new RefusalError("ruling.in-group", rulingPhrases.notInGroup());
  const approvers = approversIn(definition, people);
  const [only, second] = approver ? [approver] : approvers;
  if (!only) throw new RefusalError("ruling.no-approver", rulingPhrases.noApprover());
  if (second) {
    await context.dialogue.open(KIND, { ruling, typed });
    const names = approvers.map(({ name }) => name);
    return textView(rulingPhrases.askTitle(), rulingPhrases.askApprover(ruling, names));
  }
  const parts = readAnswerParts(typed, { definition, today: dayOf(now) });
  const answer = await recordAnswer(context, { ruling, ...parts, approver: only });
  await context.dialogue.close(KIND);
  return recordedView(context, answer);
}

export const answerDialogue = dialogue({
  kind: KIND,
  /** `typed`: the answer, while the approver is missing. */
  state: z.object({ ruling: z.string(), typed: z.string().optional() }),
  async handle(context, { state: { ruling, typed }, text, files }) {
    if (files.length > 0 || text.trim() === "") return false;
    const answer =
      typed === undefined ? { ruling, typed: text.trim() } : { ruling, typed, approver: chosenApprover(context, text) };
    await context.reply(await recordTyped(context, answer));
    return true;
  },
});

function chosenApprover({ campaign, people }: PersonContext, text: string): Member {
  const approvers = approversIn(campaign.definition, people);
  const match = matchOption(
    approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    text,
  );
  const chosen = match.kind === "one" ? approvers.find(({ staffId }) => staffId === match.option.value) : undefined;
  if (chosen) return chosen;
  const names = approvers.map(({ name }) => name);
  throw new RefusalError("ruling.unknown-approver", rulingPhrases.unknownApprover(text, names));
}

const recordedView = (context: PersonContext, answer: RecordedAnswer): View => ({
  title: rulingPhrases.recordedTitle(answer.ruling),
  tone: "near",
  body: [
    { kind: "facts", facts: answerFacts(context, answer) },
    { kind: "text", text: rulingPhrases.recordedText(answer.approverName) },
  ],
  actions: [],
});
