import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../application/events.ts";
import { caseAffected } from "../application/extension-points.ts";
import { applicationById } from "../application/store.ts";
import { ownDistricts } from "../application/work-district.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, extend, type Feature, on } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { listHeldBy } from "../recommendation/extension-points.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { sheetFinalized, sheetReopened } from "../scoring/events.ts";
import type { VisitChange } from "./arrange.ts";
import {
  arrangeOnPage,
  arranger,
  arrangeTyped,
  assignOnPage,
  isArrangement,
  takeProposal,
  whenOf,
} from "./arranging.ts";
import { cancelVisit } from "./cancel.ts";
import { DISTRICT_DAY, districtDayIn, districtDayView, districtOverview } from "./district-view.ts";
import { followCases, followRecusal, followTeam } from "./follow.ts";
import { followPoints, sayMade } from "./made.ts";
import { mayArrange } from "./may.ts";
import { siteNamed, sitesNamed } from "./names.ts";
import { MINE, ownView } from "./own-view.ts";
import { dayPageView, membersPageView } from "./pages.ts";
import { visitPhrases as phrases, visitRefusals as refusals } from "./phrases.ts";
import { membersPerSite } from "./proposal.ts";
import { type ArrangementLine, readArrangement } from "./read-arrangement.ts";
import { onVisits } from "./redraw.ts";
import { sitesToVisit } from "./sites.ts";
import { siteVisitTable, visitsInForce } from "./store.ts";
import { tellChanges } from "./tell.ts";
import { DAY_PAGE, dayBlocks, MEMBERS_PAGE, OVERVIEW, openLines, overviewView, SEE, SITES } from "./views.ts";
import { isKnownToDistrict } from "./visit.ts";

/** 核验安排: alone the visits as far as they concern the person, with a day or a name those; else an arrangement. */
const see: Command = {
  id: SEE,
  words: phrases.words,
  capability: "verification.see",
  or: "application.fill",
  effect: "read",
  onlyIn: "direct",
  step: "verification",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const { campaign, person, cards } = context;
    const sees = districtScope(campaign.definition, person, "verification.see");
    const lines = readArrangement(verbatim, whenOf(context));
    if (lines.length > 0 && !(sees === "all" && isLook(lines))) return arrangeTyped(context, verbatim);
    if (lines.length > 0) return { reply: await namedView(context, lines) };
    if (sees === "all") await cards.show(person.staffId, { kind: OVERVIEW, subject: person.staffId });
    else if (mayMember(campaign.definition, person, "verification.see")) return showMine(context);
    else return { reply: await districtOverview(context, ownDistricts(context)) };
    return {};
  },
};

/** Only a day, or only names. */
const isLook = ([line, ...more]: readonly ArrangementLine[]): boolean =>
  line !== undefined &&
  more.length === 0 &&
  line.members === undefined &&
  (line.names.length === 0 ? line.day !== undefined : !isArrangement(line));

async function namedView(context: PersonContext, [line]: readonly ArrangementLine[]): Promise<View> {
  const named = line && line.names.length > 0 ? await sitesNamed(context, line.names) : undefined;
  const sites = named ?? (await sitesToVisit(context)).filter(({ visit }) => visit?.day === line?.day);
  const blocks = await dayBlocks(context, sites);
  const open = named ? openLines(context, sites) : [];
  const body = [...(open.length === 0 ? [] : [{ kind: "list" as const, items: open }]), ...blocks];
  if (body.length === 0) return textView(phrases.title(), phrases.noneThatDay(line?.day));
  return { title: phrases.title(), tone: "running", body, actions: [] };
}

async function showMine({ cards, person: { staffId } }: PersonContext): Promise<CommandOutcome> {
  await cards.show(staffId, { kind: MINE, subject: staffId });
  return {};
}

const mine: Command = {
  id: MINE,
  words: phrases.mineWords,
  capability: "verification.score",
  effect: "read",
  onlyIn: "direct",
  step: "verification",
  help: {
    example: phrases.mineWord(),
    purpose: (definition) => phrases.minePurpose(nounsOf(definition)),
    step: "verification",
  },
  handle: (context) => showMine(context),
};

/** 安排日期: the page for a day. */
const dayPage: Command = {
  ...arranger,
  id: DAY_PAGE,
  words: [phrases.toDays()],
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.arrangePurpose(nounsOf(definition)),
    step: "verification",
  },
  async handle({ cards, person: { staffId } }) {
    await cards.show(staffId, { kind: DAY_PAGE, subject: "day" });
    return {};
  },
};

/** 核验分派: who verifies which site. */
const membersPage: Command = {
  ...arranger,
  id: MEMBERS_PAGE,
  words: phrases.membersWords,
  help: { example: phrases.membersWord(), purpose: phrases.membersPurpose(), step: "verification" },
  async handle({ cards, person: { staffId } }) {
    await cards.show(staffId, { kind: MEMBERS_PAGE, subject: SITES });
    return {};
  },
};

