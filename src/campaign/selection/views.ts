import { z } from "zod";
import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import { applicationSubmitted } from "../application/events.ts";
import { applicationsOf } from "../application/store.ts";
import { momentWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { EVERY } from "../engine/events.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { sheetFinalized } from "../scoring/events.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { NOTICE_CARD } from "./decide.ts";
import { selectionChanged } from "./events.ts";
import { approvalPhrases as phrases, selectionPhrases } from "./phrases.ts";
import { APPROVAL_CARD } from "./propose.ts";
import type { SelectedItem, Selection, SelectionState } from "./selection.ts";
import { nameOf, selectionOfCard } from "./store.ts";

export const APPROVE = "selection.approve";
export const DECLINE = "selection.decline";

const TONES: Record<SelectionState, Tone> = {
  proposed: "near",
  approved: "done",
  declined: "overdue",
  superseded: "closed",
  published: "done",
};

/** The approver's card of one version. */
export const approvalRenderer: CardRenderer = {
  kind: APPROVAL_CARD,
  redrawOn: [
    redrawOn(selectionChanged, ({ version }) => String(version)),
    // It shows each compound's name and points.
    redrawOn(applicationSubmitted),
    redrawOn(sheetFinalized, ({ ledger }) => (ledger === "district" ? EVERY : [])),
  ],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    const actions = selection.state === "proposed" ? decisions(selection.version) : [];
    return { ...(await selectionView(context, selection)), title: phrases.title(selection.version), actions };
  },
};

/** The organizers' card of one version: what the approver said, and what can be done now. */
export const noticeRenderer: CardRenderer = {
  kind: NOTICE_CARD,
  redrawOn: [redrawOn(selectionChanged, ({ version }) => String(version))],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    return noticeView(selection, await declineReason(context, selection));
  },
};

const LEADS: Record<SelectionState, string> = {
  proposed: "",
  approved: phrases.noticeApproved(),
  declined: phrases.noticeDeclined(),
  superseded: phrases.supersededLead(),
  published: phrases.noticePublished(),
};

function noticeView({ version, state }: Selection, reason: string | undefined): View {
  const lead = LEADS[state] + (reason === undefined ? "" : phrases.declineReason(reason));
  const again: Action = { id: "selection.choose", label: selectionPhrases.again(), typed: "择优", look: "default" };
  const publish: Action = { id: "publication.preview", label: phrases.publishLabel(), typed: "公布", look: "primary" };
  return {
    title: phrases.noticeTitle(version),
    tone: TONES[state],
    status: phrases[state](),
    body: lead === "" ? [] : [{ kind: "text", text: lead }],
    actions: state === "approved" ? [publish, again] : state === "declined" ? [again] : [],
  };
}

const decisions = (version: number): Action[] => [
  { id: APPROVE, label: phrases.approveLabel(), typed: `批准 ${version}`, look: "primary", subject: String(version) },
  { id: DECLINE, label: phrases.declineLabel(), typed: `不批准 ${version}`, look: "danger", subject: String(version) },
];

/** The whole selection with its reasons; for the city only. */
export async function selectionView(context: Context, selection: Selection): Promise<View> {
  const { version, state, items, recordedBy, recordedAt, decidedBy, decidedAt } = selection;
  const selected = items.filter((item) => item.selected);
  const lead = phrases.lead({
    by: await nameOf(context.tx, recordedBy),
    at: momentWords(recordedAt),
    selected: selected.length,
    of: items.length,
  });
  const verdict = state === "declined" ? phrases.declined() : phrases.approved();
  const decided =
    decidedBy && decidedAt ? phrases.decided(verdict, await nameOf(context.tx, decidedBy), momentWords(decidedAt)) : "";
  const passed = items.filter((item) => !item.selected);
  const body: Block[] = [
    { kind: "text", text: state === "superseded" ? phrases.supersededLead() : `${lead}${decided}` },
    { kind: "text", text: selectionPhrases.selectedHeading(selected.length) },
    { kind: "list", ordered: true, items: await lines(context, selected) },
    ...(passed.length > 0
      ? [
          { kind: "text" as const, text: selectionPhrases.passedOverHeading(passed.length) },
          { kind: "list" as const, items: await lines(context, passed) },
        ]
      : []),
  ];
  return {
    title: selectionPhrases.proposedTitle(version),
    tone: TONES[state],
    status: `${phrases[state]()}，${selectionPhrases.unverified()}`,
    body,
    actions: [],
    footnote: selectionPhrases.unverifiedLead(),
  };
}

/** Why the approver declined, where a reason was given; it is stored in the journal entry. */
async function declineReason({ tx, campaign, personal }: Context, { version, state }: Selection) {
  if (state !== "declined") return undefined;
  const entries = await tx.journalEntry.findMany({ where: { campaignId: campaign.id, action: "selection.declined" } });
  const entry = entries.find(({ changes }) => changedVersion.safeParse(changes).data?.[0].key.version === version);
  const ref = personalRef.safeParse(entry?.reason).data;
  return ref && (await personal.read([ref])).get(ref.personal);
}

const changedVersion = z.tuple([z.object({ key: z.object({ version: z.number() }) })]);
const personalRef = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ personal: z.string(), hash: z.string() }));

async function lines({ tx, campaign, personal }: Context, items: readonly SelectedItem[]): Promise<string[]> {
  const applications = await applicationsOf(tx, campaign.id);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const texts = await personal.read(items.map(({ reason }) => reason));
  return items.map(({ applicationId, reason }) => {
    const application = applications.find(({ id }) => id === applicationId);
    const district = campaign.definition.campaign.districts.find(({ id }) => id === application?.district);
    const sheet = sheets.get(applicationId);
    const points = selectionPhrases.itemPoints(isFinalized(sheet) ? totalOf(sheet) : undefined);
    const named = { name: application?.compoundName ?? "", districtName: district?.name ?? "", points };
    return selectionPhrases.item(named, texts.get(reason.personal) ?? selectionPhrases.erased());
  });
}
