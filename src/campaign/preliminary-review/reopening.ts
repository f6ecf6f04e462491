import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../application/events.ts";
import { hasRecommendation } from "../application/offered.ts";
import { ownApplication } from "../application/own-application.ts";
import { applicationById } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { asText } from "../engine/dispatch/command-or-answer.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  dialogue,
  redrawOn,
} from "../engine/feature.ts";
import { sheetEvents } from "../scoring/events.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetOf, sheetsOf } from "../scoring/store.ts";
import { goOnAction, REOPEN } from "./actions.ts";
import { boundBy } from "./extension-points.ts";
import { reopeningPhrases as phrases } from "./phrases.ts";
import { reasonIn, reopenable, reopenReview } from "./reopen.ts";
import { DIALOGUE, SCORES, SHEET_CARD, sheetOwner } from "./review.ts";
import { nameAndReason, type Reopening, readReopening } from "./rules.ts";

/** Asks for the reason of 重新修改; also the kind of its dialogue. Subject: the case. */
export const REOPENING_CARD = "preliminary-review.reopening";

const reopen: Command = {
  ...SCORES,
  id: REOPEN,
  ofCase: true,
  takesText: true,
  words: [phrases.word(), "解锁", "撤回定稿"],
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(hasRecommendation(definition)),
    step: "review",
  },
  async handle(context, request) {
    const { id, typed } = await named(context, request);
    const said = request.subject === undefined ? typed.reason : reasonOnCard(request.values);
    if (said === undefined) return ask(context, id);
    // On the card, and behind 理由, it is said to be the reason.
    const isSaid = request.subject !== undefined || readReopening(request.verbatim).reason !== undefined;
    const name = (await applicationById(context.tx, id))?.compoundName ?? "";
    return done(context, id, { text: said, asIs: isSaid ? undefined : (text) => phrases.typed(name, text) });
  },
};

/** The name as said, else its first word, the rest being the reason. */
async function named(context: PersonContext, request: CommandRequest): Promise<{ id: string; typed: Reopening }> {
  const typed = readReopening(request.verbatim);
  const fitting = await finalized(context);
  const find = async (name: string) =>
    (await ownApplication(context, { ...request, words: plainAnswer(name) }, { fitting })).id;
  // 锦绣 3-5理由写错: what stands between the name and 理由 belongs to the reason.
  const split = nameAndReason(typed.name) && nameAndReason(request.verbatim);
  if (!split) return { id: await find(typed.name), typed };
  try {
    return { id: await find(typed.name), typed };
  } catch (error) {
    const isUnknown = error instanceof RefusalError && error.code === "application.unknown";
    if (!isUnknown) throw error;
    return { id: await find(split.name), typed: split };
  }
}

/** Cases whose review is final. */
async function finalized({ tx, campaign }: PersonContext): Promise<string[]> {
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return [...sheets].filter(([, sheet]) => isFinalized(sheet)).map(([id]) => id);
}

const reasonOnCard = (values: Readonly<Record<string, unknown>>): string | undefined =>
  z.object({ reason: z.string().optional().catch("") }).parse(values).reason;

async function ask(context: PersonContext, caseId: string): Promise<CommandOutcome> {
  await reopenable(context, await applicationById(context.tx, caseId));
  await context.dialogue.open(REOPENING_CARD, { caseId });
  await context.cards.show(context.person.staffId, { kind: REOPENING_CARD, subject: caseId });
  return { toast: phrases.asked() };
}

type Given = Parameters<typeof reopenReview>[2];

async function done(context: PersonContext, caseId: string, said: Given): Promise<CommandOutcome> {
  const { compoundName } = await reopenReview(context, caseId, said);
  // The card takes points without the command in front.
  await context.dialogue.open(DIALOGUE, { applicationId: caseId });
  await context.cards.refresh({ kind: SHEET_CARD, subject: caseId });
  const reply = textView(phrases.title(compoundName), phrases.reopened(), {
    tone: "done",
    actions: [goOnAction({ id: caseId, compoundName })],
  });
  return { reply, toast: phrases.reopened(), changed: true };
}

export const reopeningRenderer: CardRenderer = {
  kind: REOPENING_CARD,
  redrawOn: [
    ...sheetEvents.map((type) => redrawOn(type, ({ caseId }) => caseId)),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(caseStepChanged),
  ],
  async render(context, { subject }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const title = phrases.title(application.compoundName);
    if (application.state !== "submitted") return textView(title, phrases.noPart(), { tone: "closed" });
    const sheet = await sheetOf(context.tx, sheetOwner(subject));
    if (!sheet || !isFinalized(sheet)) {
      return textView(title, phrases.reopened(), { tone: "done", actions: [goOnAction(application)] });
    }
    const bound = await boundBy(context, application.district, application.id);
    return bound === undefined ? askingView(context, { title, subject }) : textView(title, bound, { tone: "closed" });
  },
};

function askingView(context: Context, { title, subject }: { title: string; subject: string }): View {
  const view = textView(title, phrases.question(hasRecommendation(context.campaign.definition)), {
    tone: "near",
    status: phrases.asking(),
  });
  if (!context.cards.interactive) return view;
  const field = {
    ...{ name: "reason", label: phrases.reasonField(), kind: "textArea" as const, required: true },
    placeholder: phrases.reasonHolder(),
  };
  return { ...view, form: { id: "reopening", action: REOPEN, subject, submitLabel: phrases.word(), fields: [field] } };
}

/** The reason typed as an answer. */
export const reopeningDialogue = dialogue({
  kind: REOPENING_CARD,
  until: "publication",
  state: z.object({ caseId: z.string() }),
  awaits: async () => "text",
  async handle(context, { state: { caseId }, text, files, asText: isSaid = false }) {
    if (files.length > 0) return false;
    const reason = reasonIn(text);
    if ("refused" in reason) return askAgain(context, caseId, reason.refused);
    const { reply } = await done(context, caseId, { text, asIs: isSaid ? undefined : asText });
    if (reply) await context.reply(reply);
    return true;
  },
});

/** What was said is no reason: that is said, and the question is shown again. */
async function askAgain(context: PersonContext, caseId: string, sentence: string): Promise<true> {
  const { application } = await reopenable(context, await applicationById(context.tx, caseId));
  await context.reply(textView(phrases.title(application.compoundName), sentence, { tone: "near" }));
  await context.cards.show(context.person.staffId, { kind: REOPENING_CARD, subject: caseId });
  return true;
}

export const reopeningCommands: readonly Command[] = [reopen];
