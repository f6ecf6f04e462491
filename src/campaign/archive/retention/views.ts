import { RETENTION_DAYS } from "../../../platform/chat/purge.ts";
import type { Block, View } from "../../../platform/chat/view.ts";
import { textView } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { formFor } from "../../definition/purposes.ts";
import { fullDayWords, momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, redrawOn } from "../../engine/feature.ts";
import { onDecisions } from "../../ruling/on-decisions.ts";
import { cleanupByNumber, cleanupChanged } from "./cleanup.ts";
import { keptUntil, retentionOf } from "./due.ts";
import { countsOf, type Found, findExpired, guessableOf } from "./find.ts";
import { ERASED, type Erased, retentionPhrases as phrases } from "./phrases.ts";
import { CLEANUP_CARD, hindrance } from "./steps.ts";

export const REQUEST_CLEANUP = "archive.request-cleanup";
export const CONFIRM_CLEANUP = "archive.confirm-cleanup";
export const DECLINE_CLEANUP = "archive.decline-cleanup";

const text = (words: string): Block => ({ kind: "text", text: words });
const lines = (erased: Erased): string[] =>
  ERASED.filter((kind) => erased[kind] > 0).map((kind) => phrases.line(kind, erased[kind]));

export async function cleanupPreview(context: Context): Promise<View> {
  const why = await hindrance(context);
  // Of what people have not handed in nothing is counted while they work on it.
  if (context.campaign.closedAt === undefined) return textView(phrases.title(), phrases.openCampaign());
  const found = await findExpired(context);
  const listed = lines(countsOf(found));
  const canAsk = why === undefined && listed.length > 0;
  return {
    title: phrases.title(),
    tone: canAsk ? "near" : "running",
    body: [
      { kind: "heading", text: phrases.will() },
      listed.length > 0 ? { kind: "list", items: listed } : text(phrases.nothing()),
      text(`${phrases.stays()}${phrases.chats(RETENTION_DAYS)}`),
      ...dueBlocks(context),
      text(why ?? (await forEver(context, found))),
    ],
    actions: canAsk
      ? [{ id: REQUEST_CLEANUP, label: phrases.requestWord(), typed: phrases.requestWord(), look: "danger" }]
      : [],
  };
}

const forEver = async (context: Context, found: Found): Promise<string> =>
  phrases.forEver(await guessableOf(context, found));

/** The plan says nothing of it: whether somebody ruled on it, or it is a proposal, is said. */
function dueBlocks(context: Context): Block[] {
  const { closedAt } = context.campaign;
  if (closedAt === undefined) return [];
  const kept = retentionOf(context);
  const until = keptUntil(closedAt, kept.months);
  return [text(phrases.due(kept, fullDayWords(until), dayOf(context.now) >= until))];
}

export const cleanupCard: CardRenderer = {
  kind: CLEANUP_CARD,
  redrawOn: [redrawOn(cleanupChanged, ({ number }) => String(number)), onDecisions("retention")],
  async render(context, { subject }) {
    const { tx, campaign } = context;
    const cleanup = await cleanupByNumber(tx, campaign.id, Number(subject));
    if (!cleanup) return textView(phrases.cardTitle(Number(subject)), phrases.nothingToDecide(), { tone: "closed" });
    const { number, state, requestedBy, requestedAt, decidedBy, decidedAt, erased } = cleanup;
    const names = await namesOf(tx, [requestedBy, ...(decidedBy ? [decidedBy] : [])]);
    const isOpen = state === "requested";
    const decided =
      decidedBy && decidedAt
        ? [text(phrases.decided(names.get(decidedBy) ?? decidedBy, momentWords(decidedAt), state === "done"))]
        : [];
    return {
      title: phrases.cardTitle(number),
      tone: isOpen ? "near" : "closed",
      status: phrases.states[state],
      body: [
        text(phrases.asked(names.get(requestedBy) ?? requestedBy, momentWords(requestedAt))),
        { kind: "list", items: lines(erased) },
        ...(isOpen
          ? [text(phrases.stays()), ...dueBlocks(context), text(await forEver(context, await findExpired(context)))]
          : []),
        ...decided,
      ],
      actions: isOpen
        ? [
            { id: CONFIRM_CLEANUP, label: phrases.confirmWord(), typed: phrases.confirmWord(), look: "danger" },
            { id: DECLINE_CLEANUP, label: phrases.declineWord(), typed: phrases.declineWord(), look: "default" },
          ]
        : [],
    };
  },
};

/** Every item of personal data: what for, who sees it, how long it is kept. */
export function personalDataPage(context: Context): View {
  const { definition } = context.campaign;
  const { page } = phrases;
  const kept = page.kept(retentionOf(context));
  const nouns = nounsOf(definition);
  const fields = formFor(definition, "application")?.fields.filter(({ personal }) => personal) ?? [];
  const days = page.chatUntil(RETENTION_DAYS);
  const sees = page.sees(nouns);
  const rows = [
    ...fields.map(({ label, kind }) => [label, page.use(), sees, kind === "phone" ? kept : page.inForm()]),
    [page.objector.what, page.objector.use, page.objector.sees, kept],
    [page.signers.what, page.signers.use, page.signers.sees(nouns), page.signers.until],
    ...[page.visits, page.contacts, page.recusals].map(({ what, use, sees: by, until }) => [what, use, by, until]),
    [page.evidence.what, page.evidence.use, sees, page.evidence.until],
    [page.texts.what, page.texts.use, sees, page.texts.until],
    [page.chat.what, page.chat.use, page.chat.sees, days],
    [page.drafts.what, page.drafts.use, page.drafts.sees, kept],
    [page.photos.what, page.photos.use, page.photos.sees, kept],
    [page.roster.what, page.roster.use, page.roster.sees, page.roster.until],
  ];
  return {
    title: page.title(),
    tone: "running",
    body: [{ kind: "table", columns: page.columns(), rows }],
    actions: [],
    footnote: page.footnote(),
  };
}
