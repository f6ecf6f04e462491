import { z } from "zod";
import { type Action, textView, type View } from "../../platform/chat/view.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { campaignCalendar } from "../definition/campaign-calendar.ts";
import { stageWindow } from "../definition/definition.ts";
import { stagesWith } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { requireAccepted } from "../engine/acceptance.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import type { TeamMember } from "../evaluation-team/team.ts";
import { type Arrangement, arrangeVisits, type VisitChange } from "./arrange.ts";
import { type Assigning, type AssignmentChange, assignMembers } from "./assign.ts";
import { requireArranger } from "./may.ts";
import { approvedTeam, membersNamed, sitesNamed } from "./names.ts";
import { visitPhrases as phrases, visitRefusals as refusals } from "./phrases.ts";
import { membersPerSite, proposal } from "./proposal.ts";
import { type ArrangementLine, readArrangement } from "./read-arrangement.ts";
import { type Site, sitesToVisit } from "./sites.ts";
import { tellChanges } from "./tell.ts";
import { wordsOf } from "./view-words.ts";
import { ARRANGE, ASSIGN, DAY_PAGE, MEMBERS_PAGE, SEE, SITES, TAKE_PROPOSAL } from "./views.ts";

export const arranger = {
  capability: "verification.assign",
  effect: "write",
  onlyIn: "direct",
  step: "verification",
  until: "publication",
} as const satisfies Partial<Command>;

/** 9月25日 锦绣花园、翠苑小区 1号车 陪同 某某 成员 甲、乙; a line for each day. All of it, or nothing. */
export async function arrangeTyped(context: PersonContext, verbatim: string): Promise<CommandOutcome> {
  requireArranger(context);
  await requireAccepted(context, { ...arranger, words: phrases.words });
  const lines = readArrangement(verbatim, whenOf(context));
  const arrangements: Arrangement[] = [];
  const assigning: Assigning[] = [];
  for (const line of lines) {
    if (line.names.length === 0) {
      throw new RefusalError("site-visit.no-site", refusals.noSite(nounsOf(context.campaign.definition)));
    }
    const sites = await sitesNamed(context, line.names);
    const caseIds = sites.map(({ application }) => application.id);
    if (isArrangement(line)) arrangements.push({ ...line, caseIds });
    if (line.members) {
      const named = membersNamed(await approvedTeam(context), line.members);
      assigning.push(
        ...sites.map((site) => ({ caseId: site.application.id, members: membersAfter(site, line, named) })),
      );
    }
  }
  const visits = arrangements.length === 0 ? [] : await arrangeVisits(context, arrangements);
  const assignments = assigning.length === 0 ? [] : await assignMembers(context, assigning);
  const told = await tellChanges(context, { visits, assignments });
  const items = await doneItems(context, { visits, assignments });
  return { reply: doneView(context, items, { visits, told }) };
}

/** Who verifies the site when the named come to those who do, leave them, or are all. */
function membersAfter({ members }: Site, { change }: ArrangementLine, named: readonly TeamMember[]): TeamMember[] {
  const others = members.filter(({ id }) => !named.some((one) => one.id === id));
  if (change === "remove") return others;
  return change === "add" ? [...others, ...named] : [...named];
}

export const isArrangement = ({ day, car, escort, unannounced }: ArrangementLine): boolean =>
  day !== undefined || car !== undefined || escort !== undefined || unannounced !== undefined;

export const whenOf = ({ campaign, now }: PersonContext) => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
});

interface Done {
  visits: readonly VisitChange[];
  assignments: readonly AssignmentChange[];
}

/** What has changed, a line for each. */
async function doneItems(context: PersonContext, { visits, assignments }: Done): Promise<string[]> {
  const sites = new Map((await sitesToVisit(context)).map((site) => [site.application.id, site]));
  const words = await wordsOf(context, [...sites.values()]);
  const changed = visits.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  const days = changed.flatMap(({ application: { id, compoundName }, before }) => {
    const one = words.get(id);
    const again = before?.state === "made" ? [phrases.again(compoundName, before.day)] : [];
    return [...(one ? [phrases.arranged(one)] : []), ...again];
  });
  const members = assignments.map(({ application: { id, compoundName } }) =>
    phrases.assigned(
      compoundName,
      (sites.get(id)?.members ?? []).map(({ name }) => name),
    ),
  );
  return [...days, ...members];
}

function doneView(
  context: PersonContext,
  items: readonly string[],
  { visits, told }: { visits: readonly VisitChange[]; told: readonly string[] },
): View {
  const days = visits.flatMap(({ after }) => (after ? [after.day] : []));
  const isQuiet = visits.some(({ after }) => after?.unannounced);
  const notes = [
    ...dayNotes(context, days),
    ...(told.length === 0 ? [] : [phrases.told(told)]),
    ...(isQuiet ? [phrases.notTold(nounsOf(context.campaign.definition))] : []),
  ];
  if (items.length === 0) return textView(phrases.title(), phrases.unchanged(), { actions: [toOverview()] });
  return {
    title: phrases.title(),
    tone: "done",
    body: [{ kind: "list", items }, ...(notes.length === 0 ? [] : [{ kind: "text" as const, text: notes.join("") }])],
    actions: [toOverview()],
  };
}

const toOverview = (): Action => ({
  ...{ id: SEE, label: phrases.word(), typed: phrases.word(), look: "default" },
});

