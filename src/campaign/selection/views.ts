import type { Action, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { consultationChanged } from "../consultation/events.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { signedName } from "../directory/signed-name.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { seeBoundary } from "../ranking/boundary/command.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { onStandings } from "../ranking/redraw.ts";
import { offersRanking } from "../ranking/rules.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { CHAIN } from "./actions.ts";
import { candidatesOf } from "./candidates.ts";
import { distributionBlocks, districtsIn } from "./distribution.ts";
import { selectionChanged } from "./events.ts";
import { departureReason } from "./given-reasons.ts";
import { itemLines } from "./item-lines.ts";
import { keptCases } from "./kept.ts";
import { decisionFacts, declinedWords, paragraph, publishedNotice, reopenedWords, statusOf, TONES } from "./notice.ts";
import { outstandingLists } from "./outstanding.ts";
import { approvalPhrases as phrases, selectionPhrases } from "./phrases.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { statementPhrases } from "./phrases-statement.ts";
import { APPROVAL_CARD } from "./propose.ts";
import { reservesOf } from "./reserves.ts";
import { seeChosen } from "./see-chosen.ts";
import type { SelectedItem, Selection } from "./selection.ts";
import { STATEMENT } from "./statement-command.ts";
import { nameOf, selectionOfCard } from "./store.ts";
import { tieWords } from "./tie.ts";
import { wordsNow, wordsOf } from "./words.ts";

export const APPROVE = "selection.approve";
export const DECLINE = "selection.decline";

/** The approver's card for one version: what was proposed, as it was then, and what has changed since. */
export const approvalRenderer: CardRenderer = {
  kind: APPROVAL_CARD,
  redrawOn: [
    redrawOn(selectionChanged, ({ version }) => String(version)),
    redrawOn(expectedDistrictsNamed),
    ...onStandings,
    ...onRequirements(),
    redrawOn(consultationChanged),
    onDecisions("tieLadder", "rankingBasis", "numberSelected"),
  ],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    const actions = selection.state === "proposed" ? decisions(selection.version) : [];
    const view = await selectionView(context, selection, { decisions: actions });
    return {
      ...view,
      title: phrases.title(selection.version, wordsOf(context.campaign.definition)),
    };
  },
};

const decisions = (version: number): Action[] => [
  { id: APPROVE, label: phrases.approveLabel(), typed: `批准 ${version}`, look: "primary", subject: String(version) },
  { id: DECLINE, label: phrases.declineLabel(), typed: `不批准 ${version}`, look: "danger", subject: String(version) },
];

/** The full selection with reasons, as it was proposed. For the city only. @param options `decisions`: buttons of who decides; `withMerit`: places and the city's points are shown */
export async function selectionView(
  context: Context,
  selection: Selection,
  { decisions = [], withMerit = true }: { decisions?: readonly Action[]; withMerit?: boolean } = {},
): Promise<View> {
  const { version, state, items, recordedAt } = selection;
  const words = await wordsNow(context);
  const selected = items.filter((item) => item.selected);
  const reserves = reservesOf(items);
  const passed = items.filter((item) => !item.selected && item.reserve === undefined);
  const chosen = await keptCases(context, selected, recordedAt);
  const departure = await departureReason(context, selection);
  const tie =
    state === "superseded" || !withMerit
      ? undefined
      : tieWords(context, await sectionsKept(context, items, recordedAt));
  const isOpen = state === "proposed" || state === "approved";
  const outstanding = isOpen ? await outstandingLists(context, dayOf(recordedAt)) : undefined;
  const facts = await decisionFacts(context, selection);
  const kept = state === "superseded" ? [] : await keptCases(context, items, recordedAt);
  const lines = (some: readonly SelectedItem[]) => itemLines(context, some, { at: recordedAt, withMerit });
  const looks = withMerit ? looksAt(context, selection) : [];
  const paragraphs = [
    await leadOf(context, selection),
    ...(state === "reopened" ? [await reopenedWords(context, selection)] : []),
    ...(state === "declined" ? [await declinedWords(context, selection, words)] : []),
    ...(state === "published" ? (await publishedNotice(context, selection, words)).paragraphs.slice(1) : []),
    tie ?? "",
    outstanding ?? "",
    isOpen ? await requirementsNow(context, selected) : "",
    departure === undefined ? "" : selectionPhrases.departure(departure),
  ];
  return {
    title: selectionPhrases.proposedTitle(version),
    tone: TONES[state],
    status: statusOf(selection),
    body: [
      ...paragraphs.filter(Boolean).map(paragraph),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
      paragraph(selectionPhrases.selectedHeading(selected.length, words)),
      { kind: "list", ordered: true, items: await lines(selected) },
      ...distributionBlocks(chosen, words, districtsIn(context)),
      ...(reserves.length > 0
        ? [
            paragraph(reservePhrases.heading(reserves.length, words)),
            { kind: "list" as const, ordered: true, items: await lines(reserves) },
          ]
        : []),
      ...(passed.length > 0
        ? [
            paragraph(selectionPhrases.passedOverHeading(passed.length, words)),
            { kind: "list" as const, items: await lines(passed) },
          ]
        : []),
    ],
    actions: [...decisions, ...looks, ...(await seeChosen(context, kept, decisions.length + looks.length))],
    footnote: selectionPhrases.unverifiedLead(words),
  };
}

/** What else there is to see before one decides: what is close, and the reasons as a document. */
function looksAt({ campaign: { definition } }: Context, { version, state }: Selection): Action[] {
  if (state === "superseded") return [];
  const statement = statementPhrases.label();
  return [
    ...(offersRanking(definition) ? [seeBoundary()] : []),
    { id: CHAIN, label: phrases.chainLabel(), typed: phrases.chainLabel(), look: "default", subject: String(version) },
    { id: STATEMENT, label: statement, typed: `${statement} ${version}`, look: "default", subject: String(version) },
  ];
}

/** What is not met or not clear of the selected cases now, and where 附件1 and the points differ. */
async function requirementsNow(context: Context, selected: readonly { applicationId: string }[]): Promise<string> {
  const lines = (await candidatesOf(context)).flatMap(({ applicationId, name, gate, contradictions }) => {
    if (!selected.some((item) => item.applicationId === applicationId)) return [];
    const said = [
      ...(gate ? [requirementPhrases.short(gate, nounsOf(context.campaign.definition))] : []),
      ...(contradictions ? [contradictions] : []),
    ];
    return said.length === 0 ? [] : [requirementPhrases.told(name, said.join("；"))];
  });
  return lines.length === 0 ? "" : requirementPhrases.toKnow(lines);
}

async function leadOf({ tx, campaign }: Context, selection: Selection): Promise<string> {
  const { state, items, recordedBy, recordedAt, decidedBy, decidedAt } = selection;
  if (state === "superseded") return phrases.supersededLead();
  const said = {
    by: await nameOf(tx, recordedBy),
    at: momentWords(recordedAt),
    selected: items.filter((item) => item.selected).length,
    of: items.length,
  };
  const lead = phrases.lead(said, wordsOf(campaign.definition));
  if (!decidedBy || !decidedAt) return lead;
  const verdict = state === "declined" ? phrases.declined() : phrases.approveLabel();
  const by = await signedName(tx, campaign.id, { staffId: decidedBy, role: "approver", at: decidedAt });
  return lead + phrases.decided(verdict, by, momentWords(decidedAt));
}
