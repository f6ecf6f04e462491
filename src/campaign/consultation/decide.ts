import { RefusalError } from "../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { requirementsAnswered } from "../application/requirements/events.ts";
import { applicationById } from "../application/store.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import { districtOfficers, membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import type { Reply } from "./consultation.ts";
import { isClause } from "./departments.ts";
import { consultationChanged } from "./events.ts";
import { type ReplyWords, wordsOf } from "./lines.ts";
import { consultationPhrases as phrases, consultationRefusals as refusals } from "./phrases.ts";
import { consultationsOf, pendingIn } from "./read-state.ts";
import { replyTable } from "./store.ts";

export interface ReplyDecision {
  verdict: "upheld" | "dismissed";
  /** 审批意见 */
  opinion: string;
  /** 决定依据 */
  authority?: Authority;
}

export type ReplyKey = Pick<Reply, "caseId" | "department" | "version">;

/** What waits for a decision, of the cases that take part, oldest first. */
export const pendingReplies = async (context: Pick<Context, "tx" | "campaign">): Promise<Reply[]> =>
  pendingIn(await consultationsOf(context)).map(({ reply }) => reply);

/**
 * Decides whether what a department reported holds against the declaration. Upheld, its clauses are not met, and what
 * keeps a case out excludes it; the organizers and the district hear of it.
 * @throws {RefusalError} if it waits no more, another version waits, or the person recorded it
 */
export async function decideReply(context: PersonContext, key: ReplyKey, decision: ReplyDecision): Promise<ReplyWords> {
  const { tx, campaign, person } = context;
  await lockCampaign(tx, campaign.id);
  const waiting = (await pendingReplies(context)).find(
    ({ caseId, department }) => caseId === key.caseId && department === key.department,
  );
  if (!waiting) throw new RefusalError("consultation.nothing-waits", refusals.nothingWaits());
  if (waiting.version !== key.version) throw new RefusalError("consultation.other-version", refusals.otherVersion());
  if (waiting.recordedBy === person.staffId)
    throw new RefusalError("consultation.own", refusals.ownRecord(nounsOf(context.campaign.definition)));
  const [words] = await wordsOf(context, [waiting]);
  if (!words) throw new RefusalError("consultation.nothing-waits", refusals.nothingWaits());
  await store(context, waiting, decision);
  context.emit(consultationChanged, { cases: [waiting.caseId] });
  context.emit(decisionsChanged, {});
  await follow(context, waiting, { decision, words });
  return words;
}

async function store(context: PersonContext, waiting: Reply, decision: ReplyDecision): Promise<void> {
  const { tx, now, person } = context;
  const { caseId, department, version } = waiting;
  const { verdict: state, authority } = decision;
  const opinion = await context.personal.store(decision.opinion);
  const rows = [replyTable.row({ case_id: caseId, department, version })];
  await context.withJournal({ action: `consultation.${state}`, rows, caseId }, () =>
    tx.consultationReply.update({
      where: { caseId_department_version: { caseId, department, version } },
      data: {
        ...{ state, decidedBy: person.staffId, decidedAt: now, opinion: { ...opinion } },
        ...(authority ? { authority: { ...authority } } : {}),
      },
    }),
  );
}

/** What the decision changes for the case, and who hears of it; of a dismissed one the district hears nothing. */
async function follow(
  context: PersonContext,
  { caseId, against }: Reply,
  { decision, words }: { decision: ReplyDecision; words: ReplyWords },
): Promise<void> {
  const { campaign, people, person, outbox } = context;
  const application = await applicationById(context.tx, caseId);
  if (!application) return;
  const { id, district } = application;
  const { definition } = campaign;
  context.emit(requirementsAnswered, { id, district });
  await judgeUnderRulings(context, { caseId: id });
  const isUpheld = decision.verdict === "upheld";
  for (const { staffId } of membersWhoMay(definition, people, "consultation.record"))
    if (staffId !== person.staffId) await outbox.say(staffId, phrases.told(words, decision, nounsOf(definition)));
  const clauses = against.filter((one) => isClause(definition, one));
  if (!isUpheld || clauses.length === 0) return;
  const view = phrases.toldDistrict(words, clauses, nounsOf(definition));
  for (const { member } of districtOfficers(people, district)) await outbox.say(member.staffId, view);
}
