import { dayOf } from "../../../shared/civil-date.ts";
import { revisionsOf } from "../../application/revision.ts";
import { authorityOf } from "../../authority/authority.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { consultationsOf } from "../../consultation/read-state.ts";
import { newestOf } from "../../consultation/rules.ts";
import { textsOf } from "../../consultation/texts.ts";
import { returnsOf } from "../../correction/store.ts";
import { memberOf, peopleOn } from "../../directory/member.ts";
import { signedName } from "../../directory/signed-name.ts";
import { namesOf, readMemberships } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { teamMembers } from "../../evaluation-team/store.ts";
import { isDecided, type Objection, type Verdict } from "../../objection/objection.ts";
import { takesOff } from "../../objection/rules.ts";
import { objectionsOf } from "../../objection/store.ts";
import { provincialInForce } from "../../provincial-recommendation/store.ts";
import { noticesOf } from "../../public-notice/store.ts";
import { type Receipt, receiptsOf } from "../../receipt/store.ts";
import { sealState } from "../../recommendation/sealed-copy/sealed-copy.ts";
import { sealWords } from "../../recommendation/sealed-copy/views.ts";
import { listsReported, type RecommendationList } from "../../recommendation/store.ts";
import { isFinalized } from "../../scoring/points.ts";
import { DISTRICT_SCORER } from "../../scoring/score-sheet.ts";
import { sheetOf } from "../../scoring/store.ts";
import { suspendedSince } from "../../selection/publication/suspension.ts";
import type { Selection } from "../../selection/selection.ts";
import { publishedSelectionOf, selectionsOf } from "../../selection/store.ts";
import { visitsInForce } from "../../site-visit/store.ts";
import { verifiedCase } from "../../verification/ledger.ts";
import type { Seen } from "../seen.ts";
import { chainPhrases as phrases } from "./phrases.ts";
import type { Act, Chain } from "./rules.ts";

type Case = Pick<Seen["application"], "id" | "district">;

/** Everything that the state has of a case's links; who asks is not considered yet. */
export async function chainFacts(
  context: Context,
  one: Case,
  finalToday: Seen["finalToday"] = undefined,
): Promise<Chain> {
  const { tx, campaign } = context;
  const list = (await listsReported(tx, campaign.id)).findLast(({ items }) => has(items, one.id));
  const selections = await selectionsOf(tx, campaign.id);
  const newest = selections.findLast(({ items }) => has(items, one.id));
  const published = await publishedSelectionOf(tx, campaign.id);
  const objections = (await objectionsOf(context)).filter(({ caseId }) => caseId === one.id);
  return {
    reported: await reportedOf(context, one, list),
    reviewed: await reviewedOf(context, one, finalToday),
    decided: await decidedOf(context, one, { newest, published, objections }),
    papers: await papersOf(context, one, { list, newest, objections }),
    told: await toldOf(context, one, { published, objections, selections }),
  };
}

const has = (items: readonly { applicationId: string }[], id: string): boolean =>
  items.some(({ applicationId }) => applicationId === id);

/** @param of who typed it, and who answers for it */
async function actOf(
  { tx }: Context,
  { by, responsible, at }: { by: string; responsible?: string | null; at: Date },
): Promise<Act> {
  const other = responsible === null || responsible === by ? undefined : responsible;
  const names = await namesOf(tx, [by, ...(other === undefined ? [] : [other])]);
  const name = (id: string) => names.get(id) ?? id;
  return { by: name(by), at, ...(other === undefined ? {} : { responsible: name(other) }) };
}

async function reportedOf(context: Context, { id }: Case, list: RecommendationList | undefined) {
  const [first, ...later] = await revisionsOf(context.tx, id);
  const last = later.at(-1);
  const submission = (one: typeof first) =>
    one && actOf(context, { by: one.typedBy, responsible: one.responsible, at: one.submittedAt });
  return {
    submitted: await submission(first),
    changed: await submission(last),
    listed: list && {
      ...(await actOf(context, { by: list.confirmedBy, responsible: list.responsible, at: list.confirmedAt })),
      version: list.version,
      isWithdrawn: list.withdrawnAt !== null,
    },
  };
}

