import type { Action, Block, View } from "../../platform/chat/view.ts";
import { textView } from "../../platform/chat/view.ts";
import { momentWords } from "../definition/wording.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import type { Archive } from "./archive.ts";
import { archiveChanged } from "./events.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { previewBlocks } from "./preview.ts";
import { KEEPS } from "./rules.ts";
import { archiveByNumber, lastArchive, workState } from "./store.ts";

/** The approver's card; subject: the archive's number. */
export const REQUEST_CARD = "archive.request";
export const REQUEST = "archive.ask";
export const CONFIRM = "archive.confirm";
export const DECLINE = "archive.decline";

const TONES = { requested: "near", declined: "closed", confirmed: "running", made: "done" } as const;

export const requestCard: CardRenderer = {
  kind: REQUEST_CARD,
  redrawOn: [redrawOn(archiveChanged, ({ number }) => String(number))],
  async render(context, { subject }) {
    const archive = await archiveByNumber(context.tx, context.campaign.id, Number(subject));
    if (!archive) return textView(phrases.cardTitle(Number(subject)), phrases.nothingToDecide(), { tone: "closed" });
    const isOpen = archive.state === "requested";
    return {
      title: phrases.cardTitle(archive.number),
      tone: TONES[archive.state],
      status: phrases.states[archive.state],
      body: [
        ...(await stateBlocks(context, archive)),
        ...(isOpen ? [...(await previewBlocks(context)), text(phrases.afterwards())] : []),
      ],
      actions: isOpen ? decisions() : [],
    };
  },
};

const text = (words: string): Block => ({ kind: "text", text: words });

async function stateBlocks({ tx, personal }: Context, archive: Archive): Promise<Block[]> {
  const { requestedBy, requestedAt, decidedBy, decidedAt, opinion, keep, state } = archive;
  const names = await namesOf(tx, [requestedBy, ...(decidedBy ? [decidedBy] : [])]);
  const said = opinion && (await personal.read([opinion])).get(opinion.personal);
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    text(`${phrases.asked(nameOf(requestedBy), momentWords(requestedAt))}${phrases.keep(keep)}。`),
    ...(decidedBy && decidedAt
      ? [text(phrases.decided(nameOf(decidedBy), momentWords(decidedAt), state !== "declined"))]
      : []),
    ...(said === undefined || said === null ? [] : [text(phrases.opinion(said))]),
  ];
}

const decisions = (): Action[] => [
  { id: CONFIRM, label: phrases.confirmWord(), typed: phrases.confirmWord(), look: "primary" },
  { id: DECLINE, label: phrases.declineWord(), typed: phrases.declineWord(), look: "danger" },
];

/** 归档: what the archive will hold, what is missing, and what can be done now. */
export async function previewView(context: Context): Promise<View> {
  const { tx, campaign } = context;
  const last = await lastArchive(tx, campaign.id);
  const isClosed = campaign.closedAt !== undefined;
  const isBusy = last?.state === "requested" || last?.state === "confirmed";
  return {
    title: phrases.previewTitle(),
    tone: isClosed && !isBusy ? "near" : "running",
    body: [...(await previewBlocks(context)), text(await standing(context, last))],
    actions: isClosed && !isBusy ? KEEPS.map(keepAction) : [],
  };
}

const keepAction = (keep: (typeof KEEPS)[number]): Action => ({
  ...{ id: REQUEST, label: phrases.requestLabel(keep), typed: phrases.requestTyped(keep) },
  ...{ look: "default" as const, subject: keep },
});

async function standing({ tx, campaign }: Context, last: Archive | undefined): Promise<string> {
  if (campaign.closedAt === undefined) return phrases.closeFirst();
  if (last?.state === "requested") return phrases.waiting(last.number);
  if (last?.state === "confirmed") {
    const isStuck = (await workState(tx, campaign.id, last.number)) === "failed";
    return isStuck ? phrases.stuck(last.number) : phrases.making(last.number);
  }
  if (last?.madeAt) return `${phrases.madeBefore(last.number, momentWords(last.madeAt))}${phrases.chooseKeep()}`;
  return phrases.chooseKeep();
}
