import { textView } from "../../platform/chat/view.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { consultationChanged } from "../consultation/events.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, extend, redrawOn } from "../engine/feature.ts";
import { unfinishedWork } from "../engine/unfinished-work.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { onStandings } from "../ranking/redraw.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { countdownChanged } from "../stage/events.ts";
import { isSettled } from "./after-publication.ts";
import { chooseBy } from "./answer.ts";
import { leave, takeAnswer } from "./dialogue.ts";
import { DIALOGUE, DRAFT, DRAFT_CARD, draftOf, openDraft, saveDraft, takeUpDraft } from "./draft.ts";
import { CANCEL, draftView, SAVE_PAGE, SUBMIT, TURN_PAGE } from "./draft-view.ts";
import { publicationWaitsChanged, selectionChanged } from "./events.ts";
import { savePage } from "./form.ts";
import { REPROPOSE } from "./notice.ts";
import { approvalPhrases, selectionPhrases as phrases } from "./phrases.ts";
import { isReviewedAgain, proposeSelection } from "./propose.ts";
import { reproposeSelection } from "./repropose.ts";
import { wordsOf } from "./words.ts";

const CAPABILITY = "selection.propose";

/** Shows 择优 during entry, and a closed card afterwards. */
export const draftRenderer: CardRenderer = {
  kind: DRAFT_CARD,
  redrawOn: [
    ...onStandings,
    ...onRequirements(),
    redrawOn(consultationChanged),
    onDecisions("numberSelected", "tieLadder", "rankingBasis"),
    redrawOn(selectionChanged),
    redrawOn(publicationWaitsChanged),
    redrawOn(expectedDistrictsNamed),
    redrawOn(countdownChanged),
  ],
  async render(context, { subject }) {
    const stored = await context.drafts.read(subject);
    if (stored?.state === "open") return draftView(context, await draftOf(context, stored));
    return textView(phrases.title(), phrases.closedDraft(stored?.state), { tone: "closed" });
  },
};

/** The person's own choice. */
export const choiceBegun = extend(unfinishedWork, async (context, { person }) => {
  if (await isSettled(context)) return [];
  return (await context.drafts.unfinished({ kind: DRAFT, subject: person })).map(({ id }) => ({
    name: phrases.title(),
    dialogue: { kind: DIALOGUE, state: { draftId: id } },
    async takeUp(own: PersonContext) {
      const { stored } = await openDraft(own, id);
      await own.dialogue.open(DIALOGUE, { draftId: stored.id });
      await own.cards.show(own.chat, { kind: DRAFT_CARD, subject: stored.id });
      return {};
    },
  }));
});

const choose: Command = {
  id: "selection.choose",
  words: ["择优"],
  alsoCalled: ["重新择优"],
  capability: CAPABILITY,
  until: "listSettled",
  effect: "read",
  help: {
    example: "择优",
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "selection",
  },
  onlyIn: "direct",
  async handle(context, { words }) {
    const draft = await takeUpDraft(context, { afresh: /^(重新|重来|重填)$/u.test(words) });
    await context.dialogue.open(DIALOGUE, { draftId: draft.stored.id });
    if (/\d/.test(words)) await takeAnswer(context, await saveDraft(context, draft, chooseBy(draft, words)));
    else await context.cards.show(context.chat, { kind: DRAFT_CARD, subject: draft.stored.id });
    return {};
  },
};

const save: Command = {
  id: SAVE_PAGE,
  capability: CAPABILITY,
  until: "listSettled",
  effect: "write",
  async handle(context, { subject = "", values }) {
    const draft = await openDraft(context, subject);
    const { choices, problems, turn } = savePage(context, draft, values);
    await saveDraft(context, draft, choices);
    if (turn === "leave" && problems.length === 0) {
      await context.dialogue.close(DIALOGUE);
      return { changed: true, toast: phrases.left() };
    }
    return { changed: true, toast: problems.length > 0 ? problems.join("") : phrases.saved() };
  },
};

const goToPage: Command = {
  id: TURN_PAGE,
  capability: CAPABILITY,
  until: "listSettled",
  effect: "write",
  async handle(context, { subject = "" }) {
    const [draftId = "", page = "0"] = subject.split("/");
    const draft = await openDraft(context, draftId);
    const at = Math.max(0, Number.parseInt(page, 10) || 0);
    await saveDraft(context, draft, { ...draft.choices, page: at, oneByOne: true, refused: undefined });
    return { changed: true };
  },
};

const submit: Command = {
  id: SUBMIT,
  capability: CAPABILITY,
  until: "listSettled",
  effect: "write",
  async handle(context, { subject = "" }) {
    const draft = await openDraft(context, subject);
    if (await isReviewedAgain(context, draft)) return { changed: true, toast: phrases.reviewAgain() };
    const version = await proposeSelection(context, draft);
    return { changed: true, toast: phrases.submitted(version, draft.words) };
  },
};

const cancel: Command = {
  id: CANCEL,
  capability: CAPABILITY,
  effect: "read",
  async handle(context) {
    await leave(context);
    return {};
  },
};

/** 重新报批: the same choice once more, with the cases as they are now. */
const repropose: Command = {
  id: REPROPOSE,
  words: [approvalPhrases.reproposeLabel()],
  capability: CAPABILITY,
  until: "listSettled",
  effect: "write",
  onlyIn: "direct",
  help: { example: approvalPhrases.reproposeLabel(), purpose: phrases.reproposePurpose(), step: "selection" },
  async handle(context) {
    const words = wordsOf(context.campaign.definition);
    const said = phrases.submitted(await reproposeSelection(context), words);
    return { reply: textView(phrases.title(), said, { tone: "done" }), toast: said, changed: true };
  },
};

export const draftCommands: readonly Command[] = [choose, save, goToPage, submit, cancel, repropose];
