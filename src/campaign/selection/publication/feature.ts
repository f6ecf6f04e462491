import { z } from "zod";
import { textView, type View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { onRequirements } from "../../application/requirements/redraw.ts";
import { decisionsMade } from "../../authority/extension-points.ts";
import { consultationChanged } from "../../consultation/events.ts";
import { returnChanged } from "../../correction/events.ts";
import { mayMember } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { plainText } from "../../engine/dispatch/match-command.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  dialogue,
  extend,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { expectedDistrictsNamed } from "../../ranking/events.ts";
import { publicationState, publishedSelection } from "../../ranking/extension-points.ts";
import { onStandings } from "../../ranking/redraw.ts";
import { countOf } from "../../receipt/count-words.ts";
import { receiptsChanged } from "../../receipt/events.ts";
import { rulingEffects } from "../../ruling/extension-points.ts";
import { onDecisions } from "../../ruling/on-decisions.ts";
import { publicationWaitsChanged, selectionChanged, selectionPublished } from "../events.ts";
import { hasPublished, publishedApplications, selectionOfCard } from "../store.ts";
import { wordsOf } from "../words.ts";
import { correctionTable } from "./correction.ts";
import { correctionCommands, correctionRenderer } from "./correction-commands.ts";
import { correctionChanged, suspensionChanged } from "./events.ts";
import { openReturnsBeside } from "./open-returns.ts";
import { publicationPhrases as phrases } from "./phrases.ts";
import { type Publishable, publishable } from "./publication.ts";
import { LIST_CARD, publicationMessage, publish } from "./publish.ts";
import { registrableCorrections } from "./register.ts";
import { resultRenderer } from "./results.ts";
import { suspensionCommands, suspensionTable } from "./suspension.ts";
import { textCommand } from "./text.ts";
import { CONFIRM, groupTitle, listView, previewView } from "./views.ts";

/** Kind of both the preview card and its dialogue. */
const PREVIEW = "publication.preview";
const CAPABILITY = "publication.publish";

const listRenderer: CardRenderer = {
  kind: LIST_CARD,
  redrawOn: [redrawOn(correctionChanged), redrawOn(suspensionChanged), redrawOn(selectionPublished)],
  render: async (context, { subject }) =>
    listView(context, await selectionOfCard(context.tx, context.campaign.id, subject)),
};

/** Preview card; after publication a receipt, or the reason against publication. */
const previewRenderer: CardRenderer = {
  kind: PREVIEW,
  redrawOn: [
    ...onStandings,
    ...onRequirements(),
    redrawOn(consultationChanged),
    onDecisions("numberSelected", "noticePeriod", "rankingBasis", "tieLadder", "undecidedRequirement"),
    redrawOn(selectionChanged),
    redrawOn(publicationWaitsChanged),
    redrawOn(expectedDistrictsNamed),
    redrawOn(returnChanged),
    redrawOn(receiptsChanged, ({ message }) => /^publication\/(\d+)$/.exec(message)?.[1] ?? []),
  ],
  async render(context, { subject }) {
    const { state } = await selectionOfCard(context.tx, context.campaign.id, subject);
    if (state === "published") return doneView(context, await countOf(context, publicationMessage(Number(subject))));
    try {
      const current = await publishable(context);
      if (String(current.selection.version) === subject) return await previewView(context, current);
      return closedView(phrases.changed());
    } catch (error) {
      if (error instanceof RefusalError) return closedView(error.message);
      throw error;
    }
  },
};

/** 公布 typed. Shows the preview; without cards as text. */
const previewByWords: Command = {
  id: "publication.read",
  words: ["公布"],
  capability: CAPABILITY,
  until: "listSettled",
  effect: "read",
  help: {
    example: "公布",
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "publication",
  },
  onlyIn: "direct",
  async handle(context) {
    const current = await beginPreview(context);
    if (!context.cards.interactive) return { reply: await previewView(context, current) };
    return showPreview(context, current);
  },
};

async function showPreview(context: PersonContext, { selection }: Publishable): Promise<CommandOutcome> {
  await context.cards.show(context.chat, { kind: PREVIEW, subject: String(selection.version) });
  return {};
}

/** 公布 pressed. Shows the preview card. */
const previewAsCard: Command = {
  id: "publication.preview",
  step: "publication",
  capability: CAPABILITY,
  until: "listSettled",
  effect: "read",
  offeredBy: ["selection"],
  async handle(context) {
    return showPreview(context, await beginPreview(context));
  },
};

/** Said once more after 公布, it is told when that was. */
const confirm: Command = {
  id: CONFIRM,
  words: [phrases.confirmLabel()],
  step: "publication",
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    if (subject === undefined) return { reply: await previewFirst(context) };
    await publish(context, Number(subject));
    await context.dialogue.close(PREVIEW);
    return { changed: true, toast: phrases.doneToast(wordsOf(context.campaign.definition)) };
  },
};

const isConfirmation = (text: string): boolean => plainText(text) === phrases.confirmLabel();

/** Typed confirmation of the preview. */
const confirmDialogue = dialogue({
  kind: PREVIEW,
  readsCorrections: true,
  state: z.object({ version: z.int() }),
  claims: isConfirmation,
  async handle(context, { state, text }) {
    const mayPublish = mayMember(context.campaign.definition, context.person, CAPABILITY);
    if (!isConfirmation(text) || !mayPublish) return false;
    const { selection } = await publishable(context);
    if (selection.version !== state.version) {
      await context.reply(await previewFirst(context));
      return true;
    }
    await publish(context, state.version);
    await context.dialogue.close(PREVIEW);
    await context.reply(await doneView(context));
    return true;
  },
});

/** Opens the dialogue for the confirmation of this version. */
async function beginPreview(context: PersonContext): Promise<Publishable> {
  const current = await publishable(context);
  await context.dialogue.open(PREVIEW, { version: current.selection.version });
  return current;
}

/** A confirmation without a preview gets the preview first. */
async function previewFirst(context: PersonContext): Promise<View> {
  const view = await previewView(context, await beginPreview(context));
  return { ...view, body: [{ kind: "text", text: phrases.notPreviewed() }, ...view.body] };
}

async function doneView(context: Context, read?: { label: string; value: string }): Promise<View> {
  const said = phrases.done(await groupTitle(context), wordsOf(context.campaign.definition));
  const view = textView(phrases.doneTitle(), said, { tone: "done" });
  return read ? { ...view, body: [...view.body, { kind: "facts", facts: [read] }] } : view;
}

const closedView = (text: string): View => textView(phrases.previewTitle(), text, { tone: "closed" });

/** 公布 of the approved list. */
export const publicationFeature: Feature = {
  tables: [correctionTable, suspensionTable],
  commands: [previewByWords, previewAsCard, confirm, ...correctionCommands, textCommand, ...suspensionCommands],
  dialogues: [confirmDialogue],
  renderers: [listRenderer, previewRenderer, correctionRenderer, resultRenderer],
  enforces: ["resultsToDistricts"],
  extensions: [
    extend(rulingEffects("resultsToDistricts"), async () => []),
    extend(decisionsMade, registrableCorrections),
    openReturnsBeside,
    extend(publicationState, ({ tx, campaign }) => hasPublished(tx, campaign.id)),
    extend(publishedSelection, ({ tx, campaign }) => publishedApplications(tx, campaign.id)),
  ],
};
