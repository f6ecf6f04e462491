import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { findApplication } from "../application/find-application.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { teamInForce } from "../evaluation-team/store.ts";
import type { EvaluationTeam, TeamMember } from "../evaluation-team/team.ts";
import { visitRefusals as refusals, visitWords } from "./phrases.ts";
import { goneSites, type Site, sitesToVisit } from "./sites.ts";

/** @throws {RefusalError} if no team is approved */
export async function approvedTeam(context: Context): Promise<EvaluationTeam> {
  const team = await teamInForce(context);
  if (!team) throw new RefusalError("site-visit.no-team", refusals.noTeam());
  return team;
}

/**
 * The sites that are named: each by its name or a part of it, or all of a district that have no day yet.
 * @throws {RefusalError} if one cannot be read, or takes no part any more
 */
export async function sitesNamed(context: Context, names: readonly string[]): Promise<Site[]> {
  const known: Known = { sites: await sitesToVisit(context), gone: await goneSites(context) };
  const found: Site[] = [];
  for (const name of names) {
    const whole = await named(context, known, name);
    if (whole) found.push(...whole);
    else found.push(...(await eachOf(context, known, name)));
  }
  return [...new Map(found.map((site) => [site.application.id, site])).values()];
}

/** {@link sitesNamed} of one. */
export async function siteNamed(context: Context, name: string): Promise<Site> {
  const [site, other] = name === "" ? [] : await sitesNamed(context, [name]);
  if (!site || other)
    throw new RefusalError("site-visit.which", refusals.whichSite(nounsOf(context.campaign.definition)));
  return site;
}

interface Known {
  sites: readonly Site[];
  gone: readonly Application[];
}

/** Several names with nothing but blanks between them. */
async function eachOf(context: Context, known: Known, name: string): Promise<Site[]> {
  const parts = name.split(/\s+/u);
  const all: Site[] = [];
  for (const part of parts) {
    const sites = parts.length > 1 ? await named(context, known, part) : undefined;
    if (!sites) {
      throw unread(context, known, part);
    }
    all.push(...sites);
  }
  return all;
}

/** Why a part of an arrangement names no site. */
function unread({ campaign: { definition } }: Context, { sites }: Known, part: string): RefusalError {
  if (visitWords.hour.test(part)) return new RefusalError("site-visit.hour", refusals.hour(part));
  if (visitWords.dayLike.test(part)) return new RefusalError("site-visit.day-unread", refusals.dayUnread(part));
  const nouns = nounsOf(definition);
  const applications = sites.map(({ application }) => application);
  const found = findApplication(applications, part, { noun: nouns.case });
  const near = found.kind === "none" ? found.nearest.filter((name) => isLike(name, part)) : [];
  return new RefusalError("site-visit.unknown", refusals.unknownSite(part, near, nouns), { choices: near, said: part });
}

/** Half of its characters are the name's. */
const isLike = (name: string, part: string): boolean =>
  [...part].filter((sign) => name.includes(sign)).length * 2 >= Math.max(2, [...part].length);

async function named(context: Context, { sites, gone }: Known, name: string): Promise<Site[] | undefined> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  if (visitWords.all.test(name)) {
    const undated = sites.filter(({ visit }) => !visit);
    if (undated.length === 0) throw new RefusalError("site-visit.all-dated", refusals.allDated(nouns));
    return undated;
  }
  const district = definition.campaign.districts.find((one) => name.replace(/(?:全部|所有|各).*$/u, "") === one.name);
  if (district) {
    const open = sites.filter(({ application, visit }) => application.district === district.id && !visit);
    if (open.length === 0) throw new RefusalError("site-visit.none-open", refusals.noneOpen(district.name, nouns));
    return open;
  }
  const applications = sites.map(({ application }) => application);
  const addresses = await answerTexts(context, applications, "address");
  const found = findApplication(applications, name, { noun: nouns.case, addresses });
  if (found.kind === "several") {
    throw new RefusalError("site-visit.which", refusals.several(name, found.names), {
      choices: found.names,
      said: name,
    });
  }
  if (found.kind === "one") return sites.filter(({ application }) => application.id === found.application.id);
  const left = findApplication(gone, name, { noun: nouns.case });
  if (left.kind === "one") {
    const { compoundName, state } = left.application;
    throw new RefusalError("site-visit.gone", refusals.gone(compoundName, state));
  }
  return undefined;
}

/**
 * The members that are named, by name or a part of it.
 * @throws {RefusalError} if one is not in the team, or several fit
 */
export function membersNamed(team: EvaluationTeam, names: readonly string[]): TeamMember[] {
  const found = names.flatMap((name) => {
    const { members } = team;
    const fitting = members.filter((member) => member.name === name || member.id === name);
    const near = fitting.length > 0 ? fitting : members.filter((member) => member.name.includes(name));
    if (near.length === 1) return near;
    const parts = name.split(/\s+/u);
    if (near.length === 0 && parts.length > 1) return membersNamed(team, parts);
    const all = (near.length > 0 ? near : members).map((member) => member.name);
    throw new RefusalError("site-visit.member", refusals.whichMember(name, all, near.length > 0));
  });
  return [...new Map(found.map((member) => [member.id, member])).values()];
}
