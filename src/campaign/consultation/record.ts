import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { dayWords } from "../definition/wording.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { ONE, OPEN_REPLIES } from "./actions.ts";
import type { Consultation, Reply } from "./consultation.ts";
import { declaredOf } from "./declared.ts";
import { consultationChanged } from "./events.ts";
import { consultationRefusals as refusals } from "./phrases.ts";
import { consultationsOf } from "./read-state.ts";
import { type GivenReply, newestOf, placeOf, stateOf } from "./rules.ts";
import { replyTable } from "./store.ts";
import { textsOf } from "./texts.ts";

export interface ToRecord {
  caseId: string;
  reply: GivenReply;
}

/** Cases whose replies were stored, those that were stored before in the same words, and those that wait now. */
export interface Recorded {
  stored: readonly Application[];
  same: readonly Application[];
  pending: readonly Application[];
}

/**
 * Records what a department replied, all of it or nothing. What contradicts the declaration goes to the approver.
 * @throws {RefusalError} if a case is not in the department's letter or takes no part any more, or if a reply would
 * change what was decided
 */
export async function recordReplies(
  context: PersonContext,
  departmentId: string,
  given: readonly ToRecord[],
): Promise<Recorded> {
  await lockCampaign(context.tx, context.campaign.id);
  const consultation = (await consultationsOf(context)).find(({ department }) => department.id === departmentId);
  if (!consultation?.letter) throw new RefusalError("consultation.no-letter", refusals.noLetter());
  const cases = given.map(({ caseId }) => askedCase(context, consultation, caseId));
  const declared = await declaredOf(context, cases);
  const all = cases.flatMap(({ id }) => consultation.replies.get(id) ?? []);
  const texts = await textsOf(context, all);
  const out: Record<keyof Recorded, Application[]> = { stored: [], same: [], pending: [] };
  for (const [at, application] of cases.entries()) {
    const { reply } = given[at] ?? {};
    if (!reply) continue;
    const versions = consultation.replies.get(application.id) ?? [];
    const place = placeIn(context, { application, versions, texts, consultation }, reply);
    if (place === "same") {
      out.same.push(application);
      continue;
    }
    const state = stateOf(versions, reply, declared.get(application.id) ?? new Map());
    await store(context, { application, versions, departmentId }, { reply, ...state });
    out.stored.push(application);
    if (state.state === "pending") out.pending.push(application);
  }
  if (out.pending.length > 0) await askApprovers(context);
  if (out.stored.length > 0) context.emit(consultationChanged, { cases: out.stored.map(({ id }) => id) });
  return out;
}

function askedCase(context: PersonContext, { asked, left, department }: Consultation, caseId: string): Application {
  const found = asked.find(({ id }) => id === caseId);
  if (found) return found;
  const nouns = nounsOf(context.campaign.definition);
  const gone = left.find(({ id }) => id === caseId);
  if (gone) throw new RefusalError("consultation.left", refusals.left(gone.compoundName, gone.state === "withdrawn"));
  throw new RefusalError("consultation.not-asked", refusals.notAsked(department.name, nouns));
}

interface Before {
  application: Application;
  versions: readonly Reply[];
  texts: ReadonlyMap<Reply, { words: string; repliedBy: string }>;
  consultation: Consultation;
}

function placeIn(
  context: PersonContext,
  { application, versions, texts, consultation }: Before,
  reply: GivenReply,
): "same" | "store" {
  const newest = newestOf(versions);
  const before = (newest && texts.get(newest)) ?? { words: "", repliedBy: "" };
  const place = placeOf({ versions, ...before }, reply);
  if (place === "decided") {
    const nouns = nounsOf(context.campaign.definition);
    const on = newest?.decidedAt ? dayWords(newest.repliedOn) : "";
    throw new RefusalError(
      "consultation.decided",
      refusals.decided(consultation.department.name, application.compoundName, { repliedOn: on, ...nouns }),
    );
  }
  return place === "same" ? "same" : "store";
}

async function store(
  context: PersonContext,
  { application, versions, departmentId }: Pick<Before, "application" | "versions"> & { departmentId: string },
  { reply, state, against }: { reply: GivenReply; state: string; against: readonly string[] },
): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const { id: caseId } = application;
  const version = (versions.at(-1)?.version ?? 0) + 1;
  const row = (one: number) => replyTable.row({ case_id: caseId, department: departmentId, version: one });
  const replaced = versions.filter((one) => one.state === "noted" || one.state === "pending").map((one) => one.version);
  const words = reply.words === "" ? undefined : await personal.store(reply.words);
  const repliedBy = await personal.store(reply.repliedBy);
  const rows = [...replaced, version].map(row);
  await context.withJournal({ action: "consultation.replied", rows, caseId }, async () => {
    await tx.consultationReply.updateMany({
      where: { caseId, department: departmentId, version: { in: replaced } },
      data: { state: "replaced" },
    });
    await tx.consultationReply.create({
      data: {
        ...{ caseId, department: departmentId, version, campaignId: campaign.id, finding: reply.finding, state },
        ...{ concerns: [...reply.concerns], against: [...against], repliedOn: reply.repliedOn },
        ...(words ? { words: { ...words } } : {}),
        ...{ repliedBy: { ...repliedBy }, recordedBy: person.staffId, recordedAt: now },
      },
    });
  });
}

/** Once for all that was recorded at once. */
async function askApprovers({ campaign, people, cards }: PersonContext): Promise<void> {
  for (const { staffId } of membersWhoMay(campaign.definition, people, "consultation.decide"))
    await cards.show(staffId, { kind: OPEN_REPLIES, subject: ONE });
}
