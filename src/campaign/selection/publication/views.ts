import { type Block, textView, type View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { dayWords, dayWordsIn, momentWords } from "../../definition/wording.ts";
import { signedName } from "../../directory/signed-name.ts";
import type { Context } from "../../engine/context.ts";
import { readingDeciding } from "../../ranking/reasons.ts";
import { sectionsKept } from "../../snapshot/as-kept.ts";
import { besidePublication } from "../extension-points.ts";
import { outstandingLists } from "../outstanding.ts";
import { seeChosen } from "../see-chosen.ts";
import type { Selection, Shown } from "../selection.ts";
import { selectionsOf } from "../store.ts";
import { tieWords } from "../tie.ts";
import { type SelectionWords, wordsNow, wordsOf } from "../words.ts";
import { correctionsOf } from "./correction.ts";
import { publishedList } from "./list.ts";
import { correctionPhrases, publicationPhrases as phrases } from "./phrases.ts";
import { suspensionPhrases } from "./phrases-results.ts";
import { chosenOf, type Publishable } from "./publication.ts";
import { suspendedSince } from "./suspension.ts";

export const CONFIRM = "publication.confirm";

/** The list to publish, the receivers and the confirm button. */
export async function previewView(context: Context, { selection, chosen }: Publishable): Promise<View> {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const { version, items, recordedAt } = selection;
  const tie = tieWords(context, await sectionsKept(context, items, recordedAt));
  const pending = chosen.filter(({ declaration }) => declaration === "unclear").map(({ name }) => name);
  const outstanding = await outstandingLists(context, dayOf(recordedAt));
  const beside = await context.contributions(besidePublication, { selection });
  const warnings = [...restDayToday(context), ...beside.flatMap(({ warnings = [] }) => warnings)];
  return {
    title: phrases.previewTitle(),
    tone: "near",
    status: phrases.previewStatus(version),
    body: [
      {
        kind: "facts",
        facts: [...(await previewFacts(context, { selection, chosen })), ...beside.flatMap(({ facts = [] }) => facts)],
      },
      ...warnings.map((text) => ({ kind: "text" as const, text })),
      listTable(words, chosen),
      ...(pending.length === 0 ? [] : [{ kind: "text" as const, text: phrases.pending(pending, words) }]),
      ...(outstanding === undefined ? [] : [{ kind: "text" as const, text: outstanding }]),
      ...(tie === undefined ? [] : [{ kind: "text" as const, text: tie }]),
    ],
    actions: [
      {
        id: CONFIRM,
        label: phrases.confirmLabel(),
        typed: phrases.confirmLabel(),
        look: "primary",
        subject: String(version),
      },
      ...(await seeChosen(context, chosen, 1)),
    ],
    footnote: phrases.once(),
  };
}

/** On a rest day 公布 is warned of, and not refused. */
function restDayToday({ campaign, now }: Context): string[] {
  const today = dayOf(now);
  return campaign.calendar.isWorkingDay(today) ? [] : [phrases.restDay(dayWords(today))];
}

/** The rulings that the decision rested on. */
const RESTS_ON = ["numberSelected", "noticePeriod", "rankingBasis", "tieLadder", "undecidedRequirement"] as const;

/** In characters; a default that is longer is read where it stands. */
const LONG_DEFAULT = 60;

async function previewFacts(context: Context, { selection, chosen }: Publishable) {
  const { definition } = context.campaign;
  const words = await wordsNow(context);
  const { decidedBy, decidedAt, authority } = selection;
  const signed = { staffId: decidedBy ?? "", role: "approver" as const, at: decidedAt ?? context.now };
  const by = decidedBy ? await signedName(context.tx, context.campaign.id, signed) : "";
  const rests = authority ? authorityPhrases.words(authority, context.now) : authorityPhrases.toBeRegistered();
  const readings = RESTS_ON.flatMap((decision) => {
    const reading = readingDeciding(definition, decision, context.rulings);
    if (!reading) return [];
    const isLong = reading.status === "default" && reading.text.length > LONG_DEFAULT;
    const value = phrases.read(reading.question, isLong ? phrases.defaultOf(reading.ruling) : reading.text);
    return [{ label: phrases.ruling(reading.ruling), value }];
  });
  return [
    { label: phrases.toLabel(), value: phrases.to(await groupTitle(context), publishedList(definition).to) },
    { label: phrases.contentLabel(), value: phrases.content(chosen.length, words) },
    { label: phrases.approvedLabel(), value: phrases.approved(by, decidedAt ? momentWords(decidedAt) : "") },
    { label: authorityPhrases.label(), value: rests },
    ...(words.verifies
      ? [{ label: phrases.verifiedLabel(), value: words.verified ? phrases.someVerified() : phrases.unverified() }]
      : []),
    ...readings,
  ];
}

/** The list for all districts as it was approved: by district, without points, ranks and reasons; then corrections. */
export async function listView(context: Context, selection: Selection): Promise<View> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const words = wordsOf(definition);
  const { title, source } = publishedList(definition);
  const chosen = await chosenOf(context, selection);
  const later = (await selectionsOf(context.tx, context.campaign.id)).find(
    (one) => one.version > selection.version && one.publishedAt !== null,
  );
  if (later?.publishedAt) return replacedView(context, later.publishedAt);
  const corrections = (await correctionsOf(context, { state: "approved" })).filter(
    ({ version }) => version === selection.version,
  );
  const suspended = await suspendedSince(context, selection.version);
  return {
    title,
    tone: suspended ? "overdue" : "done",
    status: statusOf(suspended !== undefined, corrections.length > 0),
    body: [
      ...(suspended ? [{ kind: "text" as const, text: suspensionPhrases.shown(momentWords(suspended.at)) }] : []),
      { kind: "text", text: phrases.listLead(title, chosen.length, words) },
      listTable(words, chosen),
      ...corrections.map(({ text, decidedAt }) => ({
        kind: "text" as const,
        text: correctionPhrases.shown(text, decidedAt ? momentWords(decidedAt) : ""),
      })),
    ],
    actions: [],
    footnote: phrases.listFootnote({ source, bureau: campaign.city.bureau, contact: campaign.contact }, words),
  };
}

function statusOf(isSuspended: boolean, isCorrected: boolean): string {
  if (isSuspended) return suspensionPhrases.status();
  return isCorrected ? correctionPhrases.corrected() : phrases.published();
}

/** What remains of a list after a newer one was published. */
function replacedView({ campaign: { definition } }: Context, at: Date): View {
  const day = dayWordsIn(definition, dayOf(at));
  return textView(publishedList(definition).title, suspensionPhrases.replaced(day), {
    ...{ tone: "closed", status: suspensionPhrases.corrected() },
  });
}

const listTable = (words: SelectionWords, rows: readonly Shown[]): Block => ({
  kind: "table",
  columns: phrases.listColumns(words),
  rows: rows.map(({ districtName, name }, at) => [String(at + 1), districtName, name]),
});

export async function groupTitle({ tx, campaign }: Context): Promise<string> {
  const binding = await tx.groupBinding.findFirst({ where: { campaignId: campaign.id, audience: "campaign" } });
  return binding?.title ?? "";
}
