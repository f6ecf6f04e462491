import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { memberOf, type Period, peopleOn } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { changeRoster, lockRoll, type Roll } from "./change.ts";
import { handOver, openWorkOf } from "./hand-over.ts";
import { current, type Known, peopleIn, unknownName } from "./people.ts";
import { rosterPhrases as phrases, rosterRefusals as refusals } from "./phrases.ts";
import { type Change, isReserved, ownRoles, standInChanges } from "./rules.ts";
import { type HandedOver, tellConcerned, titles } from "./tell.ts";
import { periodIn } from "./words.ts";

/** 休假 张三 9月3日至9月10日 李四. @returns what was done */
export async function registerLeave(context: PersonContext, typed: string): Promise<string[]> {
  const roll = await lockRoll(context);
  const { people, rest } = peopleIn(context, roll, typed);
  const [person, by] = people;
  if (!person) throw unknownName(roll, typed);
  if (by?.staffId === person.staffId) throw new RefusalError("roster.same-twice", refusals.sameTwice());
  const period = readPeriod(context, rest, phrases.leaveExample(person.name));
  if (by) requirePresent(roll, by, period);
  // Who stands in for an approver needs an authority: that is 代理.
  const roles = ownRoles(roll.memberships, person.staffId, period.from).filter(({ role }) => !isReserved(role));
  const standIns = by
    ? standInChanges(roll.memberships, { principal: person.staffId, standIn: by, period }, roles)
    : [];
  const changes: Change[] = [{ kind: "leave", staffId: person.staffId, period }, ...standIns];
  const changed = await changeRoster(context, roll, { act: "roster.left", changes });
  const handed = by && period.from === roll.today ? [await handedTo(context, changed.after, { person, by, roll })] : [];
  await tellConcerned(context, { changes, changed, handed });
  return [
    phrases.leaveDone(person.name, period, by?.name),
    ...handed.flatMap(({ work }) =>
      work.length === 0 ? [] : [phrases.handedOver(person.name, by?.name ?? "", titles(work))],
    ),
  ];
}

async function handedTo(
  context: PersonContext,
  after: Roll["memberships"],
  { person, by, roll }: { person: Known; by: Known; roll: Roll },
): Promise<HandedOver> {
  const [from, to] = [person.staffId, by.staffId];
  return { from, to, work: await handOver(context, { from, to }, peopleOn(after, roll.today)) };
}

/** @throws {RefusalError} if the words name no period that is yet to end */
export function readPeriod({ campaign, now }: PersonContext, typed: string, example: string): Period {
  const read = periodIn(typed, { today: dayOf(now), year: campaign.definition.campaign.year.value });
  switch (read.kind) {
    case "period":
      return read.period;
    case "none":
      throw new RefusalError("roster.no-period", refusals.noPeriod(example));
    case "over":
      throw new RefusalError("roster.over", refusals.over(read.period));
    case "noSuchDay":
      throw new RefusalError("roster.no-such-day", refusals.noSuchDay(read.text));
  }
}

/** @throws {RefusalError} if the stand-in is on leave in the period */
export function requirePresent(roll: Roll, by: Known, { from, until }: Period): void {
  const leaves = current(roll).find(({ staffId }) => staffId === by.staffId)?.away ?? [];
  if (leaves.some((one) => one.from <= one.until && one.from <= until && from <= one.until))
    throw new RefusalError("roster.stand-in-away", refusals.standInAway(by.name));
}

/** 结束休假 张三. @returns what was done */
export async function endLeave(context: PersonContext, typed: string): Promise<string[]> {
  const roll = await lockRoll(context);
  const [person] = peopleIn(context, roll, typed).people;
  if (!person) throw unknownName(roll, typed);
  const leaves = current(roll).find(({ staffId }) => staffId === person.staffId)?.away ?? [];
  if (!leaves.some(({ from, until }) => from <= until && until >= roll.today))
    throw new RefusalError("roster.not-on-leave", refusals.notOnLeave(person.name));
  const changes: Change[] = [{ kind: "back", staffId: person.staffId }];
  const changed = await changeRoster(context, roll, { act: "roster.back", changes });
  await tellConcerned(context, { changes, changed });
  return [phrases.backDone(person.name)];
}

/** 移交 张三 李四. @returns what was done */
export async function handOverWork(context: PersonContext, typed: string): Promise<string[]> {
  const roll = await lockRoll(context);
  const [from, to] = peopleIn(context, roll, typed).people;
  if (!from) throw unknownName(roll, typed);
  if (!to) throw new RefusalError("roster.two-people", refusals.twoPeople());
  const people = peopleOn(roll.memberships, roll.today);
  if (!memberOf(people, to.staffId)) throw unknownName(roll, to.name);
  const work = await handOver(context, { from: from.staffId, to: to.staffId }, people);
  if (work.length === 0) {
    const isOther = (await openWorkOf(context, from.staffId)).length > 0;
    const sentence = isOther
      ? refusals.otherDistricts(from.name, to.name, nounsOf(context.campaign.definition))
      : phrases.nothingToHandOver(from.name);
    throw new RefusalError("roster.nothing", sentence);
  }
  const changed = { before: roll.memberships, after: roll.memberships, today: roll.today };
  await tellConcerned(context, { changes: [], changed, handed: [{ from: from.staffId, to: to.staffId, work }] });
  return [phrases.handedOver(from.name, to.name, titles(work))];
}