/** A day off, or outside the stage, is said. */
export function dayNotes({ campaign: { definition } }: PersonContext, days: readonly CivilDate[]): string[] {
  const calendar = campaignCalendar(definition);
  const stages = stagesWith(definition, "verification");
  return [...new Set(days)].flatMap((day) => {
    const [stage] = stages;
    const window = stage && stageWindow(definition, stage);
    const isInside = stages.some((one) => {
      const { from, to } = stageWindow(definition, one);
      return from <= day && day <= to;
    });
    return [
      ...(calendar.isWorkingDay(day) ? [] : [phrases.restDay(day)]),
      ...(stage && window && !isInside ? [phrases.outside(day, stage.name, [window.from, window.to])] : []),
    ];
  });
}

const dayValues = z.object({
  day: z
    .string()
    .transform((text) => text.slice(0, 10))
    .refine(isCivilDate)
    .optional()
    .catch(undefined),
  sites: z.array(z.string()).catch([]),
  car: z.coerce.number().int().positive().optional().catch(undefined),
  escort: z.string().trim().catch(""),
  quiet: z.union([z.boolean(), z.literal("true").transform(() => true)]).catch(false),
});

/** The filled page for a day. */
export const arrangeOnPage: Command = {
  ...arranger,
  id: ARRANGE,
  async handle(context, { values }) {
    const { day, sites, car, escort, quiet } = dayValues.parse(values);
    const caseIds = await idsOf(context, sites);
    if (day === undefined || caseIds.length === 0) {
      throw new RefusalError("site-visit.no-site", refusals.noSite(nounsOf(context.campaign.definition)));
    }
    const wanted = {
      caseIds,
      day,
      car,
      escort: escort === "" ? undefined : escort,
      ...(quiet ? { unannounced: true } : {}),
    };
    const visits = await arrangeVisits(context, [wanted]);
    await tellChanges(context, { visits, assignments: [] });
    const toast = [phrases.doneDays(visits.length), ...dayNotes(context, [day])].join("");
    return changedCard(context, { kind: DAY_PAGE, subject: "day" }, toast);
  },
};

async function idsOf(context: PersonContext, shorts: readonly string[]): Promise<string[]> {
  const ids = (await sitesToVisit(context)).map(({ application }) => application.id);
  return ids.filter((id) => shorts.some((short) => short !== "" && id.startsWith(short)));
}

const memberValues = z.object({
  site: z.union([z.string(), z.array(z.string()).transform(([one = ""]) => one)]).catch(""),
  verifiers: z.array(z.string()).catch([]),
});

/** The filled page for the members of a site, or the substitute on a message: `<case>/<member>`. */
export const assignOnPage: Command = {
  ...arranger,
  id: ASSIGN,
  async handle(context, { values, subject = "" }) {
    const [caseId = "", substitute] = subject.split("/");
    if (substitute !== undefined) return addSubstitute(context, caseId, substitute);
    const { site, verifiers: ids } = memberValues.parse(values);
    const [id] = await idsOf(context, [site]);
    const team = await approvedTeam(context);
    const members = team.members.filter((member) => ids.includes(member.id));
    if (id === undefined || members.length === 0) throw new RefusalError("site-visit.no-members", refusals.noMembers());
    const assignments = await assignMembers(context, [{ caseId: id, members }]);
    await tellChanges(context, { visits: [], assignments });
    const toast = assignments.length === 0 ? phrases.unchanged() : phrases.doneMembers(1);
    return changedCard(context, { kind: MEMBERS_PAGE, subject: SITES }, toast);
  },
};

async function addSubstitute(context: PersonContext, caseId: string, memberId: string): Promise<CommandOutcome> {
  const site = (await sitesToVisit(context)).find(({ application }) => application.id === caseId);
  const member = (await approvedTeam(context)).members.find(({ id }) => id === memberId);
  if (!site || !member) throw new RefusalError("site-visit.no-members", refusals.noMembers());
  const members = [...site.members.filter(({ id }) => id !== memberId), member];
  const assignments = await assignMembers(context, [{ caseId, members }]);
  const told = await tellChanges(context, { visits: [], assignments });
  const items = await doneItems(context, { visits: [], assignments });
  return { reply: doneView(context, items, { visits: [], told }) };
}

/** Takes the proposal as it is now. */
export const takeProposal: Command = {
  ...arranger,
  id: TAKE_PROPOSAL,
  words: phrases.takeWords,
  async handle(context) {
    const team = await approvedTeam(context);
    const sites = await sitesToVisit(context);
    const proposed = await proposal(context, team, sites);
    const wanted = sites.flatMap(({ application: { id }, members }) => {
      const added = proposed.get(id);
      return added ? [{ caseId: id, members: [...members, ...added] }] : [];
    });
    if (wanted.length === 0) throw new RefusalError("site-visit.nothing-proposed", phrases.nothingProposed());
    const assignments = await assignMembers(context, wanted);
    const told = await tellChanges(context, { visits: [], assignments });
    const items = await doneItems(context, { visits: [], assignments });
    const short = await shortNames(context);
    const reply = doneView(context, [...items, ...short], { visits: [], told });
    return {
      reply,
      ...(await changedCard(context, { kind: MEMBERS_PAGE, subject: SITES }, phrases.doneMembers(wanted.length))),
    };
  },
};

async function shortNames(context: PersonContext): Promise<string[]> {
  const perSite = membersPerSite(context);
  const short = (await sitesToVisit(context)).filter(
    ({ visit, members }) => visit?.state !== "made" && members.length < perSite,
  );
  const names = short.map(({ application }) => application.compoundName);
  return names.length === 0 ? [] : [phrases.fewer(names, perSite)];
}
