import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { reportedCases } from "../../application/opinions/visible.ts";
import { applicationsOf } from "../../application/store.ts";
import { districtsOf, type Member, mayMember } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { decidersOf } from "../deciders.ts";
import { noRecusalsOf, recusalsOf, teamInForce, teamMembers } from "../store.ts";
import type { Recusal } from "../team.ts";
import { noRecusalAction, OPEN_RECUSALS } from "./actions.ts";
import { type RecusalWords, wordsOf } from "./lines.ts";
import { recusalPhrases as phrases } from "./phrases.ts";
import { standingRecusal } from "./rules.ts";

/** Sites for a press each. */
const MOST_SITES = 6;

const underHeading = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

/** Who sees facts and reasons of everything: who decides, who proposes the team, who inspects the campaign. */
export const seesAll = ({ campaign: { definition } }: Pick<Context, "campaign">, person: Member): boolean =>
  (["recusal.decide", "team.propose", "journal.see"] as const).some((one) => mayMember(definition, person, one));

/**
 * 回避情况: everything for who decides, the own for a member, and for a district only that it raised something.
 */
export async function recusalsView(context: PersonContext): Promise<View> {
  const { tx, campaign, person } = context;
  const all = await recusalsOf(tx, campaign.id);
  const whole = seesAll(context, person);
  const own = all.filter(({ memberId }) => whole || memberId === person.staffId);
  const words = await wordsOf(context, own);
  const raised = whole ? [] : await raisedByDistrict(context, all);
  const sites = await unsaidSites(context, all);
  const body: Block[] = [
    ...(words.length > 0
      ? [
          {
            kind: "list" as const,
            items: words.map((one) => seenLine(one, whole || one.recusal.raisedBy === person.staffId)),
          },
        ]
      : []),
    ...(raised.length > 0 ? [{ kind: "list" as const, items: raised }] : []),
    ...underHeading(phrases.noneHeading(), await noneLines(context, whole)),
    ...underHeading(
      phrases.unsaidHeading(),
      sites.map(({ name }) => name),
    ),
  ];
  return {
    title: phrases.seeTitle(),
    tone: "running",
    body: body.length > 0 ? body : [{ kind: "text", text: phrases.nothing() }],
    actions: [
      ...decideAction(context, all),
      ...sites.slice(0, MOST_SITES).map((one) => noRecusalAction(one, { named: true })),
    ],
  };
}

/** @param withRaiser whether the reader may know who raised it */
const seenLine = ({ line, facts, by, reason, reversedWhy, recusal }: RecusalWords, withRaiser: boolean): string =>
  phrases.seen(
    [
      line,
      phrases.facts(facts),
      ...(withRaiser ? [by] : []),
      ...(reason === undefined ? [] : [phrases.reason(reason)]),
      ...(reversedWhy === undefined ? [] : [phrases.reversedWhy(reversedWhy)]),
    ].join("；"),
    phrases.state(recusal.state),
  );

function decideAction(context: PersonContext, all: readonly Recusal[]): Action[] {
  const waits = all.some(
    ({ state, memberId }) =>
      state === "raised" && decidersOf(context, memberId).by.some((id) => id === context.person.staffId),
  );
  if (!waits) return [];
  const label = phrases.openWord();
  return [{ id: OPEN_RECUSALS, label, typed: label, look: "primary" }];
}

/** What officers of the person's districts raised, without facts and without what became of it. */
async function raisedByDistrict(context: PersonContext, all: readonly Recusal[]): Promise<string[]> {
  const { tx, campaign, people, person } = context;
  const districts = districtsOf(campaign.definition, person);
  if (districts.length === 0) return [];
  const cases = new Map((await applicationsOf(tx, campaign.id)).map((one) => [one.id, one]));
  const members = await teamMembers(context);
  const isOfDistrict = (staffId: string, district: string) =>
    people.some((one) => one.staffId === staffId && one.roles.some((held) => held.district === district));
  return all.flatMap(({ caseId, memberId, raisedBy }) => {
    const of = cases.get(caseId);
    const isOurs = of && districts.includes(of.district) && isOfDistrict(raisedBy, of.district);
    if (!isOurs || memberId === person.staffId) return [];
    return [phrases.ownRaised(of.compoundName, members.get(memberId)?.name ?? memberId)];
  });
}

/** Who said of which cases that there is nothing, member by member. */
async function noneLines(context: PersonContext, whole: boolean): Promise<string[]> {
  const { tx, campaign, person } = context;
  const said = (await noRecusalsOf(tx, campaign.id)).filter(({ memberId }) => whole || memberId === person.staffId);
  if (said.length === 0) return [];
  const members = await teamMembers(context);
  const names = new Map((await applicationsOf(tx, campaign.id)).map(({ id, compoundName }) => [id, compoundName]));
  return [...Map.groupBy(said, ({ memberId }) => memberId)].map(([id, of]) =>
    phrases.noneLine(
      members.get(id)?.name ?? id,
      of.flatMap(({ caseId }) => names.get(caseId) ?? []),
    ),
  );
}

/** The member's assigned sites of which nothing was said yet. */
async function unsaidSites(context: PersonContext, all: readonly Recusal[]): Promise<{ id: string; name: string }[]> {
  const { tx, campaign, person } = context;
  const { sites = [], staffId: memberId } = person;
  if (sites.length === 0 || !(await teamInForce(context))) return [];
  const said = await noRecusalsOf(tx, campaign.id);
  return (await reportedCases(context))
    .filter(({ id }) => sites.includes(id))
    .filter(({ id: caseId }) => !said.some((one) => one.caseId === caseId && one.memberId === memberId))
    .filter(({ id: caseId }) => standingRecusal(all, { caseId, memberId }) === undefined)
    .map(({ id, compoundName: name }) => ({ id, name }));
}
