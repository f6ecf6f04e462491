import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { readSelection } from "../../platform/conversation/order-line.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { applicationById } from "../application/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  extend,
  type Feature,
  on,
} from "../engine/feature.ts";
import { sheetFinalized } from "../scoring/events.ts";
import { receivedFrom } from "../stage/received.ts";
import { confirmList } from "./confirm.ts";
import { listState, orderOf, recommendationDialogue } from "./dialogue.ts";
import {
  DIALOGUE,
  DRAFT,
  LIST_CARD,
  type ListDraft,
  listDraftOf,
  openList,
  setOrder,
  setReasons,
  takeUpList,
} from "./draft.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import {
  LIST_DELIVERABLE,
  listsInForce,
  listVersion,
  type RecommendationList,
  recommendationListTable,
} from "./store.ts";
import { confirmedView, listView, SAVE_ORDER, SAVE_REASONS, typedListView } from "./views.ts";

/** The card of a list: while it is drawn up, and as confirmed. Redrawn by {@link refreshLists}. */
const listRenderer: CardRenderer = {
  kind: LIST_CARD,
  redrawOn: [],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown list ${subject}`);
    if (draft.state !== "done") return listView(context, await listDraftOf(context, draft));
    const [district = "", version = ""] = (draft.subject ?? "").split("/");
    const name = { campaignId: context.campaign.id, district, version: Number(version) };
    return confirmed(context, await listVersion(context.tx, name));
  },
};

async function confirmed(context: Context, list: RecommendationList): Promise<View> {
  const applications = await Promise.all(
    list.items.map(({ applicationId }) => applicationById(context.tx, applicationId)),
  );
  return confirmedView(
    context,
    list,
    applications.map((one) => one?.compoundName ?? ""),
  );
}

/** Cards of the district's lists: each is named by its draft. A confirmed list shows only the compounds' names. */
async function refreshLists(
  { tx, campaign, cards }: Context,
  { district, state }: { district: string; state: readonly string[] },
): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { campaignId: campaign.id, kind: DRAFT, district, state: { in: [...state] } },
    select: { id: true },
  });
  for (const { id } of drafts) await cards.refresh({ kind: LIST_CARD, subject: id });
}

const UNFINISHED = ["open", "left"];

const listeners = [
  on(applicationSubmitted, (context, { district }) =>
    refreshLists(context, { district, state: [...UNFINISHED, "done"] }),
  ),
  on(applicationWithdrawn, (context, { district }) => refreshLists(context, { district, state: UNFINISHED })),
  on(sheetFinalized, async (context, { ledger, district }) => {
    if (ledger === "district") await refreshLists(context, { district, state: UNFINISHED });
  }),
];

/** The list that is asked for: the card's, or the one the person is drawing up. */
async function requestedList(context: PersonContext, { subject }: CommandRequest): Promise<ListDraft> {
  if (subject !== undefined) return openList(context, subject);
  const open = await context.dialogue.current();
  const state = open?.kind === DIALOGUE ? listState.safeParse(open.state) : undefined;
  if (!state?.success) throw new RefusalError("recommendation.none-open", phrases.noneOpen());
  return openList(context, state.data.draftId);
}

/** After a press that changed the list: colleagues of the district may have it before them too. */
async function changed({ cards }: PersonContext, { draft }: ListDraft, toast: string): Promise<CommandOutcome> {
  await cards.refresh({ kind: LIST_CARD, subject: draft.id });
  return { changed: true, toast };
}

const submit = { capability: "recommendation.submit" } as const;
const stages = ["implementation", "verification"];

const start: Command = {
  ...submit,
  id: "recommendation.start",
  words: ["推荐"],
  effect: "read",
  help: { example: "推荐", purpose: "从已锁定初评的小区中择优推荐", stages },
  offeredBy: ["preliminary-review"],
  async handle(context, request) {
    const { draft } = await takeUpList(context, request);
    await context.dialogue.open(DIALOGUE, { draftId: draft.id });
    await context.cards.show(context.person.staffId, { kind: LIST_CARD, subject: draft.id });
    return {};
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
    const read = readSelection(String(order), list.candidates.length);
    if (!read.ok) throw new RefusalError("recommendation.order", read.retry);
    await setOrder(context, list, orderOf(list, read.places));
    return changed(context, list, phrases.orderSaved());
  },
};

const saveReasons: Command = {
  ...submit,
  id: SAVE_REASONS,
  effect: "write",
  async handle(context, request) {
    const list = await requestedList(context, request);
    if (!list.reasons) throw new RefusalError("recommendation.no-order", phrases.noOrder());
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
    const list = await setOrder(context, await requestedList(context, request), []);
    await context.cards.refreshLater({ kind: LIST_CARD, subject: list.draft.id });
    return { reply: typedListView(context, list), changed: true };
  },
};

const confirm: Command = {
  ...submit,
  id: "recommendation.confirm",
  words: ["确认推荐"],
  effect: "write",
  help: { example: "确认推荐", purpose: "确认推荐名单并报送市级", stages },
  async handle(context, request) {
    const list = await requestedList(context, request);
    const reply = await confirmed(context, await confirmList(context, list));
    return { reply, ...(await changed(context, list, phrases.confirmed())) };
  },
};

const received = extend(receivedFrom, async ({ tx, campaign }, { deliverable }) =>
  deliverable === LIST_DELIVERABLE ? new Set((await listsInForce(tx, campaign.id)).keys()) : undefined,
);

/** 推荐 */
export const recommendationFeature: Feature = {
  commands: [start, saveOrder, saveReasons, reorder, confirm],
  renderers: [listRenderer],
  dialogues: [recommendationDialogue],
  listeners,
  extensions: [received],
  tables: [recommendationListTable],
};
