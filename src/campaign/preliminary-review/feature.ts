import { z } from "zod";
import { ofPage } from "../../platform/conversation/shared-work.ts";
import type { Application } from "../application/application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { requireLateReason, splitLateReason } from "../application/lateness/rules.ts";
import { ownApplication } from "../application/own-application.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type Command, type CommandOutcome, type CommandRequest, extend, type Feature, on } from "../engine/feature.ts";
import { workDistrictsOf } from "../engine/on-behalf.ts";
import { type UnfinishedWork, unfinishedWork } from "../engine/unfinished-work.ts";
import { sheetEvents } from "../scoring/events.ts";
import { pageAfter, pageBefore } from "../scoring/page.ts";
import { usualInScoring } from "../scoring/phrases-usual.ts";
import { isFinalized } from "../scoring/points.ts";
import { moveTo, standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf, sheetsOf } from "../scoring/store.ts";
import { turnSheetPage } from "../scoring/turn-page.ts";
import { receivedChanged } from "../stage/events.ts";
import { receivedFrom } from "../stage/extension-points.ts";
import { byFigures } from "./by-figures.ts";
import { onReviewStep, reviewSteps } from "./case-steps.ts";
import { confirming } from "./confirming.ts";
import { reviewDialogue, reviewState } from "./dialogue.ts";
import { nextStep } from "./extension-points.ts";
import { finalizeReview, prepareFinalizing } from "./finalize.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pointsBehind } from "./points-behind.ts";
import { reopeningCommands, reopeningDialogue, reopeningRenderer } from "./reopening.ts";
import { restFull } from "./rest-full.ts";
import { DIALOGUE, openReviewDraft, PLACE, reviewDeliverable, SCORES, SHEET_CARD, sheetOwner } from "./review.ts";
import { followReviews, reviewEffects } from "./ruling-effects.ts";
import { scoredApplication } from "./scored-application.ts";
import { SETTLE, settleConflicts } from "./settle.ts";
import { sheetRenderer } from "./sheet-card.ts";
import { pointsUnopened } from "./unopened.ts";
import { asksUnscored, unscored } from "./unscored.ts";
import { CONFIRM, confirmView, SAVE_PAGE } from "./views.ts";

const changed = (context: PersonContext, subject: string, toast?: string): Promise<CommandOutcome> =>
  changedCard(context, { kind: SHEET_CARD, subject }, toast);

const start: Command = {
  ...SCORES,
  id: "preliminary-review.start",
  ofCase: true,
  readsCorrections: true,
  words: ["初评"],
  alsoCalled: ["打分", "评分", "打分数"],
  takesText: true,
  effect: "read",
  help: {
    example: (definition) => phrases.startExample(nounsOf(definition)),
    purpose: phrases.startPurpose(),
    usual: usualInScoring,
    step: "review",
  },
  offeredBy: ["application"],
  checks: async (context, verbatim) => {
    const behind = await pointsBehind(context, { verbatim });
    await ownApplication(context, { words: behind?.name ?? verbatim, verbatim, values: {} });
  },
  async handle(context, request) {
    const { name, rest } = (await pointsBehind(context, request)) ?? { name: request.words, rest: "" };
    const { id } = await ownApplication(context, { ...request, words: name });
    const isOpen = rest !== "" && (await opensSheet(context, id));
    const opened = isOpen ? {} : await open(context, id);
    if (rest === "") return opened;
    const input = { state: { applicationId: id }, text: rest, files: [] };
    return (await reviewDialogue.handle(context, input)) ? {} : { reply: phrases.notPoints(rest) };
  },
};

/** The sheet takes points already: its card stands. */
async function opensSheet({ dialogue }: PersonContext, applicationId: string): Promise<boolean> {
  const current = await dialogue.current();
  return current?.kind === DIALOGUE && reviewState.safeParse(current.state).data?.applicationId === applicationId;
}

async function open(context: PersonContext, applicationId: string): Promise<CommandOutcome> {
  const review = await openReviewDraft(context, applicationId);
  await moveTo(context, review, review.at);
  await context.dialogue.open(DIALOGUE, { applicationId });
  await context.cards.show(context.person.staffId, { kind: SHEET_CARD, subject: applicationId });
  return {};
}

/** Sheets on which the person has given points, without those that are finalized. */
const begun = extend(unfinishedWork, async (context, { person }) => {
  if (await isAcceptanceOver(context)) return [];
  const places = await context.drafts.unfinished({ kind: PLACE, districts: workDistrictsOf(context, person) });
  const own = places.filter((place) => standingOf(place, person).work.people[person] !== undefined);
  const found: UnfinishedWork[] = [];
  for (const { subject = "" } of own) {
    const [application, sheet] = await Promise.all([
      applicationById(context.tx, subject),
      sheetOf(context.tx, sheetOwner(subject)),
    ]);
    if (application?.state !== "submitted" || !sheet || isFinalized(sheet) || sheet.scores.size === 0) continue;
    found.push({
      name: phrases.begun(application.compoundName),
      dialogue: { kind: DIALOGUE, state: { applicationId: subject } },
      district: application.district,
      takeUp: (context) => open(context, subject),
    });
  }
  return found;
});

const savePage: Command = {
  ...SCORES,
  id: SAVE_PAGE,
  effect: "write",
  reconciles: true,
  async handle(context, { subject: shown = "", values }) {
    const { subject, face } = ofPage(shown);
    const draft = await openReviewDraft(context, subject);
    const { turn, some, ...unsaved } = await turnSheetPage(context, { ...draft, face }, values);
    if (turn === "leave") await context.dialogue.close(DIALOGUE);
    return changed(context, subject, applicationPhrases.pageSaved(some, unsaved));
  },
};

