import type { Action, Block, View } from "../../platform/chat/view.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { visitPhrases as phrases, type VisitWords, visitDay } from "./phrases.ts";
import { membersPerSite } from "./proposal.ts";
import { type Site, sitesToVisit } from "./sites.ts";
import { wordsOf } from "./view-words.ts";

export const SEE = "site-visit.see";
/** Subject: staffId of whose card it is. */
export const OVERVIEW = "site-visit.overview";
export const DAY_PAGE = "site-visit.day-page";
export const MEMBERS_PAGE = "site-visit.members-page";
/** Subject of the page on which members are given to sites. */
export const SITES = "sites";
export const ARRANGE = "site-visit.arrange";
export const ASSIGN = "site-visit.assign";
export const TAKE_PROPOSAL = "site-visit.take-proposal";

const text = (words: string): Block => ({ kind: "text", text: words });
const namesOf = (sites: readonly Site[]): string[] => sites.map(({ application }) => application.compoundName);

const isOpen = ({ visit, members }: Site, perSite: number): boolean =>
  visit?.state !== "made" && (!visit || members.length < perSite);

/** What is still open of the arrangement, in sentences. */
export function openLines(context: Context, sites: readonly Site[]): string[] {
  const perSite = membersPerSite(context);
  const undated = sites.filter(({ visit }) => !visit);
  const waiting = sites.filter(({ visit }) => visit?.state !== "made");
  const bare = waiting.filter(({ members }) => members.length === 0);
  const short = waiting.filter(({ members }) => members.length > 0 && members.length < perSite);
  return [
    ...(undated.length === 0 ? [] : [phrases.undated(namesOf(undated))]),
    ...(bare.length === 0 ? [] : [phrases.unassigned(namesOf(bare))]),
    ...(short.length === 0 ? [] : [phrases.short(namesOf(short), perSite)]),
    ...inTwoCars(sites),
  ];
}

/** Members who are expected in two cars on one day. */
function inTwoCars(sites: readonly Site[]): string[] {
  const places = sites.flatMap(({ visit, members }) =>
    visit?.car === undefined || visit.state !== "arranged"
      ? []
      : members.map(({ id, name }) => ({ id, name, day: visit.day, car: visit.car })),
  );
  const days = [...Map.groupBy(places, ({ id, day }) => `${day} ${id}`)];
  return days.flatMap(([, [first, ...others]]) =>
    first && others.some(({ car }) => car !== first.car) ? [phrases.twoCars(first.name, first.day)] : [],
  );
}

/** Visits by day, a line each. */
export async function dayBlocks(context: Context, sites: readonly Site[]): Promise<Block[]> {
  const words = await wordsOf(context, sites);
  const dated = sites.flatMap(({ application, visit }) => (visit ? [{ id: application.id, visit }] : []));
  const ordered = dated.sort(
    ({ visit: one }, { visit: other }) =>
      (one.day < other.day ? -1 : one.day > other.day ? 1 : 0) ||
      (one.car ?? 0) - (other.car ?? 0) ||
      one.position - other.position,
  );
  const perSite = membersPerSite(context);
  const line = (one: VisitWords | undefined) => (one ? [phrases.line(one, perSite)] : []);
  return [...Map.groupBy(ordered, ({ visit }) => visit.day)].flatMap(([day, of]): Block[] => [
    { kind: "heading", text: visitDay(day) },
    { kind: "list", items: of.flatMap(({ id }) => line(words.get(id))) },
  ]);
}

/** 核验安排: all visits by day, and what is still open. */
export async function overviewView(context: Context, mayArrange: boolean): Promise<View> {
  const { definition, closedAt } = context.campaign;
  const nouns = nounsOf(definition);
  const sites = await sitesToVisit(context);
  if (sites.length === 0) {
    return { title: phrases.title(), tone: "running", body: [text(phrases.noneReported())], actions: [] };
  }
  const open = openLines(context, sites);
  const dated = sites.filter(({ visit }) => visit).length;
  const made = sites.filter(({ visit }) => visit?.state === "made").length;
  return {
    title: phrases.title(),
    tone: open.length === 0 ? "done" : "running",
    status: phrases.status(sites.filter((site) => isOpen(site, membersPerSite(context))).length),
    body: [
      text(phrases.lead(nouns, { total: sites.length, dated, made })),
      ...(open.length === 0 ? [] : [{ kind: "list" as const, items: open }]),
      ...(await dayBlocks(context, sites)),
    ],
    actions: mayArrange && !closedAt ? [toPage("day", "primary"), toPage("sites", "default")] : [],
    footnote: phrases.footnote(membersPerSite(context), rulingDeciding(definition, "membersPerSite")?.id),
  };
}

const toPage = (page: "day" | "sites", look: "primary" | "default"): Action =>
  page === "day"
    ? { id: DAY_PAGE, label: phrases.toDays(), typed: phrases.toDays(), look }
    : { id: MEMBERS_PAGE, label: phrases.toMembers(), typed: phrases.membersWord(), look };
