import { z } from "zod";
import { cleanLine, plainAnswer } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { hasRecommendation } from "../application/offered.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName, lowerDistricts } from "../definition/districts.ts";
import { leadsToList } from "../definition/purposes.ts";
import { memberOf } from "../directory/member.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { whatWaits } from "../engine/dispatch/what-waits.ts";
import { type Command, type CommandOutcome, type CommandRequest, extend, type Feature } from "../engine/feature.ts";
import { type UnfinishedWork, unfinishedWork } from "../engine/unfinished-work.ts";
import { endedDeliverables, receivedFrom } from "../stage/extension-points.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { listBinds, onListBinds, onListHold } from "./binds-points.ts";
import { listSteps, onListStep } from "./case-steps.ts";
import { confirmList } from "./confirm.ts";
import { asksReason, recommendationDialogue } from "./dialogue.ts";
import {
  DIALOGUE,
  DRAFT,
  giveReason,
  LIST_CARD,
  type ListDraft,
  listDraftOf,
  lookAt,
  openList,
  takeUpDraft,
  takeUpList,
} from "./draft.ts";
import { clearOrder, setNone } from "./enter-order.ts";
import { onCityPoints } from "./held.ts";
import { listDeliverable } from "./levels.ts";
import { confirmed, listRenderer } from "./list-card.ts";
import { areListsFrozen } from "./list-step.ts";
import { listWords, rulesFor } from "./list-words.ts";
import { exampleOrder } from "./numbers.ts";
import { listPapers } from "./paper/recognise.ts";
import { pastedList } from "./pasted-list.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { usualInList } from "./phrases-usual.ts";
import { SAVE_REASONS, turnReasons } from "./reason-page.ts";
import { hasList, requestedList } from "./requested-list.ts";
import { listEffects, listEffectsFollow } from "./ruling-effects.ts";
import { orderWithWord } from "./said-with-word.ts";
import { ORDER, unseenOn } from "./shared-list.ts";
import { listsInForce, recommendationListTable } from "./store.ts";
import { offered, type TakenOrder, takeOrder } from "./take-order.ts";
import { awaitSettling, unsettledView, waitingView } from "./unsettled.ts";
import { SAVE_ORDER, typedListView } from "./views.ts";
import { canWithdrawList } from "./withdrawable.ts";
import { withdrawalCommands, withdrawalDialogue, withdrawalRenderer } from "./withdrawal.ts";
import { askedListWithdrawals } from "./withdrawal-asked.ts";

const exampleFor = (context: Context, { district, candidates }: ListDraft): string =>
  exampleOrder(rulesFor(context, district), candidates.length);

/** Help is the same for everyone; it uses the words of a lowest-level district. */
const helpWords = (definition: Definition) => listWords(definition, lowerDistricts(definition)[0]?.id ?? "");

const changed = (context: PersonContext, { draft }: ListDraft, toast: string): Promise<CommandOutcome> =>
  changedCard(context, { kind: LIST_CARD, subject: draft.id }, toast);

const submit = {
  capability: "recommendation.submit",
  step: "recommendation",
  offeredWhen: hasRecommendation,
  until: "publication",
} as const;

const start: Command = {
  ...submit,
  id: "recommendation.start",
  ...{ words: ["推荐", "查看名单", "查看推荐名单", phrases.another()], readsCorrections: true },
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.startPurpose(helpWords(definition)),
    usual: usualInList,
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
  if (await isAcceptanceOver(context)) return [];
  const districts = memberOf(context.people, person)?.roles.flatMap(({ district }) => district ?? []) ?? [];
  const drafts = await context.drafts.unfinished({ kind: DRAFT, districts });
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

async function showList(context: PersonContext, before: ListDraft): Promise<CommandOutcome> {
  const list = await lookAt(context, before);
  await open(context, list);
  await context.cards.show(context.person.staffId, { kind: LIST_CARD, subject: list.draft.id });
  return {};
}

const open = (context: PersonContext, { draft }: ListDraft): Promise<void> =>
  context.dialogue.open(DIALOGUE, { draftId: draft.id });

/** What was typed after the command besides the district's name. */
function wordsBeyond({ campaign }: Context, { district }: ListDraft, { verbatim, subject }: CommandRequest): string {
  const words = verbatim.replace(districtName(campaign.definition, district), "").trim();
  return subject !== undefined || plainAnswer(words) === "" ? "" : words;
}

/** 推荐 1 3: the order in one message. */
async function takeTyped(context: PersonContext, before: ListDraft, typed: string): Promise<CommandOutcome> {
  await open(context, before);
  const { list, said, offer } = await takeOrder(context, before, typed);
  await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
  const offers = offered(offer);
  if (list.order.length > 0) await awaitSettling(context, list.draft, { text: typed, offers });
  const view = typedListView(context, list, [said]);
  return { reply: { ...view, actions: [...offers, ...view.actions] } };
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
    const order = String(orderValues.parse(request.values).order);
    const taken = await takeOrder(context, list, order);
    if (!taken.saved) await refuseOrder(context, taken, order);
    return changed(context, list, taken.said);
  },
};

