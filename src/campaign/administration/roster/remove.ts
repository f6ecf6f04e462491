import { RefusalError } from "../../../shared/refusal-error.ts";
import { type Member, type Membership, memberOf, peopleOn } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type Changed, changeRoster, lockRoll, type Roll } from "./change.ts";
import { handOver, type OpenWork, openWorkOf } from "./hand-over.ts";
import { current, type Known, peopleIn, unknownName } from "./people.ts";
import { rosterPhrases as phrases, rosterRefusals as refusals } from "./phrases.ts";
import { applied, type Change, holdersBeside } from "./rules.ts";
import { dutyName, type HandedOver, tellConcerned, titles } from "./tell.ts";
import { districtsNamed, roleNamed } from "./words.ts";

/** 移除人员 张三, 移除人员 张三 柯桥区, 移除人员 张三 移交 李四. @returns what was done */
export async function removePerson(context: PersonContext, typed: string): Promise<string[]> {
  const roll = await lockRoll(context);
  const { people, rest } = peopleIn(context, roll, typed);
  const [leaving, named] = people;
  if (!leaving) throw unknownName(roll, typed);
  const ending = rolesMeant(context, roll, { leaving, rest });
  const changes = ending.map(
    ({ staffId, role, district }): Change => ({
      kind: "end",
      staffId,
      role,
      ...(district === undefined ? {} : { district }),
    }),
  );
  const work = await workLeft(context, roll, { leaving, changes });
  const to = successorOf(context, roll, { leaving, named, ending, work });
  const changed = await changeRoster(context, roll, { act: "roster.removed", changes });
  const handed = to && work.length > 0 ? [await handedTo(context, changed, { leaving, to, work })] : [];
  await tellConcerned(context, { changes, changed, handed });
  return [
    phrases.removed(leaving.name, [...new Set(ending.map((one) => dutyName(context, one)))]),
    ...handed.map((one) => phrases.handedOver(leaving.name, to?.name ?? "", titles(one.work))),
  ];
}

/** The roles that the words name, or all. */
function rolesMeant(
  context: PersonContext,
  roll: Roll,
  { leaving, rest }: { leaving: Known; rest: string },
): Membership[] {
  const { definition } = context.campaign;
  const held = current(roll).filter(({ staffId }) => staffId === leaving.staffId);
  const { ids } = districtsNamed(definition, rest);
  const roles = rest.split(/\s+/u).flatMap((word) => roleNamed(definition, word) ?? []);
  const meant = held.filter(
    ({ role, district }) =>
      (ids.length === 0 || ids.includes(district ?? "")) && (roles.length === 0 || roles.includes(role)),
  );
  if (meant.length === 0) throw new RefusalError("roster.no-such-role", refusals.noSuchRole(leaving.name));
  return meant;
}

/** Open work that the person may not go on with afterwards. */
async function workLeft(
  context: PersonContext,
  { memberships, today }: Roll,
  { leaving, changes }: { leaving: Known; changes: readonly Change[] },
): Promise<OpenWork[]> {
  const after = memberOf(peopleOn(applied(memberships, changes, today), today), leaving.staffId);
  const kept = after?.roles.map(({ district }) => district) ?? [];
  const work = await openWorkOf(context, leaving.staffId);
  return work.filter(({ draft }) =>
    draft.district === undefined ? after === undefined : !kept.includes(draft.district),
  );
}

interface Leaving {
  leaving: Known;
  named: Known | undefined;
  ending: readonly Membership[];
  work: readonly OpenWork[];
}

/**
 * Who takes the work over: the named one, else the only colleague.
 * @throws {RefusalError} if nobody is named and there are several, or the named one does not do such work
 */
function successorOf(
  context: PersonContext,
  { memberships, today }: Roll,
  { leaving, named, ending, work }: Leaving,
): Known | undefined {
  if (named?.staffId === leaving.staffId) throw new RefusalError("roster.same-twice", refusals.sameTwice());
  const colleagues = new Map<string, Member>();
  for (const one of ending)
    for (const holder of holdersBeside(memberships, one, today)) colleagues.set(holder.staffId, holder);
  const fitting = [...colleagues.values()];
  if (named) {
    const [first] = ending;
    if (first && !colleagues.has(named.staffId))
      throw new RefusalError("roster.no-colleague", refusals.notAColleague(named.name, dutyName(context, first)));
    return named;
  }
  if (work.length === 0 || fitting.length === 0) return undefined;
  const [only, second] = fitting;
  if (second === undefined) return only;
  const names = fitting.map(({ name }) => name);
  throw new RefusalError("roster.which-successor", refusals.whichSuccessor(leaving.name, titles(work), names), {
    choices: names,
    after: phrases.handOverLabel(),
  });
}

async function handedTo(
  context: PersonContext,
  { after, today }: Changed,
  { leaving, to, work }: { leaving: Known; to: Known; work: readonly OpenWork[] },
): Promise<HandedOver> {
  const [from, people] = [leaving.staffId, peopleOn(after, today)];
  const ids = work.map(({ draft }) => draft.id);
  return { from, to: to.staffId, work: await handOver(context, { from, to: to.staffId, only: ids }, people) };
}
