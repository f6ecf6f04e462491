import type { Action, View, ViewForm } from "../../../platform/chat/view.ts";
import { membersWith } from "../../directory/member.ts";
import type { CardFace, Command, Feature, Turn } from "../../engine/feature.ts";
import { awaitedLists } from "../../ranking/expected.ts";
import { districtName } from "../../ranking/views.ts";
import { openRulings } from "../../selection/rules.ts";
import { latestSelection } from "../../selection/store.ts";
import { deskPhrases as phrases } from "./phrases.ts";

export const DESK_CARD = "desk.organizer";
const SUBJECT = "desk";
/** The stage in which the city's own work begins. */
const CITY_STAGE = "verification";

const deskFace = (more: readonly Action[]): CardFace => ({ kind: DESK_CARD, draw: (turn) => deskView(turn, more) });

const see: Command = {
  id: "desk.see",
  words: ["工作台", "市级办理"],
  capability: "publication.publish",
  effect: "look",
  example: "工作台",
  purpose: "打开市级办理的卡片",
  stages: ["implementation", "verification", "conclusion"],
  onlyIn: "direct",
  async run(turn) {
    const chat = { kind: "direct", person: turn.person.staffId } as const;
    await turn.cards.show(turn.tx, chat, { campaignId: turn.campaign.id, kind: DESK_CARD, subject: SUBJECT });
    return {};
  },
};

/** Everything the city does, from one card in the organizers' direct chats. @param more buttons of other parts */
export const deskFeature = (more: readonly Action[]): Feature => ({ faces: [deskFace(more)], commands: [see] });

/** What the card shows has changed. */
export const refreshDesk = ({ tx, campaign, cards, now }: Turn): Promise<void> =>
  cards.touch(tx, { campaignId: campaign.id, kind: DESK_CARD, subject: SUBJECT }, { now });

/** The first list came in: the organizers get their card; with each further one it is brought up to date. */
export async function deskOnList(turn: Turn): Promise<void> {
  const { tx, campaign, cards } = turn;
  const card = { campaignId: campaign.id, kind: DESK_CARD, subject: SUBJECT };
  await refreshDesk(turn);
  for (const { staffId } of membersWith(campaign.definition, "organizer")) {
    await cards.showOnce(tx, { kind: "direct", person: staffId }, card);
  }
}

/** The city's stage opens: the card anew, at the end of the chat. */
export async function deskOnStage({ tx, campaign, cards }: Turn, stage: string): Promise<void> {
  if (stage !== CITY_STAGE) return;
  for (const { staffId } of membersWith(campaign.definition, "organizer")) {
    const card = { campaignId: campaign.id, kind: DESK_CARD, subject: SUBJECT };
    await cards.show(tx, { kind: "direct", person: staffId }, card);
  }
}

async function deskView(turn: Turn, more: readonly Action[]): Promise<View> {
  const { tx, campaign, rulings } = turn;
  const { expected, confirmed, missing } = await awaitedLists(turn);
  const open = openRulings(campaign.definition, rulings);
  const selection = await latestSelection(tx, campaign.id);
  const names = missing.map((id) => districtName(turn, id));
  const lists = phrases.lists(confirmed.length, expected.length) + (names.length > 0 ? phrases.missing(names) : "");
  return {
    title: phrases.title(campaign.definition.campaign.name),
    tone: open.length > 0 ? "near" : "running",
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.listsLabel(), value: lists },
          {
            label: phrases.rulingsLabel(),
            value: open.length > 0 ? phrases.rulingsOpen(open.map(({ ruling }) => ruling)) : phrases.rulingsAnswered(),
          },
          {
            label: phrases.selectionLabel(),
            value: selection ? phrases.selection(selection.version, selection.state) : phrases.selectionNone(),
          },
        ],
      },
    ],
    ...(turn.cards.interactive ? { form: exportForm(turn) } : {}),
    actions: [...actions(), ...more],
    footnote: phrases.lead(),
  };
}

const actions = (): Action[] => [
  { id: "ranking.see", label: phrases.ranking(), typed: "排名", look: "primary" },
  { id: "selection.choose", label: phrases.select(), typed: "择优", look: "default" },
  { id: "publication.preview", label: phrases.publish(), typed: "公布", look: "default" },
  { id: "ruling.see", label: phrases.rulings(), typed: "口径", look: "default" },
  { id: "progress.see", label: phrases.progress(), typed: "进度", look: "default" },
];

function exportForm({ campaign }: Turn): ViewForm {
  const { list, ranking, progress } = phrases.exports;
  return {
    id: "export",
    action: "export.make",
    submitLabel: phrases.exportSubmit(),
    fields: [
      {
        name: "what",
        label: phrases.exportLabel(),
        kind: "select",
        required: true,
        options: [list, ranking, progress].map((text) => ({ value: text, text })),
      },
      {
        name: "district",
        label: phrases.districtLabel(),
        kind: "select",
        required: false,
        options: campaign.definition.campaign.districts.map(({ id, name }) => ({ value: id, text: name })),
      },
    ],
  };
}
