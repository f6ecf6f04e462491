import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { viewPhrases } from "../../../platform/conversation/view-phrases.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { annexFor } from "../../definition/purposes.ts";
import { sourceWords } from "../../definition/source-words.ts";
import { momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { enteredFor, onBehalfLine } from "../../engine/on-behalf.ts";
import type { Application } from "../application.ts";
import { applicationForm } from "../form.ts";
import { formOf } from "../offered.ts";
import { applicationPhrases } from "../phrases.ts";
import { seeCase } from "../see-case.ts";
import { askedOffices, opinionForm } from "./form.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { countOf, lastChanged, type OfficeStanding, type OpinionFacts, standingsOf } from "./rules.ts";
import { revisionOfScan, SCANS } from "./scans/place.ts";
import { opinionFacts } from "./standing.ts";

/** Subject: the application's id. */
export const OPINIONS_CARD = "application.opinions";
export const RECORD = "application.record-opinions";
export const CONFIRM = "application.confirm-opinions";
export const SLIP = "application.mark-slip";
export const UNSLIP = "application.unmark-slip";
export const SEE_SCANS = "application.see-scans";
export const SEE_COPIES = "application.paper-copies";

const text = (words: string): Block => ({ kind: "text", text: words });

/** What the plan calls the paper form: 附件3. */
export const paperName = (definition: Context["campaign"]["definition"]): string =>
  annexFor(definition, "form")?.name ?? formOf(definition)?.title ?? "";

const nameOf = ({ people }: Context, staffId: string): string =>
  people.find((member) => member.staffId === staffId)?.name ?? applicationPhrases.colleague();

/**
 * The five offices of one case, with the form to record them for its district.
 * @param records whether the viewer records them; others only read
 */
export async function opinionsView(context: Context, application: Application, records: boolean): Promise<View> {
  const { campaign } = context;
  const facts = (await opinionFacts(context, [application])).get(application.id);
  if (!facts) throw new Error(`no opinions are collected on ${application.id}`);
  const standings = standingsOf(facts);
  const scans = await attachmentsAt(context.tx, {
    ...{ campaignId: campaign.id, caseIds: [application.id], prefix: SCANS },
  });
  const { given, of } = countOf(standings);
  const waiting = standings.filter(({ state }) => state === "toConfirm").length;
  const mayRecord = records && application.state !== "withdrawn" && !campaign.closedAt;
  const form = mayRecord
    ? opinionForm(context, askedOffices(standings), { action: RECORD, subject: application.id })
    : undefined;
  return {
    title: phrases.title(paperName(campaign.definition), application.compoundName),
    tone: waiting > 0 ? "near" : given === of ? "done" : "running",
    status: waiting > 0 ? phrases.toConfirmStatus(waiting) : phrases.status(given, of),
    body: [
      ...(application.state === "withdrawn" ? [text(phrases.outOfReview())] : []),
      { kind: "table", columns: phrases.columns(), rows: await rowsOf(context, standings, scans) },
      ...slipLines(context, facts, await slipsOf(context, application)),
      ...scanBlocks(context, scans),
      ...(mayRecord ? guidance(context, application, standings) : []),
    ],
    ...(form ? { form } : {}),
    actions: actionsOf(context, application, { facts, standings, scans, mayRecord, hasForm: form !== undefined }),
    footnote: phrases.footnote(sourceWords(campaign.definition, applicationForm(context).line)),
  };
}

async function rowsOf(
  context: Context,
  standings: readonly OfficeStanding[],
  scans: readonly Attachment[],
): Promise<string[][]> {
  const texts = await context.personal.read(standings.flatMap(({ opinion }) => [opinion?.text, opinion?.signer]));
  const numbers = new Map(scans.map(({ id }, at) => [id, at + 1]));
  const nouns = nounsOf(context.campaign.definition);
  const entered = new Map<string, string | undefined>();
  for (const { office, opinion } of standings)
    entered.set(office.id, await onBehalfLine(context, enteredFor(opinion?.recordedBy, opinion?.responsible)));
  return standings.map(({ office, state, opinion, changed }) => {
    const by = entered.get(office.id);
    if (!opinion) {
      const words = { nobody: phrases.nobody(nouns), later: phrases.later(nouns) };
      return [office.label, state === "nobody" || state === "later" ? words[state] : phrases.missing()];
    }
    if (state === "toConfirm") return [office.label, phrases.toConfirm(opinion.stance, opinion.givenOn, changed)];
    const said = texts.get(opinion.text?.personal ?? "");
    const signer = texts.get(opinion.signer?.personal ?? "");
    const scan = numbers.get(opinion.scan ?? "");
    return [
      office.label,
      phrases.given(opinion.stance, opinion.givenOn, [
        ...(said === undefined ? [] : [phrases.words(said)]),
        ...(opinion.sealedBy === undefined ? [] : [phrases.sealedBy(opinion.sealedBy)]),
        ...(signer === undefined ? [] : [phrases.signer(signer)]),
        scan === undefined ? phrases.noScan() : phrases.scan(scan),
        ...(opinion.confirms === undefined ? [] : [phrases.confirmed(dayOf(opinion.recordedAt))]),
        ...(by === undefined ? [] : [by]),
      ]),
    ];
  });
}

const slipsOf = ({ tx }: Context, { id }: Application) =>
  tx.revisionSlip.findMany({ where: { caseId: id }, orderBy: { revision: "asc" } });

const slipLines = (
  context: Context,
  { revisions }: OpinionFacts,
  slips: Awaited<ReturnType<typeof slipsOf>>,
): Block[] =>
  slips
    .filter(({ revision }) => revisions.some((one) => one.revision === revision))
    .map(({ revision, markedBy }) => text(phrases.slips(revision, nameOf(context, markedBy))));

function scanBlocks(context: Context, scans: readonly Attachment[]): Block[] {
  if (scans.length === 0) return [];
  const items = scans.map((scan, at) =>
    phrases.scanLine(at + 1, {
      revision: revisionOfScan(scan),
      on: momentWords(scan.addedAt),
      who: nameOf(context, scan.addedBy),
    }),
  );
  return [
    { kind: "heading", text: phrases.scansHeading() },
    { kind: "list", items },
  ];
}

function guidance(context: Context, { compoundName }: Application, standings: readonly OfficeStanding[]): Block[] {
  const next = standings.find(({ state }) => state === "missing");
  const waiting = standings.some(({ state }) => state === "toConfirm");
  const nouns = nounsOf(context.campaign.definition);
  const lead = next ? [phrases.next(next.office.name)] : waiting ? [] : [phrases.complete(nouns)];
  const asked = askedOffices(standings).length > 0;
  const hint = context.cards.interactive ? phrases.hint(compoundName) : phrases.typedHint(compoundName);
  return [...lead, ...(waiting ? [phrases.confirmLead()] : []), ...(asked ? [hint] : [])].map(text);
}

interface Shown {
  facts: OpinionFacts;
  standings: readonly OfficeStanding[];
  scans: readonly Attachment[];
  mayRecord: boolean;
  hasForm: boolean;
}

function actionsOf(
  context: Context,
  { id: subject, compoundName: name }: Application,
  { facts, standings, scans, mayRecord, hasForm }: Shown,
): Action[] {
  const action = (id: string, label: string): Action => ({
    ...{ id, subject, look: "default", typed: `${label} ${name}` },
    label: hasForm ? viewPhrases.withoutSaving(label) : label,
  });
  const waits = standings.some(({ state }) => state === "toConfirm");
  const isSlip = facts.slips.has(facts.application.revision);
  const copies = applicationForm(context).copies !== undefined;
  return [
    ...(mayRecord && waits ? [action(CONFIRM, phrases.confirm())] : []),
    ...(mayRecord && waits && !isSlip && lastChanged(facts).length > 0 ? [action(SLIP, phrases.slip())] : []),
    ...(mayRecord && isSlip ? [action(UNSLIP, phrases.unslip())] : []),
    ...(scans.length > 0 ? [action(SEE_SCANS, phrases.seeScans())] : []),
    ...(copies ? [action(SEE_COPIES, phrases.copies())] : []),
    ...(hasForm ? [] : [seeCase({ id: subject, name })]),
  ];
}