const settle: Command = {
  ...SCORES,
  id: SETTLE,
  effect: "write",
  reconciles: true,
  async handle(context, { subject = "", values }) {
    await settleConflicts(context, await openReviewDraft(context, subject), (key) => values[key]);
    return changed(context, subject, phrases.settled());
  },
};

const back: Command = {
  ...SCORES,
  id: "preliminary-review.back",
  effect: "write",
  async handle(context, { subject = "" }) {
    const draft = await openReviewDraft(context, subject);
    await moveTo(context, draft, pageBefore(context, draft.at));
    return changed(context, subject);
  },
};

const next: Command = {
  ...SCORES,
  id: "preliminary-review.next",
  words: ["下一页"],
  effect: "write",
  async handle(context, request) {
    const draft = await openReviewDraft(context, (await scoredApplication(context, request)).id);
    await moveTo(context, draft, pageAfter(context, draft.at));
    return changed(context, draft.application.id);
  },
};

/** Shows what it affects; {@link confirm} does it. */
const finalize: Command = {
  ...SCORES,
  id: "preliminary-review.lock",
  ofCase: true,
  words: ["提交定稿", "定稿", "锁定", "提交定稿吧", "定稿吧"],
  abbreviations: ["tj"],
  effect: "write",
  help: {
    example: (definition) => phrases.finalizeExample(nounsOf(definition)),
    purpose: phrases.finalizePurpose(),
    step: "review",
  },
  async handle(context, request) {
    const review = await prepareFinalizing(context, (await scoredApplication(context, request)).id);
    const { id: applicationId } = review.application;
    // 确认定稿 without a name means the one shown last; another question that is open stays open.
    const open = await context.dialogue.current();
    if (open === undefined || open.kind === DIALOGUE) await context.dialogue.open(DIALOGUE, { applicationId });
    return { ...(await changed(context, applicationId)), reply: await confirmView(context, review) };
  },
};

const lateValues = z.object({ lateReason: z.string().trim().optional().catch(undefined) });

/** 确认定稿 锦绣花园 逾期原因 材料补齐较晚 */
function withReason(request: CommandRequest): { request: CommandRequest; reason: string } {
  const { lateReason } = lateValues.parse(request.values);
  const { named, read } = splitLateReason(request.verbatim, phrases.lateReason());
  const given =
    lateReason === undefined
      ? read
      : splitLateReason(`${phrases.lateReason()} ${lateReason}`, phrases.lateReason()).read;
  const words = request.words.split(phrases.lateReason())[0]?.trim() ?? "";
  return { request: { ...request, words, verbatim: named }, reason: requireLateReason(given) };
}

const confirm: Command = {
  ...SCORES,
  id: CONFIRM,
  words: ["确认定稿", "确认锁定", "确认定稿吧", "确认提交定稿", "对确认定稿", "好确认定稿"],
  effect: "write",
  async handle(context, asked) {
    const { request, reason } = withReason(asked);
    const done = await finalizeReview(context, (await scoredApplication(context, request)).id, reason);
    if (done.kind !== "finalized") {
      const said = { whyLate: phrases.askedWhy, lookFirst: phrases.lookFirst, notShown: phrases.notShown }[done.kind]();
      return {
        ...(await changed(context, done.review.application.id, said)),
        reply: await confirmView(context, done.review, done.kind === "whyLate" ? [] : [said]),
      };
    }
    const { application, total, barred } = done;
    const next = await nextStep(context, application.id);
    return {
      reply: phrases.finalizedReply(application.compoundName, total, {
        ...(barred && { barred }),
        ...(next && { next }),
      }),
      toast: phrases.finalized(),
      changed: true,
    };
  },
};

/** Applications without a finalized review. */
async function unfinished({ tx, campaign }: Context, applications: readonly Application[]): Promise<Application[]> {
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return applications.filter(({ id }) => !isFinalized(sheets.get(id)));
}

/** 初评 of a district counts as received once the review of every participating case is finalized. */
const received = extend(receivedFrom, async (context, { deliverable }) => {
  if (deliverable !== reviewDeliverable(context.campaign.definition)) return undefined;
  const applications = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted"] });
  const open = new Set((await unfinished(context, applications)).map(({ district }) => district));
  return new Set(applications.map(({ district }) => district).filter((district) => !open.has(district)));
});

/** Emits `receivedChanged` if all other reviews are finalized, because then this case decides the district's state. */
async function reviewChanged(context: Context, { id, district }: { id: string; district: string }): Promise<void> {
  const { tx, campaign, emit } = context;
  const all = await applicationsOf(tx, campaign.id, { district, states: ["submitted"] });
  const others = all.filter((one) => one.id !== id);
  const deliverable = reviewDeliverable(campaign.definition);
  if (deliverable === undefined || (await unfinished(context, others)).length > 0) return;
  emit(receivedChanged, { deliverable, district });
}

/** 初评 */
export const preliminaryReviewFeature: Feature = {
  commands: [
    start,
    savePage,
    settle,
    back,
    next,
    byFigures,
    restFull,
    unscored,
    finalize,
    confirm,
    ...reopeningCommands,
  ],
  renderers: [sheetRenderer, reopeningRenderer],
  dialogues: [reviewDialogue, reopeningDialogue],
  listeners: [
    ...onReviewStep,
    ...followReviews,
    on(applicationSubmitted, reviewChanged),
    on(applicationWithdrawn, reviewChanged),
    ...sheetEvents.map((type) =>
      on(type, async (context, { caseId, ledger, district }) => {
        if (ledger === "district") await reviewChanged(context, { id: caseId, district });
      }),
    ),
  ],
  extensions: [received, ...reviewSteps, ...reviewEffects, begun, confirming, pointsUnopened, asksUnscored],
  enforces: ["stageCloses"],
};