async function reviewedOf(context: Context, { id }: Case, finalToday: Seen["finalToday"]): Promise<Chain["reviewed"]> {
  const { tx, campaign } = context;
  const sheet = await tx.scoreSheet.findUnique({
    where: { caseId_ledger_scorer: { caseId: id, ledger: "district", scorer: DISTRICT_SCORER } },
  });
  const isFinal = isFinalized(await sheetOf(tx, { caseId: id, ledger: "district", scorer: DISTRICT_SCORER }));
  const visit = (await visitsInForce(tx, campaign.id)).get(id);
  const verified = await verifiedCase(context, id);
  const members = verified ? await teamMembers(context) : new Map<string, { name: string }>();
  const agreedBy = new Set([...(verified?.agreed.values() ?? [])].map(({ recordedBy }) => String(recordedBy)));
  const names = await namesOf(tx, [...agreedBy]);
  return {
    district:
      isFinal && sheet?.finalizedAt && sheet.finalizedBy
        ? await actOf(context, { by: sheet.finalizedBy, responsible: sheet.responsible, at: sheet.finalizedAt })
        : undefined,
    visitedOn: visit?.state === "made" ? visit.day : undefined,
    members: [...(verified?.sheets.values() ?? [])].flatMap(({ scorer, finalizedAt }) =>
      finalizedAt && finalToday?.has(scorer) !== false
        ? [{ by: members.get(scorer)?.name ?? scorer, at: finalizedAt }]
        : [],
    ),
    agreedBy: [...agreedBy].map((person) => names.get(person) ?? person),
  };
}

interface Choice {
  /** The last version with the case. */
  newest: Selection | undefined;
  published: Selection | undefined;
  objections: readonly Objection[];
}

async function decidedOf(context: Context, { id }: Case, { newest: chosen, published, objections }: Choice) {
  const { tx, campaign } = context;
  const approval = async (by: string | null | undefined, at: Date | null | undefined): Promise<Act | undefined> =>
    by && at ? { by: await signedName(tx, campaign.id, { staffId: by, role: "approver", at }), at } : undefined;
  const [lift] = await tx.disqualificationLift.findMany({
    where: { caseId: id },
    orderBy: { number: "desc" },
    take: 1,
  });
  const verdicts: Chain["decided"]["objections"][number][] = [];
  for (const one of objections.filter(isDecided)) {
    const by = await approval(one.decidedBy, one.decidedAt);
    if (by) verdicts.push({ ...by, number: one.number, verdict: one.state as Verdict, takesOff: takesOff(one) });
  }
  const inForce = await provincialInForce(tx, campaign.id);
  const place = inForce ? inForce.items.findIndex(({ applicationId }) => applicationId === id) + 1 : 0;
  const recommended = place > 0 ? await approval(inForce?.decidedBy, inForce?.decidedAt) : undefined;
  return {
    chosen: chosen && {
      version: chosen.version,
      selected: isSelected(chosen, id),
      state: chosen.state,
      proposed: await actOf(context, { by: chosen.recordedBy, at: chosen.recordedAt }),
      decided: await approval(chosen.decidedBy, chosen.decidedAt),
    },
    published:
      published?.publishedAt && has(published.items, id)
        ? {
            selected: isSelected(published, id),
            at: published.publishedAt,
            isSuspended: (await suspendedSince(context, published.version)) !== undefined,
          }
        : undefined,
    lifted: await approval(lift?.liftedBy, lift?.liftedAt),
    objections: verdicts,
    province: recommended && { ...recommended, place, isSent: inForce?.sentOn !== undefined },
  };
}

const isSelected = ({ items }: Pick<Selection, "items">, id: string): boolean =>
  items.some(({ applicationId, selected }) => selected && applicationId === id);

