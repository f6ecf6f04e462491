import type { Action } from "../../platform/chat/view.ts";
import { Refusal } from "../../shared/refusal.ts";
import { membersWith } from "../directory/member.ts";
import type { Asked, CardFace, Command, CommandOutcome, Feature, PersonTurn } from "../engine/feature.ts";
import type { OnStageOpening } from "../stage/district-part.ts";
import { CONFIRM_CARD, LIST, LIST_CARD, ONE_CARD } from "./card-kinds.ts";
import { type DecideDeps, decideAnswer, type Verdict } from "./decide.ts";
import { answerTakesEffect } from "./effect.ts";
import { rulingCountsView, rulingListView } from "./list-view.ts";
import { confirmView, rulingView } from "./one-view.ts";
import { rulingPhrases } from "./phrases.ts";
import { readRequest } from "./read-request.ts";
import { mayRecord } from "./record.ts";
import { answerTalk, askForAnswer, recordForm, recordTyped } from "./record-dialogue.ts";
import { answerName } from "./ruling.ts";
import { answersOf } from "./store.ts";

export interface RulingDeps extends DecideDeps {
  /** Buttons of later parts of the campaign that the organizers' card also carries. */
  actions: readonly Action[];
}

/** 口径: what the plan leaves open, and how it is answered. */
export const rulingFeature = (deps: RulingDeps): Feature => ({
  commands: [see, seeEverything, record, decision("confirmed", deps), decision("declined", deps)],
  faces: [listFace(deps.actions), oneFace, confirmFace],
  dueKinds: [answerTakesEffect(deps.onDatesMoved)],
  talks: [answerTalk],
});

const see: Command = {
  id: "ruling.see",
  words: ["口径", "ruling"],
  capability: "ruling.see",
  effect: "look",
  example: "口径",
  purpose: "查看对实施方案的理解；活动联系人发送「口径 编号 答复」记录答复",
  async run(turn, asked) {
    const request = requestIn(asked);
    if (request.ruling === "") return seeAll(turn, asked);
    return seeOne(turn, asked, { ...request, ruling: knownRuling(turn, request.ruling) });
  },
};

function requestIn(asked: Asked) {
  if (asked.by === "words") return readRequest(asked.verbatim);
  const chosen = asked.form?.ruling;
  return readRequest(typeof chosen === "string" ? chosen : asked.subject);
}

/** @throws {Refusal} when the campaign has no such ruling */
function knownRuling({ campaign }: PersonTurn, typed: string): string {
  const found = campaign.definition.rulings.find(({ id }) => id === typed.toUpperCase());
  if (!found) throw new Refusal("ruling.unknown", rulingPhrases.unknown(typed));
  return found.id;
}

async function seeAll(turn: PersonTurn, asked: Asked): Promise<CommandOutcome> {
  const { tx, campaign, cards } = turn;
  if (asked.by === "press" && mayRecord(turn) && cards.interactive) {
    await cards.show(tx, turn.chat, { campaignId: campaign.id, kind: LIST_CARD, subject: LIST });
    return {};
  }
  return sayAll(turn);
}

async function sayAll(turn: PersonTurn): Promise<CommandOutcome> {
  const answers = await answersOf(turn.tx, turn.campaign.id);
  const view =
    turn.place === "group"
      ? rulingCountsView(turn, answers)
      : rulingListView(turn, { answers, mayRecord: mayRecord(turn) });
  await turn.reply(view);
  return {};
}

/** The whole list in words, also for whoever has the card with the short one. */
const seeEverything: Command = {
  id: "ruling.see-all",
  words: [rulingPhrases.seeAll()],
  capability: "ruling.see",
  effect: "look",
  example: rulingPhrases.seeAll(),
  purpose: "逐条查看全部口径",
  offered: false,
  run: (turn) => sayAll(turn),
};