/** What was typed goes back into the form, with what is wrong with it above. */
const refuseOrder = (context: PersonContext, { list, said: sentence }: TakenOrder, typed: string): Promise<ListDraft> =>
  lookAt(context, list, { refused: [{ key: ORDER, label: phrases.orderLabel(), sentence, typed }] });

const saveReasons: Command = {
  ...submit,
  id: SAVE_REASONS,
  effect: "write",
  async handle(context, request) {
    const list = await requestedList(context, request);
    if (!list.reasons) throw new RefusalError("recommendation.no-order", phrases.noOrder(exampleFor(context, list)));
    const { turn, refused } = await turnReasons(context, list, request.values);
    if (turn === "leave") await context.dialogue.close(DIALOGUE);
    const sentences = refused.map(({ label, sentence }) => phrases.refused(label, sentence));
    return changed(context, list, sentences.join("") || phrases.reasonsSaved());
  },
};

const reorder: Command = {
  ...submit,
  id: "recommendation.reorder",
  words: ["重新排序"],
  effect: "write",
  async handle(context, request) {
    const before = await requestedList(context, request);
    const isSeen = unseenOn(before).length === 0;
    const list = isSeen ? await clearOrder(context, before) : await lookAt(context, before);
    const typed = isSeen ? wordsBeyond(context, before, request) : "";
    if (typed !== "") return takeTyped(context, list, typed);
    await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
    const { length: kept } = Object.keys(list.earlier);
    const said = !isSeen ? [phrases.lookBeforeClearing()] : kept === 0 ? [] : [phrases.reasonsWait(kept)];
    return { reply: typedListView(context, list, said), changed: true };
  },
};

const confirm: Command = {
  ...submit,
  id: "recommendation.confirm",
  words: phrases.confirmWords(),
  alsoCalled: ["报上去", "上报", "交上去"],
  effect: "write",
  help: {
    example: phrases.confirm(),
    purpose: (definition) => phrases.confirmPurpose(helpWords(definition)),
    step: "recommendation",
  },
  async handle(context, request) {
    const waits = (await hasList(context, request)) ? undefined : await whatWaits(context);
    if (waits) return { reply: waits };
    const before = await requestedList(context, request);
    await judgeUnderRulings(context, { district: before.district });
    const list = await listDraftOf(context, before.draft, before.viewer);
    // Somebody is out by what holds now: the order is asked for again, and the exclusion stands.
    if (list.change)
      return { reply: typedListView(context, list), ...(await changed(context, list, phrases.notConfirmed())) };
    if (unseenOn(list).length > 0) {
      const looked = await lookAt(context, list);
      return {
        reply: typedListView(context, looked, [phrases.lookFirst()]),
        ...(await changed(context, looked, phrases.lookFirst())),
      };
    }
    const open = waitingView(context, list) ?? (await unsettledView(context, list));
    if (open) return { reply: open, toast: besidePhrases.unsettledToast() };
    const reply = await confirmed(context, await confirmList(context, list));
    return { reply, ...(await changed(context, list, phrases.confirmed())) };
  },
};

/** Districts with a confirmed list for the deliverable. */
const received = extend(receivedFrom, async ({ tx, campaign: { id: campaignId, definition } }, { deliverable }) => {
  const isList = definition.campaign.deliverables.some(({ id, purpose }) => id === deliverable && purpose === "list");
  if (!isList) return undefined;
  const confirmed = [...(await listsInForce(tx, campaignId)).keys()];
  return new Set(confirmed.filter((district) => listDeliverable(definition, district)?.id === deliverable));
});

/** After 公布 nothing is accepted that leads to a place on the list. */
const ended = extend(endedDeliverables, async (context) => {
  const { deliverables } = context.campaign.definition.campaign;
  if (!(await areListsFrozen(context))) return [];
  return deliverables.filter(leadsToList).map(({ id }) => id);
});

/** 推荐 */
export const recommendationFeature: Feature = {
  commands: [start, none, saveOrder, saveReasons, reorder, confirm, ...withdrawalCommands],
  renderers: [listRenderer, withdrawalRenderer],
  dialogues: [recommendationDialogue, withdrawalDialogue],
  listeners: [onListStep, onListBinds, ...onCityPoints, onListHold, ...listEffectsFollow],
  extensions: [
    received,
    ended,
    ...listPapers,
    pastedList,
    orderWithWord,
    ...listSteps,
    listBinds,
    ...listEffects,
    begun,
    canWithdrawList,
    askedListWithdrawals,
    asksReason,
  ],
  tables: [recommendationListTable],
  enforces: ["listDue", "maximumPerDistrict", "undecidedRequirement"],
};
