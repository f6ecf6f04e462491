import type { CardFace, Command, PersonTurn, Talk } from "../engine/feature.ts";
import { answerChoices, chooseBy, isBack, isSubmit } from "./answer.ts";
import { ENTRY_CARD, type Entry, entryOf, openEntry, saveEntry, TALK, takeUpEntry } from "./entry.ts";
import { entryView, SAVE_PAGE, SUBMIT, TURN_PAGE, wordsView } from "./entry-view.ts";
import { savePage } from "./page.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import { type OnSelectionChanged, proposeSelection } from "./propose.ts";
import { readReason } from "./read-reason.ts";
import { openStep } from "./rules.ts";
import { latestSelection } from "./store.ts";
import { selectionView } from "./views.ts";
import { requireDirect } from "./who.ts";

const CAPABILITY = "selection.propose";

/** 择优 as it is entered; afterwards that it was handed in. */
export const entryFace: CardFace = {
  kind: ENTRY_CARD,
  async draw(turn, { subject }) {
    const draft = await turn.drafts.read(turn.tx, subject);
    if (draft?.state === "open") return entryView(turn, await entryOf(turn, draft));
    return {
      title: phrases.title(),
      tone: "closed",
      body: [{ kind: "text", text: phrases.closedDraft() }],
      actions: [],
    };
  },
};

/** One open question at a time; after the last reason the selection goes to the approver. */
export const entryTalk = (then: OnSelectionChanged): Talk => ({
  kind: TALK,
  owns: (text) => isBack(text) || isSubmit(text) || isShortReason(text),
  async hear(turn, { state, text, files }) {
    if (files.length > 0) return false;
    const entry = await openEntry(turn, draftIn(state));
    if (isSubmit(text)) await handIn(turn, entry, then);
    else await takeAnswer(turn, await saveEntry(turn, entry, answerChoices(entry, text)), then);
    return true;
  },
});

/** 同上, 沿用 and 理由 1-3 … are answers here, whatever they are elsewhere. */
function isShortReason(text: string): boolean {
  const line = readReason(text);
  return line !== undefined && line !== "tooLong" && line.kind !== "reason";
}

const draftIn = (state: unknown): string =>
  typeof state === "object" && state !== null && "draftId" in state ? String(state.draftId) : "";

async function takeAnswer(turn: PersonTurn, entry: Entry, then: OnSelectionChanged): Promise<void> {
  if (!openStep(entry.candidates, entry.choices)) return handIn(turn, entry, then);
  await turn.reply(wordsView(entry));
  await turn.cards.outdate(turn.tx, { campaignId: turn.campaign.id, kind: ENTRY_CARD, subject: entry.draft.id });
}

async function handIn(turn: PersonTurn, entry: Entry, then: OnSelectionChanged): Promise<void> {
  const version = await proposeSelection(turn, entry);
  await then(turn);
  const selection = await latestSelection(turn.tx, turn.campaign.id);
  if (!selection) throw new Error(`selection ${version} is not there`);
  const view = await selectionView(turn, selection);
  await turn.reply({ ...view, body: [{ kind: "text", text: phrases.submitted(version) }, ...view.body] });
}

export const entryCommands = (then: OnSelectionChanged): Command[] => [
  {
    id: "selection.choose",
    words: ["择优"],
    capability: CAPABILITY,
    effect: "look",
    example: "择优",
    purpose: "从各地区推荐名单中择优，逐个写明理由",
    stages: ["verification", "conclusion"],
    onlyIn: "direct",
    async run(turn, asked) {
      requireDirect(turn);
      const { tx, campaign, person } = turn;
      const words = asked.by === "words" ? asked.rest : "";
      const entry = await takeUpEntry(turn, { afresh: /^(重新|重来|重填)$/u.test(words) });
      await turn.dialogues.open(tx, person.staffId, { kind: TALK, state: { draftId: entry.draft.id } });
      if (/\d/.test(words)) await takeAnswer(turn, await saveEntry(turn, entry, chooseBy(entry, words)), then);
      else {
        const chat = { kind: "direct", person: person.staffId } as const;
        await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: ENTRY_CARD, subject: entry.draft.id });
      }
      return {};
    },
  },
  {
    id: SAVE_PAGE,
    words: [],
    capability: CAPABILITY,
    effect: "change",
    example: "",
    purpose: "",
    offered: false,
    async run(turn, asked) {
      if (asked.by !== "press") return {};
      const entry = await openEntry(turn, asked.subject);
      const { choices, problems } = savePage(turn, entry, asked.form ?? {});
      await saveEntry(turn, entry, choices);
      return { changed: true, toast: problems.length > 0 ? problems.join("") : phrases.saved() };
    },
  },
  {
    id: TURN_PAGE,
    words: [],
    capability: CAPABILITY,
    effect: "change",
    example: "",
    purpose: "",
    offered: false,
    async run(turn, asked) {
      if (asked.by !== "press") return {};
      const [draftId = "", page = "0"] = asked.subject.split("/");
      const entry = await openEntry(turn, draftId);
      await saveEntry(turn, entry, { ...entry.choices, page: Math.max(0, Number.parseInt(page, 10) || 0) });
      return { changed: true };
    },
  },
  {
    id: SUBMIT,
    words: [],
    capability: CAPABILITY,
    effect: "change",
    example: "",
    purpose: "",
    offered: false,
    async run(turn, asked) {
      if (asked.by !== "press") return {};
      const version = await proposeSelection(turn, await openEntry(turn, asked.subject), asked.card.id);
      await then(turn);
      return { changed: true, toast: phrases.submitted(version) };
    },
  },
];
