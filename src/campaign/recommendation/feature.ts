import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { cleanLine, plainAnswer } from "../../platform/conversation/plain.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { hasRecommendation } from "../application/offered.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName, lowerDistricts } from "../definition/districts.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  extend,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { type UnfinishedWork, unfinishedWork } from "../engine/unfinished-work.ts";
import { sheetEvents } from "../scoring/events.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { receivedFrom } from "../stage/extension-points.ts";
import { listBinds, onListBinds } from "./binds-points.ts";
import { listSteps, onListStep } from "./case-steps.ts";
import { confirmList } from "./confirm.ts";
import { listState, recommendationDialogue } from "./dialogue.ts";
import {
  clearList,
  DIALOGUE,
  DRAFT,
  giveReason,
  LIST_CARD,
  type ListDraft,
  listDraftOf,
  openList,
  setNone,
  setReasons,
  takeUpDraft,
  takeUpList,
} from "./draft.ts";
import { listConfirmed } from "./events.ts";
import { districtAbove, listDeliverable } from "./levels.ts";
import { areListsFrozen, isFrozen } from "./list-step.ts";
import { listWords, rulesFor } from "./list-words.ts";
import { exampleOrder } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { listEffects, listEffectsFollow } from "./ruling-effects.ts";
import { listsInForce, listVersion, type RecommendationList, recommendationListTable } from "./store.ts";
import { takeOrder } from "./take-order.ts";
import { closedListView, confirmedView, listView, SAVE_ORDER, SAVE_REASONS, typedListView } from "./views.ts";
import { withdrawalCommands, withdrawalDialogue, withdrawalRenderer } from "./withdrawal.ts";

const UNFINISHED = ["open", "left"];

/** Ids of the list drafts of a district and the district above. List cards use the draft id as subject. */
const listsOf =
  (...states: readonly string[]) =>
  async ({ district }: { district: string }, { tx, campaign }: Context): Promise<string[]> => {
    const above = districtAbove(campaign.definition, district);
    const districts = [district, ...(above === undefined ? [] : [above])];
    const drafts = await tx.draft.findMany({
      where: { campaignId: campaign.id, kind: DRAFT, district: { in: districts }, state: { in: [...states] } },
      select: { id: true },
    });
    return drafts.map(({ id }) => id);
  };