/** 取消核验 锦绣花园: the day is free again, the members stay. */
const cancel: Command = {
  ...arranger,
  id: "site-visit.cancel",
  words: phrases.cancelWords,
  async handle(context, { verbatim }) {
    const [line] = readArrangement(verbatim, whenOf(context));
    const sites = await sitesNamed(context, line?.names ?? []);
    if (sites.length === 0)
      throw new RefusalError("site-visit.which", refusals.whichSite(nounsOf(context.campaign.definition)));
    const visits: VisitChange[] = [];
    for (const { application } of sites) visits.push({ application, ...(await cancelVisit(context, application)) });
    const told = await tellChanges(context, { visits, assignments: [] });
    const items = visits.flatMap(({ application: { compoundName }, before }) =>
      before ? [phrases.cancelled(compoundName, before.day)] : [],
    );
    const said = [...items, ...(told.length === 0 ? [] : [phrases.told(told)])].join("");
    return { reply: textView(phrases.title(), said, { tone: "done" }) };
  },
};

/** 已核验 锦绣花园 9月25日 */
const made: Command = {
  id: "site-visit.made",
  words: phrases.madeWords,
  capability: "verification.score",
  or: "verification.assign",
  effect: "write",
  onlyIn: "direct",
  step: "verification",
  until: "publication",
  help: {
    example: (definition) => phrases.madeExample(nounsOf(definition)),
    purpose: phrases.madePurpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const [line] = readArrangement(verbatim, whenOf(context));
    const { application, members } = await siteNamed(context, line?.names.join("、") ?? "");
    const { id: caseId, compoundName: name } = application;
    const isOwn = members.some(({ id }) => id === context.person.staffId);
    if (!isOwn && !mayArrange(context)) throw new RefusalError("site-visit.not-yours", refusals.notYours(name));
    const { day, again } = await sayMade(context, { caseId, name, on: line?.day });
    const said = again ? phrases.madeAgain(name) : phrases.made(name, day);
    return { reply: textView(phrases.title(), said, { tone: "done" }), toast: said };
  },
};

const overview: CardRenderer = {
  kind: OVERVIEW,
  redrawOn: onVisits,
  render: async (context, { subject }) => {
    const viewer = context.people.find(({ staffId }) => staffId === subject);
    const arranges = viewer !== undefined && mayArrange({ campaign: context.campaign, person: viewer });
    return overviewView(context, arranges);
  },
};

const renderers: readonly CardRenderer[] = [
  overview,
  { kind: DAY_PAGE, redrawOn: onVisits, render: (context) => dayPageView(context) },
  { kind: MEMBERS_PAGE, redrawOn: onVisits, render: (context) => membersPageView(context) },
  { kind: MINE, redrawOn: onVisits, render: (context, { subject }) => ownView(context, subject) },
  {
    kind: DISTRICT_DAY,
    district: async (_, { subject }) => districtDayIn(subject).district,
    redrawOn: onVisits,
    render: (context, { subject }) => districtDayView(context, subject),
  },
];

/** A list with a site that is to be visited stays; of an unannounced visit nothing is said before. */
const held = extend(listHeldBy, async (context, { caseIds }) => {
  const visits = await visitsInForce(context.tx, context.campaign.id);
  const found = caseIds.map((id) => visits.get(id)).find((visit) => visit && isKnownToDistrict(visit));
  const application = found && (await applicationById(context.tx, found.caseId));
  return application && { hold: "visited" as const, why: phrases.holdsList(application.compoundName) };
});

/** What a withdrawal ends, as far as the district knows of it. */
const affected = extend(caseAffected, async (context, { caseId }) => {
  const visit = (await visitsInForce(context.tx, context.campaign.id)).get(caseId);
  return visit?.state === "arranged" && isKnownToDistrict(visit) ? [phrases.affected(visit.day)] : undefined;
});

/** Another number of members makes sites short of them. */
const effects = extend(rulingEffects("membersPerSite"), async (context, under) => {
  const perSite = membersPerSite(context, under);
  const assigned = (await sitesToVisit(context)).filter(({ members }) => members.length > 0);
  const short = assigned.filter(({ visit, members }) => visit?.state !== "made" && members.length < perSite);
  const names = short.map(({ application }) => application.compoundName);
  return names.length === 0 ? [] : [phrases.rulingEffect(names, perSite)];
});

/** 核验安排: when which site is visited, and by whom. */
export const siteVisitFeature: Feature = {
  commands: [see, mine, dayPage, arrangeOnPage, membersPage, assignOnPage, takeProposal, cancel, made],
  renderers,
  extensions: [held, affected, effects],
  listeners: [
    on(applicationWithdrawn, followCases),
    on(applicationSubmitted, followCases),
    on(caseStepChanged, followCases),
    on(listConfirmed, followCases),
    on(recusalChanged, followRecusal),
    on(teamChanged, followTeam),
    // Whoever was taken off the roster has left the team by now.
    on(peopleChanged, followTeam),
    on(sheetFinalized, followPoints),
    on(sheetReopened, followTeam),
  ],
  tables: [siteVisitTable],
  enforces: ["membersPerSite"],
};
