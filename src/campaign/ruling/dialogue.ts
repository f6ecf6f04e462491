import { z } from "zod";
import { type Asks, textView, type View } from "../../platform/chat/view.ts";
import { matchOption } from "../../platform/conversation/answers/match-option.ts";
import { civilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { rulingById } from "../definition/rulings-in-force.ts";
import type { Member } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { echoView, severalView, understood } from "./echo.ts";
import { answerFacts } from "./one-view.ts";
import { rulingPhrases } from "./phrases.ts";
import { readAnswerParts } from "./read-request.ts";
import { type NewAnswer, recordAnswer } from "./record.ts";
import { approversIn, mayRecord } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

const KIND = "ruling.answer";

/** Asks for the answer to one ruling in the direct chat. */
export async function waitForAnswer(context: PersonContext, ruling: string): Promise<Asks> {
  const asks = { kind: KIND, state: { ruling } };
  await context.dialogue.open(asks.kind, asks.state);
  return asks;
}

interface Typed {
  ruling: string;
  typed: string;
  approver?: Member;
}

/** Records a typed answer, or asks for the approver if there are several. @returns the reply */
export async function recordTyped(context: PersonContext, { ruling, typed, approver }: Typed): Promise<View> {
  const { campaign, people, person, place, now } = context;
  const { definition } = campaign;
  if (!mayRecord(definition, person))
    throw new RefusalError("ruling.may-not-record", rulingPhrases.mayNotRecord(definition));
  if (place === "group") throw new RefusalError("ruling.in-group", rulingPhrases.notInGroup());
  const approvers = approversIn(definition, people);
  const [only, second] = approver ? [approver] : approvers;
  if (!only) throw new RefusalError("ruling.no-approver", rulingPhrases.noApprover(definition));
  if (second) {
    await context.dialogue.open(KIND, { ruling, typed });
    const names = approvers.map(({ name }) => name);
    return textView(rulingPhrases.askTitle(), rulingPhrases.askApprover(definition, ruling, names));
  }
  const parts = readAnswerParts(typed, { definition, today: dayOf(now) });
  const answer = { ruling, ...parts, text: answerText(context, ruling, parts.text), approver: only };
  const asked = await askFirst(context, answer);
  if (asked) return asked;
  return recordedView(context, await keep(context, answer));
}

/** 按默认 stands for the text of the default. */
export function answerText({ campaign }: PersonContext, ruling: string, typed: string): string {
  const standing = rulingById(campaign.definition, ruling).default;
  return standing && rulingPhrases.defaultWords.test(typed) ? standing.text : typed;
}

/** Echoes an answer that was not read whole; undefined: it goes on at once. */
export async function askFirst(context: PersonContext, answer: NewAnswer): Promise<View | undefined> {
  const standing = rulingById(context.campaign.definition, answer.ruling).default;
  const read = standing?.text === answer.text ? { kind: "plain" as const } : understood(context, answer);
  if (read.kind === "plain") return undefined;
  const { approver, ...rest } = answer;
  const state = { ...rest, approver: approver.staffId };
  if (read.kind === "several") {
    await context.dialogue.open(KIND, { ruling: answer.ruling, several: { ...state, readings: read.readings } });
    return severalView(answer.ruling, read.readings);
  }
  await context.dialogue.open(KIND, { ruling: answer.ruling, echoed: state });
  return echoView(context, answer, read.rest);
}

async function keep(context: PersonContext, answer: NewAnswer): Promise<RecordedAnswer> {
  const recorded = await recordAnswer(context, answer);
  await context.dialogue.close(KIND);
  return recorded;
}

const answerState = z.object({
  ruling: z.string(),
  text: z.string(),
  effectiveOn: z.string().optional(),
  reason: z.string().optional(),
  approver: z.string(),
});

const dialogueState = z.object({
  ruling: z.string(),
  /** The answer, while the approver is missing. */
  typed: z.string().optional(),
  /** The answer as it was understood, while that is to be confirmed. */
  echoed: answerState.optional(),
  several: answerState.extend({ readings: z.array(z.string()) }).optional(),
});

/** 确认记录: records the answer as it was echoed. */
export async function keepEchoed(context: PersonContext): Promise<View> {
  const open = await context.dialogue.current();
  const echoed = open?.kind === KIND ? dialogueState.safeParse(open.state).data?.echoed : undefined;
  if (!echoed) throw new RefusalError("ruling.nothing-to-keep", rulingPhrases.nothingToKeep());
  return recordedView(context, await keep(context, answerOf(context, echoed)));
}

function answerOf({ campaign, people }: PersonContext, state: z.infer<typeof answerState>): NewAnswer {
  const { effectiveOn, reason, approver: named, ...rest } = state;
  const approver = approversIn(campaign.definition, people).find(({ staffId }) => staffId === named);
  if (!approver) throw new RefusalError("ruling.no-approver", rulingPhrases.noApprover(campaign.definition));
  return {
    ...rest,
    approver,
    ...(effectiveOn === undefined ? {} : { effectiveOn: civilDate(effectiveOn) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const YES = /^(?:确认(?:记录)?|是的?|对|正确|无误)[。.]?$/u;

export const answerDialogue = dialogue({
  kind: KIND,
  readsCorrections: true,
  state: dialogueState,
  claims: (text) => /^确认记录[。.]?$/u.test(text.trim()),
  async handle(context, { state, text, files }) {
    const said = text.trim();
    if (files.length > 0 || said === "") return false;
    await context.reply(await answered(context, state, said));
    return true;
  },
});

async function answered(
  context: PersonContext,
  { ruling, typed, echoed, several }: z.infer<typeof dialogueState>,
  said: string,
): Promise<View> {
  if (echoed && YES.test(said)) return keepEchoed(context);
  if (several) {
    const { readings, ...answer } = several;
    const match = matchOption(
      readings.map((text) => ({ value: text, text })),
      said,
    );
    const chosen = match.kind === "one" ? match.option.text : undefined;
    return recordTyped(context, {
      ruling,
      typed: chosen ?? said,
      approver: answerOf(context, answer).approver,
    });
  }
  if (echoed) return recordTyped(context, { ruling, typed: said, approver: answerOf(context, echoed).approver });
  if (typed === undefined) return recordTyped(context, { ruling, typed: said });
  return recordTyped(context, { ruling, typed, approver: chosenApprover(context, said) });
}

function chosenApprover({ campaign, people }: PersonContext, text: string): Member {
  const approvers = approversIn(campaign.definition, people);
  const match = matchOption(
    approvers.map(({ staffId, name }) => ({ value: staffId, text: name })),
    text,
  );
  const chosen = match.kind === "one" ? approvers.find(({ staffId }) => staffId === match.option.value) : undefined;
  if (chosen) return chosen;
  const names = approvers.map(({ name }) => name);
  throw new RefusalError("ruling.unknown-approver", rulingPhrases.unknownApprover(campaign.definition, text, names));
}

const recordedView = async (context: PersonContext, answer: RecordedAnswer): Promise<View> => ({
  title: rulingPhrases.recordedTitle(answer.ruling),
  tone: "near",
  body: [
    { kind: "facts", facts: await answerFacts(context, answer) },
    { kind: "text", text: rulingPhrases.recordedText(answer.ruling, answer.approverName) },
  ],
  actions: [],
});
