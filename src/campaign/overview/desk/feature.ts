import type { Action, View, ViewForm } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { applicationSubmitted, applicationWithdrawn } from "../../application/events.ts";
import { broadcastAction } from "../../broadcast/views.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtsOn } from "../../definition/districts.ts";
import { annexFor, deliverableFor, offers, stagesWith } from "../../definition/purposes.ts";
import { membersWith } from "../../directory/member.ts";
import { isOffered } from "../../engine/command-listing.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, on, redrawOn } from "../../engine/feature.ts";
import { awaitedLists, awaitedWords } from "../../ranking/awaited-lists.ts";
import { expectedDistrictsNamed } from "../../ranking/events.ts";
import { listConfirmed } from "../../recommendation/events.ts";
import { rulingDecided, rulingsChanged } from "../../ruling/events.ts";
import { selectionChanged, selectionPublished } from "../../selection/events.ts";
import { openRulings } from "../../selection/rules.ts";
import { latestSelection } from "../../selection/store.ts";
import { stageOpened } from "../../stage/events.ts";
import { deskPhrases as phrases } from "./phrases.ts";

/** One card per organizer. */
const DESK = { kind: "desk.organizer", subject: "desk" };
/** Id of the stage with the start of the city's own work. */
const cityStage = (definition: Definition): string | undefined =>
  (stagesWith(definition, "verification")[0] ?? stagesWith(definition, "selection")[0])?.id;

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
    purpose: phrases.purpose,
    step: ["ranking", "selection", "publication", "export"],
  },
  onlyIn: "direct",
  async handle(context) {
    await context.cards.show(context.chat, DESK);
    return {};
  },
};

/** Shows the card after the first confirmed list. */
async function showDeskOnce({ cards, people }: Context): Promise<void> {
  for (const { staffId } of membersWith(people, "organizer")) await cards.showOnce(staffId, DESK);
}

/** Shows the card again, at the end of the chat, when the city's stage opens. */
async function showDeskOnStage({ campaign, cards, people }: Context, stage: string): Promise<void> {
  if (stage !== cityStage(campaign.definition)) return;
  for (const { staffId } of membersWith(people, "organizer")) await cards.show(staffId, DESK);
}

/** 工作台: a card with all city actions, in the organizers' direct chats. */
export const deskFeature: Feature = {
  renderers: [deskRenderer],
  commands: [see],
  listeners: [
    on(listConfirmed, showDeskOnce),
    on(stageOpened, (context, { stage }) => showDeskOnStage(context, stage)),
  ],
};

async function deskView(context: Context): Promise<View> {
  const { definition } = context.campaign;
  const open = openRulings(definition, context.rulings);
  const facts = [
    ...(await listFacts(context)),
    ...(definition.rulings.length > 0 ? [{ label: phrases.rulingsLabel(), value: rulingsWords(open) }] : []),
    ...(await selectionFacts(context)),
  ];
  const form = exportForm(context);
  return {
    title: phrases.title(definition),
    tone: open.length > 0 ? "near" : "running",
    body: facts.length > 0 ? [{ kind: "facts", facts }] : [],
    ...(context.cards.interactive && form ? { form } : {}),
    actions: [...actions().filter(({ id }) => isOfferedHere(context, id)), broadcastAction],
    footnote: phrases.lead(definition),
  };
}

const rulingsWords = (open: readonly { ruling: string }[]): string =>
  open.length > 0 ? phrases.rulingsOpen(open.map(({ ruling }) => ruling)) : phrases.rulingsAnswered();

async function listFacts(context: Context): Promise<{ label: string; value: string }[]> {
  const { definition } = context.campaign;
  const list = deliverableFor(definition, "list");
  if (!list) return [];
  return [{ label: list.name, value: awaitedWords(context, await awaitedLists(context)) }];
}

async function selectionFacts({ tx, campaign }: Context): Promise<{ label: string; value: string }[]> {
  if (!offers(campaign.definition, "selection")) return [];
  const selection = await latestSelection(tx, campaign.id);
  const value = selection ? phrases.selection(selection.version, selection.state) : phrases.selectionNone();
  return [{ label: phrases.selectionLabel(), value }];
}

/** Whether the campaign offers the command of a button. */
function isOfferedHere({ commands, campaign }: Context, id: string): boolean {
  const command = commands.find((one) => one.id === id);
  return command !== undefined && isOffered(campaign.definition, command);
}

const actions = (): Action[] => [
  { id: "ranking.see", label: phrases.ranking(), typed: "排名", look: "primary" },
  { id: "selection.choose", label: phrases.select(), typed: "择优", look: "default" },
  { id: "publication.preview", label: phrases.publish(), typed: "公布", look: "default" },
  { id: "ruling.see", label: phrases.rulings(), typed: "口径", look: "default" },
  { id: "progress.see", label: phrases.progress(), typed: "进度", look: "default" },
];

/** Undefined in campaigns without export. */
function exportForm(context: Context): ViewForm | undefined {
  if (!isOfferedHere(context, "export.make")) return undefined;
  const { definition } = context.campaign;
  const list = deliverableFor(definition, "list");
  const choices = [
    ...(list ? [annexFor(definition, "list")?.name ?? list.name] : []),
    ...(isOfferedHere(context, "ranking.see") ? [phrases.exports.ranking] : []),
    phrases.exports.progress,
  ];
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
        options: choices.map((text) => ({ value: text, text })),
      },
      {
        name: "district",
        label: phrases.districtLabel(definition),
        kind: "select",
        required: false,
        options: districtsOn(definition, dayOf(context.now)).map(({ id, name }) => ({ value: id, text: name })),
      },
    ],
  };
}