async function papersOf(
  context: Context,
  { id }: Case,
  {
    list,
    newest: chosen,
    objections,
  }: Pick<Choice, "newest" | "objections"> & { list: RecommendationList | undefined },
): Promise<Chain["papers"]> {
  const { tx, campaign, now } = context;
  const letters = (await consultationsOf(context)).flatMap(({ department, replies }) => {
    const reply = newestOf(replies.get(id) ?? []);
    return reply ? [{ department: department.name, reply }] : [];
  });
  const texts = await textsOf(
    context,
    letters.map(({ reply }) => reply),
  );
  const rests = (decision: string, authority: Selection["authority"]) =>
    phrases.authority(decision, authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered());
  const [lift] = await tx.disqualificationLift.findMany({
    where: { caseId: id },
    orderBy: { number: "desc" },
    take: 1,
  });
  const inForce = await provincialInForce(tx, campaign.id);
  const notice = chosen && (await noticesOf(context)).findLast(({ version }) => version === chosen.version);
  const isApproved = chosen?.state === "approved" || chosen?.state === "published";
  return {
    sealed: list && sealWords(await sealState(context, list)),
    replies: letters.map(({ department, reply }) => ({
      ...{ department, on: reply.repliedOn, by: texts.get(reply)?.repliedBy ?? "" },
    })),
    authorities: [
      ...(lift ? [rests(phrases.lift(), authorityOf(lift.authority))] : []),
      ...(chosen && isApproved ? [rests(phrases.choice(chosen.version), chosen.authority)] : []),
      ...(notice ? [phrases.notice(notice.page !== undefined)] : []),
      ...objections.filter(isDecided).map(({ number, authority }) => rests(phrases.objection(number), authority)),
      ...(inForce && has(inForce.items, id)
        ? [
            phrases.province(
              inForce.version,
              inForce.authority ? authorityPhrases.words(inForce.authority, now) : authorityPhrases.toBeRegistered(),
              inForce.documentNumber,
            ),
          ]
        : []),
    ],
  };
}

async function toldOf(
  context: Context,
  { id, district }: Case,
  { published, objections, selections }: Omit<Choice, "newest"> & { selections: readonly Selection[] },
): Promise<Chain["told"]> {
  const { tx, campaign } = context;
  const isOn = published?.publishedAt && has(published.items, id);
  const receipts = isOn ? await receiptsOfDistrict(context, { district, version: published.version }) : [];
  const versions = new Set(selections.flatMap(({ version, items }) => (has(items, id) ? [version] : [])));
  const notice = (await noticesOf(context)).findLast(({ version }) => versions.has(version));
  const inForce = await provincialInForce(tx, campaign.id);
  return {
    returned: (await returnsOf(tx, id)).map(({ returnedAt: at, dueOn }) => ({ at, dueOn })),
    noticed: notice && { beginsOn: notice.beginsOn, endsOn: notice.endsOn },
    published: isOn ? (published.publishedAt ?? undefined) : undefined,
    district:
      receipts.length > 0
        ? { of: receipts.length, read: receipts.filter(({ readAt }) => readAt !== undefined).length }
        : undefined,
    replied: objections.flatMap(({ number, repliedOn: on }) => (on === undefined ? [] : [{ number, on }])),
    sentOn: inForce && has(inForce.items, id) ? inForce.sentOn : undefined,
  };
}

/** Of the published list, those of who was the district's officer then. */
async function receiptsOfDistrict(
  { tx, campaign }: Context,
  { district, version }: { district: string; version: number },
): Promise<Receipt[]> {
  const memberships = await readMemberships(tx, campaign.id);
  const isOfficer = ({ person, sentAt }: Receipt): boolean =>
    memberOf(peopleOn(memberships, dayOf(sentAt)), person)?.roles.some(
      (held) => held.role === "districtOfficer" && held.district === district && !held.onBehalf,
    ) ?? false;
  return (await receiptsOf(tx, campaign.id, { message: `publication/${version}` })).filter(isOfficer);
}