async function seeOne(
  turn: PersonTurn,
  asked: Asked,
  { ruling, answer }: { ruling: string; answer: string },
): Promise<CommandOutcome> {
  const { tx, campaign, cards } = turn;
  if (answer !== "") {
    await recordTyped(turn, { ruling, typed: answer });
    return {};
  }
  if (asked.by === "press" && mayRecord(turn) && cards.interactive) {
    await cards.show(tx, turn.chat, { campaignId: campaign.id, kind: ONE_CARD, subject: ruling });
    return {};
  }
  const ask = mayRecord(turn) && turn.place === "direct";
  if (ask) await askForAnswer(turn, ruling);
  await turn.reply(rulingView(turn, ruling, { answers: await answersOf(tx, campaign.id, ruling), ask }));
  return {};
}

const record: Command = {
  id: "ruling.record",
  words: ["记录口径"],
  capability: "ruling.record",
  effect: "change",
  example: "口径 R10 公示5天",
  purpose: "记录对一条口径的答复，送审批领导确认",
  offered: false,
  async run(turn, asked) {
    if (asked.by === "press") return recordForm(turn, { ruling: knownRuling(turn, asked.subject), asked });
    const { ruling, answer } = readRequest(asked.verbatim);
    const known = knownRuling(turn, ruling);
    if (answer === "") throw new Refusal("ruling.no-answer", rulingPhrases.emptyAnswer(known));
    await recordTyped(turn, { ruling: known, typed: answer });
    return {};
  },
};

function decision(verdict: Verdict, deps: DecideDeps): Command {
  const isConfirmed = verdict === "confirmed";
  const label = isConfirmed ? rulingPhrases.confirmLabel() : rulingPhrases.declineLabel();
  return {
    id: isConfirmed ? "ruling.confirm" : "ruling.decline",
    words: [label],
    capability: "ruling.answer",
    effect: "change",
    example: `${label} R10`,
    purpose: isConfirmed ? "确认一条口径的答复" : "不同意一条口径的答复",
    // A help line can be tapped: what decides is only pressed with the answer in sight.
    offered: false,
    async run(turn, asked) {
      const named = asked.by === "press" ? asked.subject : readRequest(asked.verbatim).ruling;
      const ruling = named === "" || asked.by === "press" ? named : knownRuling(turn, named);
      const pressed = asked.by === "press" ? { pressed: asked.card.id } : {};
      const answer = await decideAnswer(turn, { named: ruling, verdict, ...pressed }, deps);
      const text = isConfirmed
        ? rulingPhrases.confirmed(answer.ruling, answer.text, answer.effectiveAt, turn.now)
        : rulingPhrases.declined(answer.ruling);
      const title = isConfirmed
        ? rulingPhrases.confirmedTitle(answer.ruling)
        : rulingPhrases.declinedTitle(answer.ruling);
      if (asked.by === "words") await turn.reply(rulingPhrases.told(title, text));
      return { changed: true, toast: text };
    },
  };
}

const listFace = (actions: readonly Action[]): CardFace => ({
  kind: LIST_CARD,
  async draw(turn) {
    const answers = await answersOf(turn.tx, turn.campaign.id);
    return rulingListView(turn, { answers, mayRecord: true, card: { form: turn.cards.interactive }, actions });
  },
});

const oneFace: CardFace = {
  kind: ONE_CARD,
  async draw(turn, { subject }) {
    const answers = await answersOf(turn.tx, turn.campaign.id, subject);
    return rulingView(turn, subject, { answers, form: turn.cards.interactive });
  },
};

const confirmFace: CardFace = {
  kind: CONFIRM_CARD,
  async draw(turn, { subject }) {
    const [ruling = ""] = subject.split("@");
    const answer = (await answersOf(turn.tx, turn.campaign.id, ruling)).find((one) => answerName(one) === subject);
    if (!answer) throw new Error(`no answer ${subject}`);
    return confirmView(turn, answer);
  },
};

/** When the first stage opens, the organizers get the list: some of it must be answered before the campaign gets far. */
export const rulingListAtStart: OnStageOpening = async ({ tx, campaign, cards }, stage) => {
  if (campaign.definition.campaign.stages[0]?.id !== stage) return;
  for (const { staffId } of membersWith(campaign.definition, "organizer")) {
    const chat = { kind: "direct", person: staffId } as const;
    await cards.showOnce(tx, chat, { campaignId: campaign.id, kind: LIST_CARD, subject: LIST });
  }
};
