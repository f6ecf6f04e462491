import type { Action, View, ViewForm } from "../../../platform/chat/view.ts";
import { applicationSubmitted, applicationWithdrawn } from "../../application/events.ts";
import { broadcastAction } from "../../broadcast/views.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, on, redrawOn } from "../../engine/feature.ts";
import { expectedDistrictsNamed } from "../../ranking/events.ts";
import { awaitedLists } from "../../ranking/expected.ts";
import { districtName } from "../../ranking/views.ts";
import { listConfirmed } from "../../recommendation/events.ts";
import { rulingDecided, rulingsChanged } from "../../ruling/events.ts";
import { selectionChanged, selectionPublished } from "../../selection/events.ts";
import { openRulings } from "../../selection/rules.ts";
import { latestSelection } from "../../selection/store.ts";
import { stageOpened } from "../../stage/events.ts";
import { deskPhrases as phrases } from "./phrases.ts";

/** Each organizer has one. */
const DESK = { kind: "desk.organizer", subject: "desk" };
/** The stage in which the city's own work begins. */
const CITY_STAGE = "verification";

const deskRenderer: CardRenderer = {
  kind: DESK.kind,
  redrawOn: [
    redrawOn(listConfirmed),
    redrawOn(expectedDistrictsNamed),
    redrawOn(applicationSubmitted),
    redrawOn(applicationWithdrawn),
    redrawOn(rulingDecided),
    redrawOn(rulingsChanged),
    redrawOn(selectionChanged),
    redrawOn(selectionPublished),
  ],
  render: deskView,
};

const see: Command = {
  id: "desk.see",
  words: ["工作台", "市级办理"],
  capability: "publication.publish",
  effect: "read",
  help: {
    example: "工作台",
    purpose: "打开市级办理的卡片",
    stages: ["implementation", "verification", "conclusion"],
  },
  onlyIn: "direct",
  async handle(context) {
    await context.cards.show(context.chat, DESK);
    return {};
  },
};

/** With the first list the organizers get their card. */
async function showDeskOnce({ cards, people }: Context): Promise<void> {
  for (const { staffId } of membersWith(people, "organizer")) await cards.showOnce(staffId, DESK);
}

/** When the city's stage opens, the card is shown again at the end of the chat. */
async function showDeskOnStage({ cards, people }: Context, stage: string): Promise<void> {
  if (stage !== CITY_STAGE) return;
  for (const { staffId } of membersWith(people, "organizer")) await cards.show(staffId, DESK);
}

/** 工作台: everything the city does, from one card in the organizers' direct chats. */
export const deskFeature: Feature = {
  renderers: [deskRenderer],
  commands: [see],
  listeners: [
    on(listConfirmed, showDeskOnce),
    on(stageOpened, (context, { stage }) => showDeskOnStage(context, stage)),
  ],
};

async function deskView(context: Context): Promise<View> {
  const { tx, campaign, rulings } = context;
  const { expected, confirmed, missing } = await awaitedLists(context);
  const open = openRulings(campaign.definition, rulings);
  const selection = await latestSelection(tx, campaign.id);
  const names = missing.map((id) => districtName(context, id));
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
    ...(context.cards.interactive ? { form: exportForm(context) } : {}),
    actions: [...actions(), broadcastAction],
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

function exportForm({ campaign }: Context): ViewForm {
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
