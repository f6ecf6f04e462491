import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { matchOption } from "../../platform/conversation/answers/match-option.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Member } from "../directory/member.ts";
import type { Asked, CommandOutcome, PersonTurn, Talk } from "../engine/feature.ts";
import { answerFacts } from "./one-view.ts";
import { rulingPhrases } from "./phrases.ts";
import { readAnswerParts } from "./read-request.ts";
import { approversIn, mayRecord, recordAnswer } from "./record.ts";
import type { RecordedAnswer } from "./ruling.ts";

const ANSWER_TALK = "ruling.answer";

/** What the organizer has said so far: which ruling, and the answer once it only lacks its approver. */
const stateSchema = z.object({ ruling: z.string(), typed: z.string().optional() });

/** Waits in the direct chat for the answer to one ruling. */
export async function askForAnswer(turn: PersonTurn, ruling: string): Promise<void> {
  await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: ANSWER_TALK, state: { ruling } });
}

/** An answer in words. With several approvers it is asked who is to confirm it. */
export async function recordTyped(
  turn: PersonTurn,
  { ruling, typed, approver }: { ruling: string; typed: string; approver?: Member },
): Promise<void> {
  if (!mayRecord(turn)) throw new Refusal("ruling.may-not-record", rulingPhrases.mayNotRecord());
  if (turn.place === "group") throw new Refusal("ruling.in-group", rulingPhrases.notInGroup());
  const approvers = approversIn(turn);
  const [only, second] = approver ? [approver] : approvers;
  if (!only) throw new Refusal("ruling.no-approver", rulingPhrases.noApprover());
  if (second) {
    await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: ANSWER_TALK, state: { ruling, typed } });
    const names = approvers.map(({ name }) => name);
    return turn.reply(rulingPhrases.asked(rulingPhrases.askApprover(ruling, names)));
  }
  const { definition } = turn.campaign;
  const parts = readAnswerParts(typed, { definition, today: dayOf(turn.now) });
  const answer = await recordAnswer(turn, { ruling, ...parts, approver: only });
  await turn.dialogues.close(turn.tx, turn.person.staffId, ANSWER_TALK);
  await turn.reply(recordedView(turn, answer, only.name));
}

export const answerTalk: Talk = {
  kind: ANSWER_TALK,
  owns: () => false,
  async hear(turn, { state, text, files }) {
    if (files.length > 0 || text.trim() === "") return false;
    const { ruling, typed } = stateSchema.parse(state);
    if (typed === undefined) await recordTyped(turn, { ruling, typed: text.trim() });
    else await recordTyped(turn, { ruling, typed, approver: chosenApprover(turn, text) });
    return true;
  },
};

function chosenApprover(turn: PersonTurn, text: string): Member {
  const approvers = approversIn(turn);
  const match = matchOption(
    approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    text,
  );
  const chosen = match.kind === "one" ? approvers.find(({ staffId }) => staffId === match.option.value) : undefined;
  if (chosen) return chosen;
  const names = approvers.map(({ name }) => name);
  throw new Refusal("ruling.unknown-approver", rulingPhrases.unknownApprover(text, names));
}

const text = z.string().optional().catch(undefined);
const formSchema = z.object({ answer: text, effectiveOn: text, reason: text, approver: text });

/** An answer by the card's form. */
export async function recordForm(
  turn: PersonTurn,
  { ruling, asked }: { ruling: string; asked: Extract<Asked, { by: "press" }> },
): Promise<CommandOutcome> {
  const values = formSchema.parse(asked.form ?? {});
  const approvers = approversIn(turn);
  const approver = approvers.find(({ staffId }) => staffId === values.approver) ?? approvers[0];
  if (!approver) throw new Refusal("ruling.no-approver", rulingPhrases.noApprover());
  const effectiveOn = values.effectiveOn?.slice(0, 10);
  if (effectiveOn !== undefined && !isCivilDate(effectiveOn)) {
    throw new Refusal("ruling.bad-date", rulingPhrases.badDate());
  }
  const wanted = {
    ruling,
    text: cleanLine(values.answer ?? ""),
    approver,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(values.reason === undefined ? {} : { reason: cleanLine(values.reason) }),
  };
  await recordAnswer(turn, wanted, asked.card.id);
  return { changed: true, toast: rulingPhrases.recordedToast(ruling, approver.name) };
}

const recordedView = (turn: PersonTurn, answer: RecordedAnswer, approver: string): View => ({
  title: rulingPhrases.recordedTitle(answer.ruling),
  tone: "near",
  body: [
    { kind: "facts", facts: answerFacts(turn, answer) },
    { kind: "text", text: rulingPhrases.recordedText(approver) },
  ],
  actions: [],
});