/** Shows the list during entry and after confirmation. */
const listRenderer: CardRenderer = {
  kind: LIST_CARD,
  redrawOn: [
    redrawOn(applicationSubmitted, listsOf(...UNFINISHED, "done")),
    redrawOn(applicationWithdrawn, listsOf(...UNFINISHED)),
    redrawOn(listConfirmed, listsOf(...UNFINISHED, "done")),
    ...onRequirements(),
    ...sheetEvents.map((type) =>
      redrawOn(type, (sheet, context) => (sheet.ledger === "district" ? listsOf(...UNFINISHED)(sheet, context) : [])),
    ),
  ],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown list ${subject}`);
    if (draft.state !== "done") {
      if (await areListsFrozen(context)) return closedListView(context, draft.district ?? "");
      const asks = { kind: DIALOGUE, state: { draftId: draft.id } };
      return { ...listView(context, await listDraftOf(context, draft)), asks };
    }
    const [district = "", version = ""] = (draft.subject ?? "").split("/");
    const name = { campaignId: context.campaign.id, district, version: Number(version) };
    return confirmed(context, await listVersion(context.tx, name));
  },
};

async function confirmed(context: Context, list: RecommendationList): Promise<View> {
  const kept = await sectionsKept(context, list.items, list.confirmedAt);
  const names = list.items.map(({ applicationId }) => kept.get(applicationId)?.identity?.content.name ?? "");
  const texts = await context.personal.read([list.fewerReason, list.lateReason]);
  return confirmedView(context, { list, names, texts, isFrozen: await isFrozen(context, list) });
}

const exampleFor = (context: Context, { district, candidates }: ListDraft): string =>
  exampleOrder(rulesFor(context, district), candidates.length);

/** Help is the same for everyone; it uses the words of a lowest-level district. */
const helpWords = (definition: Definition) => listWords(definition, lowerDistricts(definition)[0]?.id ?? "");

/** The list of the pressed card or of the open dialogue. */
async function requestedList(context: PersonContext, { subject }: CommandRequest): Promise<ListDraft> {
  if (subject !== undefined) return openList(context, subject);
  const open = await context.dialogue.current();
  const state = open?.kind === DIALOGUE ? listState.safeParse(open.state) : undefined;
  if (!state?.success) throw new RefusalError("recommendation.none-open", phrases.noneOpen());
  return openList(context, state.data.draftId);
}

const changed = (context: PersonContext, { draft }: ListDraft, toast: string): Promise<CommandOutcome> =>
  changedCard(context, { kind: LIST_CARD, subject: draft.id }, toast);

const submit = { capability: "recommendation.submit", step: "recommendation", offeredWhen: hasRecommendation } as const;

const start: Command = {
  ...submit,
  id: "recommendation.start",
  words: ["推荐"],
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.startPurpose(helpWords(definition)),
    step: "recommendation",
  },
  offeredBy: ["application", "preliminary-review"],
  async handle(context, request) {
    const list = await takeUpList(context, request);
    const typed = wordsBeyond(context, list, request);
    if (typed !== "") return takeTyped(context, list, typed);
    return showList(context, list);
  },
};

/** Lists of the person's districts on which something was entered. */
const begun = extend(unfinishedWork, async (context, { person }) => {
  if (await areListsFrozen(context)) return [];
  const own = context.people.find(({ staffId }) => staffId === person)?.roles.map(({ district }) => district) ?? [];
  const drafts = (await context.drafts.unfinished({ kind: DRAFT })).filter(({ district }) => own.includes(district));
  const lists: ListDraft[] = [];
  for (const draft of drafts) lists.push(await listDraftOf(context, draft));
  return lists
    .filter(({ order, none }) => order.length > 0 || none)
    .map(
      (list): UnfinishedWork => ({
        name: phrases.begun(districtName(context.campaign.definition, list.district)),
        dialogue: { kind: DIALOGUE, state: { draftId: list.draft.id } },
        takeUp: async (own) => showList(own, await openList(own, list.draft.id)),
      }),
    );
});

async function showList(context: PersonContext, list: ListDraft): Promise<CommandOutcome> {
  await open(context, list);
  await context.cards.show(context.person.staffId, { kind: LIST_CARD, subject: list.draft.id });
  return {};
}

const open = (context: PersonContext, { draft }: ListDraft): Promise<void> =>
  context.dialogue.open(DIALOGUE, { draftId: draft.id });

/** What was typed after the command besides the district's name. */
const wordsBeyond = ({ campaign }: Context, { district }: ListDraft, { words, subject }: CommandRequest): string =>
  subject === undefined ? plainAnswer(words.replace(districtName(campaign.definition, district), "")) : "";

/** 推荐 1 3: the order in one message. */
async function takeTyped(context: PersonContext, before: ListDraft, typed: string): Promise<CommandOutcome> {
  await open(context, before);
  const { list, said } = await takeOrder(context, before, typed);
  await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
  return { reply: typedListView(context, list, [said]) };
}

/** 无推荐: the district states that it recommends nobody; the reason may follow the word. */
const none: Command = {
  ...submit,
  id: "recommendation.none",
  words: [phrases.noneWord(), "不推荐"],
  effect: "write",
  help: {
    example: phrases.noneExample(),
    purpose: (definition) => phrases.nonePurpose(helpWords(definition)),
    step: "recommendation",
  },
  async handle(context, request) {
    const begun = await takeUpDraft(context, request, phrases.noneWord());
    const reason = cleanLine(request.verbatim.replace(districtName(context.campaign.definition, begun.district), ""));
    // 不推荐 2 leaves out one case; it does not say that nobody is recommended.
    if (/^\d+$/.test(plainAnswer(reason))) throw new RefusalError("recommendation.none", phrases.noneOfWhich(reason));
    await open(context, begun);
    const stated = await setNone(context, begun);
    const given = reason === "" ? undefined : await giveReason(context, stated, { text: reason });
    const list = given?.list ?? stated;
    const problem = given?.outcome.kind === "retry" ? [given.outcome.sentence] : [];
    await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
    return { reply: typedListView(context, list, [phrases.noneSaved(), ...problem]) };
  },
};

const orderValues = z.object({ order: z.union([z.string(), z.number()]).catch("") });

const saveOrder: Command = {
  ...submit,
  id: SAVE_ORDER,
  effect: "write",
  async handle(context, request) {
    const list = await requestedList(context, request);
    const { order } = orderValues.parse(request.values);
    const { said, saved } = await takeOrder(context, list, String(order));
    if (!saved) throw new RefusalError("recommendation.order", said);
    return changed(context, list, said);
  },
};

const saveReasons: Command = {
  ...submit,
  id: SAVE_REASONS,
  effect: "write",
  async handle(context, request) {
    const list = await requestedList(context, request);
    if (!list.reasons) throw new RefusalError("recommendation.no-order", phrases.noOrder(exampleFor(context, list)));
    const { form } = list.reasons;
    const { values } = request;
    const { year } = context.campaign.definition.campaign;
    const page = { values, asked: Object.keys(values), today: dayOf(context.now), year: year.value };
    const { state, problems } = applyCardValues(form, list.reasons.state, page);
    await setReasons(context, list, openAt(state, nextOpen(form, state)));
    const sentences = problems.map(({ label, sentence }) => `${label}：${sentence}`);
    return changed(context, list, sentences.join("") || phrases.reasonsSaved());
  },
};

const reorder: Command = {
  ...submit,
  id: "recommendation.reorder",
  words: ["重新排序"],
  effect: "write",
  async handle(context, request) {
    const list = await clearList(context, await requestedList(context, request));
    await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
    return { reply: typedListView(context, list), changed: true };
  },
};

const confirm: Command = {
  ...submit,
  id: "recommendation.confirm",
  words: phrases.confirmWords(),
  effect: "write",
  help: {
    example: phrases.confirm(),
    purpose: (definition) => phrases.confirmPurpose(helpWords(definition)),
    step: "recommendation",
  },
  async handle(context, request) {
    const before = await requestedList(context, request);
    await judgeUnderRulings(context, { district: before.district });
    const list = await listDraftOf(context, before.draft);
    // Somebody is out by what holds now: the order is asked for again, and the exclusion stands.
    if (list.change) {
      return { reply: typedListView(context, list), ...(await changed(context, list, phrases.notConfirmed())) };
    }
    const reply = await confirmed(context, await confirmList(context, list));
    return { reply, ...(await changed(context, list, phrases.confirmed())) };
  },
};

/** Districts with a confirmed list for the deliverable. */
const received = extend(receivedFrom, async ({ tx, campaign: { id, definition } }, { deliverable }) => {
  if (!definition.campaign.deliverables.some((one) => one.id === deliverable && one.purpose === "list")) {
    return undefined;
  }
  const confirmed = [...(await listsInForce(tx, id)).keys()];
  return new Set(confirmed.filter((district) => listDeliverable(definition, district)?.id === deliverable));
});

/** 推荐 */
export const recommendationFeature: Feature = {
  commands: [start, none, saveOrder, saveReasons, reorder, confirm, ...withdrawalCommands],
  renderers: [listRenderer, withdrawalRenderer],
  dialogues: [recommendationDialogue, withdrawalDialogue],
  listeners: [onListStep, onListBinds, ...listEffectsFollow],
  extensions: [received, ...listSteps, listBinds, ...listEffects, begun],
  tables: [recommendationListTable],
  enforces: ["listDue", "maximumPerDistrict", "undecidedRequirement"],
};
