import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingAnswer, RulingsInForce, RulingsOverTime } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { type Member, mayMember, membersWhoMay, type People } from "../directory/member.ts";
import type { RecordedAnswer } from "./ruling.ts";

/** Members who confirm answers. */
export const approversIn = (definition: Definition, people: People): Member[] =>
  membersWhoMay(definition, people, "ruling.answer");

export const mayRecord = (definition: Definition, member: Member): boolean =>
  mayMember(definition, member, "ruling.record");

/** Answers in force from each effective time: the newest version per ruling. */
export function stepsOf<Answer extends Pick<RecordedAnswer, "ruling" | "version" | "effectiveAt" | "decidedAt">>(
  confirmed: readonly Answer[],
  asRead: (answer: Answer) => RulingAnswer,
): RulingsOverTime {
  const times = [...new Set(confirmed.map(({ effectiveAt }) => effectiveAt.getTime()))].sort((a, b) => a - b);
  return times.map((time) => {
    const inForce = confirmed
      .filter(({ effectiveAt }) => effectiveAt.getTime() <= time)
      .sort((a, b) => a.version - b.version);
    return {
      from: new Date(time),
      inForce: new Map(inForce.map((answer) => [answer.ruling, asRead(answer)])),
      foreseen: confirmed.some(
        ({ effectiveAt, decidedAt }) =>
          effectiveAt.getTime() === time && decidedAt !== undefined && decidedAt < effectiveAt,
      ),
    };
  });
}

/** Not before the confirmation. */
export const effectiveFrom = (answer: Pick<RecordedAnswer, "effectiveAt">, now: Date): Date =>
  answer.effectiveAt > now ? answer.effectiveAt : now;

/** Newest confirmed answer that takes effect later. */
export const comingOf = (answers: readonly RecordedAnswer[], ruling: string, now: Date): RecordedAnswer | undefined =>
  answers.findLast((answer) => answer.ruling === ruling && answer.state === "confirmed" && answer.effectiveAt > now);

/** Pending answer; at most one per ruling. */
export const pendingOf = (answers: readonly RecordedAnswer[], ruling: string): RecordedAnswer | undefined =>
  answers.find((answer) => answer.ruling === ruling && answer.state === "pending");

/** A deadline that differs between two sets of answers. */
export interface Move {
  deliverable: string;
  name: string;
  from: Deadline;
  to: Deadline;
}

/** Deadlines changed by replacing one set of answers with another. */
export const movesBetween = (campaign: RunningCampaign, before: RulingsInForce, after: RulingsInForce): Move[] =>
  campaign.definition.campaign.deliverables
    .filter(({ optional }) => !optional)
    .map(({ id, name }) => ({
      deliverable: id,
      name,
      from: deadlineOf(deadlineContext(campaign, before), id),
      to: deadlineOf(deadlineContext(campaign, after), id),
    }))
    .filter(
      ({ from, to }) =>
        from.statedOn !== to.statedOn ||
        from.binding !== to.binding ||
        from.lateFrom.getTime() !== to.lateFrom.getTime(),
    );
