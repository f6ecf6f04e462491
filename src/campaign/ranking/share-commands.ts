import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { plainText } from "../engine/dispatch/match-command.ts";
import { type CardRenderer, type Command, dialogue, redrawOn } from "../engine/feature.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { publicationChanged, rankingShared } from "./events.ts";
import { sharePhrases as phrases } from "./phrases.ts";
import { onStandings } from "./redraw.ts";
import { offersRanking } from "./rules.ts";
import { type Shareable, shareable, shareRanking, wasShared } from "./share-ranking.ts";
import { SHARE } from "./view-ranking.ts";

/** Kind of both the preview card and its dialogue. */
const PREVIEW = "ranking.share";
const CONFIRM = "ranking.share-confirm";
const CAPABILITY = "publication.publish";

/** Preview card with the exact content to send; after sending, a receipt. */
export const shareRenderer: CardRenderer = {
  kind: PREVIEW,
  redrawOn: [
    ...onStandings,
    redrawOn(rankingShared, ({ digest }) => digest),
    redrawOn(publicationChanged),
    onDecisions("rankingBasis", "tieLadder", "earlyDisclosure"),
  ],
  async render(context, { subject }) {
    if (await wasShared(context, subject)) return sentView();
    const current = await shareable(context).catch(refusedAsNothing);
    if (current?.digest === subject) return previewOf(context, current);
    return textView(phrases.previewTitle(), phrases.changed(), { tone: "closed" });
  },
};

/** 发活动群 typed. Replies with the preview as text. */
const previewByWords: Command = {
  id: "ranking.share-read",
  words: ["排名 发活动群", "排名发活动群"],
  capability: CAPABILITY,
  offeredWhen: offersRanking,
  effect: "read",
  onlyIn: "direct",
  handle: async (context) => ({ reply: previewOf(context, await beginPreview(context)) }),
};

/** 发活动群 pressed. Shows the preview card. */
const previewAsCard: Command = {
  id: SHARE,
  capability: CAPABILITY,
  offeredWhen: offersRanking,
  effect: "read",
  async handle(context) {
    const { digest } = await beginPreview(context);
    await context.cards.show(context.chat, { kind: PREVIEW, subject: digest });
    return {};
  },
};

const confirm: Command = {
  id: CONFIRM,
  words: [phrases.confirmLabel()],
  capability: CAPABILITY,
  offeredWhen: offersRanking,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    if (subject === undefined) throw new RefusalError("ranking.nothing-previewed", phrases.nothingOpen());
    await shareRanking(context, subject);
    await context.dialogue.close(PREVIEW);
    return { changed: true, toast: phrases.sent() };
  },
};

/** 发活动群: preview, then confirmation. */
export const shareCommands: readonly Command[] = [previewByWords, previewAsCard, confirm];

/** Opens the dialogue for the confirmation. */
async function beginPreview(context: PersonContext): Promise<Shareable> {
  const current = await shareable(context);
  await context.dialogue.open(PREVIEW, { digest: current.digest });
  return current;
}

const isConfirmation = (text: string): boolean => plainText(text) === phrases.confirmLabel();

/** Typed confirmation of the preview. */
export const shareDialogue = dialogue({
  kind: PREVIEW,
  readsCorrections: true,
  state: z.object({ digest: z.string() }),
  claims: isConfirmation,
  async handle(context, { state, text }) {
    const mayConfirm = mayMember(context.campaign.definition, context.person, CAPABILITY);
    if (!isConfirmation(text) || !mayConfirm) return false;
    await shareRanking(context, state.digest);
    await context.dialogue.close(PREVIEW);
    await context.reply(sentView());
    return true;
  },
});

/** The content to send and the confirm button. */
const previewOf = ({ campaign }: Context, { view, digest }: Shareable): View => ({
  title: phrases.previewTitle(),
  tone: "near",
  status: phrases.previewStatus(),
  body: [{ kind: "text", text: phrases.previewLead(nounsOf(campaign.definition)) }, ...view.body],
  actions: [
    { id: CONFIRM, label: phrases.confirmLabel(), typed: phrases.confirmLabel(), look: "primary", subject: digest },
  ],
  ...(view.footnote === undefined ? {} : { footnote: view.footnote }),
});

const sentView = (): View => textView(phrases.sentTitle(), phrases.sent(), { tone: "done" });

/** Rendering must not fail if sending is no longer allowed. */
function refusedAsNothing(error: unknown): undefined {
  if (error instanceof RefusalError) return undefined;
  throw error;
}
