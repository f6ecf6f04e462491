import { z } from "zod";
import type { View } from "../../../platform/chat/view.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { CardFace, Command, Feature, PersonTurn, Turn } from "../../engine/feature.ts";
import type { OnSelectionChanged } from "../propose.ts";
import type { Selection } from "../selection.ts";
import { selectionByVersion } from "../store.ts";
import { requireDirect } from "../who.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { publishable } from "./publication.ts";
import { LIST_CARD, PREVIEW_CARD, publish } from "./publish.ts";
import { CONFIRM, groupTitle, listView, previewView } from "./views.ts";

const previewed = z.object({ version: z.int() });

const listFace: CardFace = {
  kind: LIST_CARD,
  draw: async (turn, { subject }) => listView(turn, await versionOf(turn, subject)),
};

/** What will be sent as long as it may be; then that it was, or why it may not. */
const previewFace: CardFace = {
  kind: PREVIEW_CARD,
  async draw(turn, { subject }) {
    const selection = await versionOf(turn, subject);
    if (selection.state === "published") return doneView(turn);
    try {
      const current = await publishable(turn);
      if (String(current.selection.version) === subject) return await previewView(turn, current);
      return closedView(phrases.changed());
    } catch (error) {
      if (error instanceof Refusal) return closedView(error.message);
      throw error;
    }
  },
};

const preview: Command = {
  id: "publication.preview",
  words: ["公布"],
  capability: "publication.publish",
  effect: "look",
  example: "公布",
  purpose: "核对并公布已批准的市级名单",
  stages: ["verification", "conclusion"],
  onlyIn: "direct",
  async run(turn, asked) {
    requireDirect(turn);
    const current = await publishable(turn);
    const subject = String(current.selection.version);
    await waitForConfirmation(turn, current.selection.version);
    const card = { campaignId: turn.campaign.id, kind: PREVIEW_CARD, subject };
    if (asked.by === "words") await turn.reply(await previewView(turn, current));
    else await turn.cards.show(turn.tx, turn.chat, card);
    return {};
  },
};

const confirm = (then: OnSelectionChanged): Command => ({
  id: CONFIRM,
  words: [phrases.confirmLabel()],
  capability: "publication.publish",
  effect: "change",
  example: phrases.confirmLabel(),
  purpose: "确认公布已核对的市级名单",
  stages: ["verification", "conclusion"],
  onlyIn: "direct",
  offered: false,
  async run(turn, asked) {
    requireDirect(turn);
    if (asked.by === "press") {
      await publish(turn, { version: Number(asked.subject), pressed: asked.card.id });
      await then(turn);
      return { changed: true, toast: phrases.doneToast() };
    }
    const version = await previewedVersion(turn);
    const current = await publishable(turn);
    if (version !== current.selection.version) {
      // Nobody confirms what was not seen: it is shown first.
      await waitForConfirmation(turn, current.selection.version);
      const view = await previewView(turn, current);
      await turn.reply({ ...view, body: [{ kind: "text", text: phrases.notPreviewed() }, ...view.body] });
      return {};
    }
    await publish(turn, { version });
    await then(turn);
    await turn.dialogues.close(turn.tx, turn.person.staffId, PREVIEW_CARD);
    await turn.reply(await doneView(turn));
    return {};
  },
});

/** 公布 of the approved list. */
export const publicationFeature = (then: OnSelectionChanged): Feature => ({
  faces: [listFace, previewFace],
  commands: [preview, confirm(then)],
});

const waitForConfirmation = ({ tx, dialogues, person }: PersonTurn, version: number): Promise<void> =>
  dialogues.open(tx, person.staffId, { kind: PREVIEW_CARD, state: { version } });

async function previewedVersion({ tx, dialogues, person }: PersonTurn): Promise<number | undefined> {
  const open = await dialogues.current(tx, person.staffId);
  return open?.kind === PREVIEW_CARD ? previewed.safeParse(open.state).data?.version : undefined;
}

const doneView = async (turn: Turn): Promise<View> => ({
  title: phrases.doneTitle(),
  tone: "done",
  body: [{ kind: "text", text: phrases.done(await groupTitle(turn)) }],
  actions: [],
});

const closedView = (text: string): View => ({
  title: phrases.previewTitle(),
  tone: "closed",
  body: [{ kind: "text", text }],
  actions: [],
});

async function versionOf({ tx, campaign }: Turn, subject: string): Promise<Selection> {
  const selection = await selectionByVersion(tx, campaign.id, Number(subject));
  if (!selection) throw new Error(`a card of selection ${subject}, which is not there`);
  return selection;
}
