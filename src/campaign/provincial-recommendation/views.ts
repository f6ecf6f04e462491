import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, momentWords } from "../definition/wording.ts";
import { type Member, mayMember, memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { nameOf, selectionOfCard } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { provincialCandidates } from "./candidates.ts";
import { decisionForm, draftForm, resultForm, sentForm } from "./form.ts";
import { provincialPhrases as phrases, provincialRefusals as refusals } from "./phrases.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";
import { provincialPapers } from "./record.ts";
import { provincialBounds } from "./rules.ts";
import { type ShownItem, shownItems } from "./shown.ts";
import { provincialVersions } from "./store.ts";

export const DRAFT = "provincial-recommendation.draft";

/** Who has the card in their direct chat. */
export function viewerOf({ people }: Context, chat: string): Member | undefined {
  const place = chatOfKey(chat);
  return place.kind === "direct" ? memberOf(people, place.person) : undefined;
}

const may = ({ campaign }: Context, viewer: Member | undefined, capability: Parameters<typeof mayMember>[2]): boolean =>
  viewer !== undefined && mayMember(campaign.definition, viewer, capability);

/** Organizer, approver and auditor. */
export const maySee = (context: Context, viewer: Member | undefined): boolean =>
  (["publication.publish", "publication.approve", "journal.see"] as const).some((one) => may(context, viewer, one));

const TONES = { proposed: "near", approved: "done", declined: "overdue", superseded: "closed" } as const;

/** One version: what is recommended, why, who decided, and what became of it. */
export async function versionView(
  context: Context,
  version: ProvincialRecommendation,
  viewer: Member | undefined,
): Promise<View> {
  const later = await laterThan(context, version);
  const items = await shownItems(context, version);
  const isCurrent = later === undefined && (version.state === "approved" || version.state === "proposed");
  const gone = isCurrent ? await goneFrom(context, items) : [];
  const form = later === undefined ? formOf(context, version, viewer) : undefined;
  const deliverable = deliverableFor(context.campaign.definition, "provinceList");
  const isDecided = version.state === "approved" || version.state === "declined";
  const mayDraft = may(context, viewer, "publication.publish") && isDecided && later === undefined;
  return {
    title: phrases.title(version.version),
    tone: gone.length > 0 ? "overdue" : later === undefined ? TONES[version.state] : "closed",
    status: phrases.status(version, later),
    body: [
      ...(gone.length === 0
        ? []
        : [{ kind: "text" as const, text: phrases.replaceHint(gone, context.campaign.closedAt !== undefined) }]),
      { kind: "heading", text: phrases.itemsHeading() },
      { kind: "list", ordered: true, items: itemLines(items, gone) },
      { kind: "facts", facts: await factsOf(context, version) },
    ],
    ...(form && context.cards.interactive ? { form } : {}),
    actions:
      mayDraft && !context.campaign.closedAt
        ? [{ id: DRAFT, label: phrases.draftAction(), typed: phrases.typedDraft(), look: "default" }]
        : [],
    footnote:
      version.state === "proposed"
        ? phrases.howToDecide()
        : phrases.footnote(deliverable ? sourceWords(context.campaign.definition, deliverable.line) : ""),
  };
}

const itemLines = (items: readonly ShownItem[], gone: readonly string[]): string[] =>
  items.map(({ name, district, reason }) => phrases.item(name, district, reason, gone.includes(name)));

/** The approved version after an approved one. */
async function laterThan(
  { tx, campaign }: Context,
  { version, state }: ProvincialRecommendation,
): Promise<number | undefined> {
  if (state !== "approved") return undefined;
  const all = await provincialVersions(tx, campaign.id);
  return all.findLast((one) => one.state === "approved" && one.version > version)?.version;
}

/** Names of those that are not on the published list any more; while it is suspended nobody can say. */
async function goneFrom(context: Context, items: readonly ShownItem[]): Promise<string[]> {
  try {
    const { cases, fallen } = await provincialCandidates(context);
    const standing = new Set(cases.map((one) => one.applicationId).filter((id) => !fallen.has(id)));
    return items.filter(({ applicationId }) => !standing.has(applicationId)).map(({ name }) => name);
  } catch (error) {
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

function formOf(context: Context, version: ProvincialRecommendation, viewer: Member | undefined): ViewForm | undefined {
  const { closedAt } = context.campaign;
  if (version.state === "proposed")
    return may(context, viewer, "publication.approve") && !closedAt ? decisionForm(version.version) : undefined;
  if (version.state !== "approved" || !may(context, viewer, "publication.publish")) return undefined;
  return version.sentOn === undefined ? sentForm(version.version) : resultForm(version.version);
}

async function factsOf(context: Context, version: ProvincialRecommendation) {
  const { tx, campaign, now, personal } = context;
  const { definition } = campaign;
  const day = (at: Parameters<typeof dayWordsIn>[1]) => dayWordsIn(definition, at);
  const { opinion, signedFor, result, authority, state, sentOn, decidedBy, decidedAt } = version;
  const texts = await personal.read([opinion, signedFor, result].filter((ref) => ref !== undefined));
  const published = (await selectionOfCard(tx, campaign.id, String(version.selectionVersion))).publishedAt;
  const papers = (await provincialPapers(context)).length;
  const said = (ref: typeof opinion) => (ref ? texts.get(ref.personal) : undefined);
  const fact = (label: string, value: string | undefined) => (value === undefined ? [] : [{ label, value }]);
  const isApproved = state === "approved";
  return [
    ...fact(phrases.sourceLabel(), published ? phrases.source(day(dayOf(published)), wordsOf(definition)) : undefined),
    ...fact(
      phrases.dueLabel(),
      phrases.due(version.dueOn && day(version.dueOn), definition.campaign.city.province ?? ""),
    ),
    ...fact(phrases.proposedLabel(), phrases.by(await nameOf(tx, version.recordedBy), momentWords(version.recordedAt))),
    ...fact(
      phrases.decidedLabel(),
      decidedBy && decidedAt ? phrases.by(await nameOf(tx, decidedBy), momentWords(decidedAt)) : undefined,
    ),
    ...fact(
      authorityPhrases.label(),
      authority ? authorityPhrases.words(authority, now) : isApproved ? authorityPhrases.toBeRegistered() : undefined,
    ),
    ...fact(authorityPhrases.opinionField(), said(opinion)),
    ...(isApproved && sentOn !== undefined
      ? [
          ...fact(phrases.sentLabel(), phrases.sent(day(sentOn), version.documentNumber)),
          ...fact(phrases.signedLabel(), said(signedFor) ?? phrases.unsigned()),
          ...fact(phrases.resultLabel(), said(result) ?? phrases.noResult()),
        ]
      : []),
    ...fact(phrases.papersLabel(), papers > 0 ? phrases.papers(papers) : undefined),
  ];
}

/** Where a new version is drawn up; says why if it cannot be. */
export async function draftView(context: Context, viewer: Member | undefined): Promise<View> {
  const { definition } = context.campaign;
  const title = phrases.title(0);
  if (!may(context, viewer, "publication.publish")) return textView(title, refusals.nothingYet(), { tone: "closed" });
  if (context.campaign.closedAt) return textView(title, phrases.draftClosed(), { tone: "closed" });
  try {
    const { cases, fallen } = await provincialCandidates(context);
    const bounds = provincialBounds(definition);
    const standing = cases.filter(({ applicationId }) => !fallen.has(applicationId));
    const last = (await provincialVersions(context.tx, context.campaign.id)).at(-1);
    const numbers = (last?.items ?? [])
      .map((one) => standing.findIndex(({ applicationId }) => applicationId === one.applicationId) + 1)
      .filter((number) => number > 0);
    const lines = standing.map(({ name, districtName }) => `${name}（${districtName}）`);
    const province = definition.campaign.city.province ?? "";
    const text = phrases.draftLead(province, bounds, nounsOf(definition));
    return {
      ...textView(title, text, { status: last ? phrases.drafted(last.version) : phrases.notBegun() }),
      body: [
        { kind: "text", text },
        { kind: "list", ordered: true, items: lines },
      ],
      ...(context.cards.interactive ? { form: draftForm({ bounds, numbers, dueOn: last?.dueOn, province }) } : {}),
      footnote: phrases.alsoTyped(),
    };
  } catch (error) {
    if (error instanceof RefusalError) return textView(title, error.message, { tone: "closed" });
    throw error;
  }
}
