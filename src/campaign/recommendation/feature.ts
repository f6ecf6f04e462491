import type { View } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { readSelection } from "../../platform/conversation/order-line.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { Refusal } from "../../shared/refusal.ts";
import { applicationById } from "../application/store.ts";
import type { Asked, CardFace, Command, Feature, PersonTurn, Turn } from "../engine/feature.ts";
import { confirmList, type OnListConfirmed } from "./confirm.ts";
import { LIST_CARD, type Listing, listingOf, openList, setOrder, setReasons, TALK, takeUpList } from "./listing.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { listVersion, type RecommendationList } from "./store.ts";
import { orderOf, recommendationTalk } from "./talk.ts";
import { confirmedView, listingView, SAVE_ORDER, SAVE_REASONS } from "./views.ts";

const listFace: CardFace = {
  kind: LIST_CARD,
  async draw(turn, { subject }) {
    const draft = await turn.drafts.read(turn.tx, subject);
    if (!draft) throw new Error(`card of an unknown list ${subject}`);
    if (draft.state !== "done") return listingView(turn, await listingOf(turn, draft));
    const [district = "", version = ""] = (draft.subject ?? "").split("/");
    return confirmed(
      turn,
      await listVersion(turn.tx, { campaignId: turn.campaign.id, district, version: Number(version) }),
    );
  },
};

async function confirmed(turn: Turn, list: RecommendationList): Promise<View> {
  const applications = await Promise.all(
    list.items.map(({ applicationId }) => applicationById(turn.tx, applicationId)),
  );
  return confirmedView(
    turn,
    list,
    applications.map((one) => one?.compoundName ?? ""),
  );
}

/** The list an action is about: the pressed card's, or the one the person is drawing up. */
async function asked(turn: PersonTurn, by: Asked): Promise<Listing> {
  if (by.by === "press") return openList(turn, by.subject);
  const open = await turn.dialogues.current(turn.tx, turn.person.staffId);
  if (open?.kind !== TALK) throw new Refusal("recommendation.none-open", phrases.noneOpen());
  return openList(turn, (open.state as { draftId: string }).draftId);
}

const act = { capability: "recommendation.submit", offered: false, example: "", purpose: "" } as const;

/** 推荐. @param then what later stages do when a list is confirmed */
export function recommendationFeature(then: OnListConfirmed): Feature {
  return {
    faces: [listFace],
    talks: [recommendationTalk],
    commands: [start, saveOrder, saveReasons, reorder, confirm(then)],
  };
}

const start: Command = {
  ...act,
  id: "recommendation.start",
  words: ["推荐"],
  effect: "look",
  offered: true,
  example: "推荐",
  purpose: "从已锁定初评的小区中择优推荐",
  stages: ["implementation", "verification"],
  async run(turn, by) {
    const { tx, person, campaign } = turn;
    const { draft } = await takeUpList(turn, by.by === "words" ? by.rest : "");
    await turn.dialogues.open(tx, person.staffId, { kind: TALK, state: { draftId: draft.id } });
    const chat = { kind: "direct", person: person.staffId } as const;
    await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: LIST_CARD, subject: draft.id });
    return {};
  },
};

const saveOrder: Command = {
  ...act,
  id: SAVE_ORDER,
  words: [],
  effect: "change",
  async run(turn, by) {
    const listing = await asked(turn, by);
    const typed = by.by === "press" ? by.form?.order : undefined;
    const read = readSelection(String(typed ?? ""), listing.candidates.length);
    if (!read.ok) throw new Refusal("recommendation.order", read.retry);
    await setOrder(turn, listing, orderOf(listing, read.places));
    return { changed: true, toast: phrases.orderSaved() };
  },
};

const saveReasons: Command = {
  ...act,
  id: SAVE_REASONS,
  words: [],
  effect: "change",
  async run(turn, by) {
    const listing = await asked(turn, by);
    if (!listing.reasons) throw new Refusal("recommendation.no-order", phrases.noOrder());
    const { form } = listing.reasons;
    const values = by.by === "press" ? (by.form ?? {}) : {};
    const { year } = turn.campaign.definition.campaign;
    const page = { values, asked: Object.keys(values), today: dayOf(turn.now), year: year.value };
    const { state, problems } = applyCardValues(form, listing.reasons.state, page);
    await setReasons(turn, listing, openAt(state, nextOpen(form, state)));
    const sentences = problems.map(({ label, sentence }) => `${label}：${sentence}`);
    return { changed: true, toast: sentences.join("") || phrases.reasonsSaved() };
  },
};

const reorder: Command = {
  ...act,
  id: "recommendation.reorder",
  words: ["重新排序"],
  effect: "change",
  async run(turn, by) {
    const listing = await setOrder(turn, await asked(turn, by), []);
    const { form: _, ...view } = listingView(turn, listing);
    if (by.by === "words") await turn.reply(view);
    return { changed: true };
  },
};

const confirm = (then: OnListConfirmed): Command => ({
  ...act,
  id: "recommendation.confirm",
  words: ["确认推荐"],
  effect: "change",
  offered: true,
  example: "确认推荐",
  purpose: "确认推荐名单并报送市级",
  stages: ["implementation", "verification"],
  async run(turn, by) {
    const listing = await asked(turn, by);
    const version = await confirmList(turn, listing, then);
    const { tx, campaign } = turn;
    const list = await listVersion(tx, { campaignId: campaign.id, district: listing.district, version });
    if (by.by === "words") await turn.reply(await confirmed(turn, list));
    const except = by.by === "press" ? { except: by.card.id } : {};
    await turn.cards.touch(
      tx,
      { campaignId: campaign.id, kind: LIST_CARD, subject: listing.draft.id },
      { now: turn.now, ...except },
    );
    return { changed: true, toast: phrases.confirmed() };
  },
});
