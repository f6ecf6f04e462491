import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Authority } from "../../authority/authority.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { readBeside } from "../../authority/read-beside.ts";
import type { Membership } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { changeRoster, lockRoll, type Roll, roleNameOf } from "./change.ts";
import { readPeriod, requirePresent } from "./leave.ts";
import { type Known, peopleIn, unknownName } from "./people.ts";
import { rosterPhrases as phrases, rosterRefusals as refusals, rosterWords as words } from "./phrases.ts";
import { ownRoles, standInChanges } from "./rules.ts";
import { storedMandate } from "./store.ts";
import { dutyName, tellConcerned } from "./tell.ts";
import { districtsNamed, roleNamed } from "./words.ts";

/** 代理 张三 李四 9月3日至9月10日 经9月1日签批，〔2023〕12号: what was said, and what a form holds besides. */
export interface StandInRequest {
  typed: string;
  by?: string;
  authority?: Authority;
}

/** @returns what was done @throws {RefusalError} if it is not complete or not allowed */
export async function registerStandIn(context: PersonContext, request: StandInRequest): Promise<string[]> {
  const roll = await lockRoll(context);
  const { people, rest } = peopleIn(context, roll, request.typed);
  const [principal, standIn] = people;
  if (!principal) throw unknownName(roll, request.typed);
  if (!standIn) throw new RefusalError("roster.who-stands-in", refusals.whoStandsIn(principal.name));
  const mandate = readMandate(context, { rest, request });
  const period = readPeriod(context, mandate.rest, phrases.standInExample(principal.name, standIn.name));
  requirePresent(roll, standIn, period);
  const roles = rolesMeant(context, roll, { principal, rest: mandate.rest });
  requireMandate(context, roles, mandate.authority);
  const by = mandate.by === "" && mandate.authority ? principal.name : mandate.by;
  const isAuthorised = mandate.authority !== undefined || by !== "";
  const column = isAuthorised
    ? await storedMandate(context, { by, ...(mandate.authority ? { authority: mandate.authority } : {}) })
    : undefined;
  const stands = { principal: principal.staffId, standIn, period, ...(column ? { mandate: column } : {}) };
  const changes = standInChanges(roll.memberships, stands, roles);
  const [first] = roles;
  if (changes.length === 0 && first)
    throw new RefusalError("roster.held", refusals.heldAlready(standIn.name, dutyName(context, first)));
  const changed = await changeRoster(context, roll, { act: "roster.stand-in", changes });
  await tellConcerned(context, { changes, changed });
  await tellPrincipal(context, { principal, standIn, sentence: phrases.standInKnown(standIn.name, period) });
  const words = phrases.mandate(by, mandate.authority && authorityPhrases.words(mandate.authority, context.now));
  const duties = [...new Set(roles.map((one) => dutyName(context, one)))];
  return [phrases.standInDone(principal.name, standIn.name, { period, duties, mandate: isAuthorised ? words : "" })];
}

interface ReadMandate {
  by: string;
  authority: Authority | undefined;
  /** The words without it. */
  rest: string;
}

function readMandate(
  { now }: PersonContext,
  { rest, request }: { rest: string; request: StandInRequest },
): ReadMandate {
  const said = words.authorisedBy.exec(rest);
  const without = said ? rest.replace(said[0], " ") : rest;
  const by = request.by ?? said?.groups?.by ?? said?.groups?.other ?? "";
  if (request.authority) return { by, authority: request.authority, rest: without };
  const read = readBeside(without, now);
  if (!read.ok) throw new RefusalError("roster.authority", read.retry);
  return { by, authority: read.authority, rest: read.authority ? (read.opinion ?? "") : without };
}

/** The roles that the words name, or all of the principal's own. */
function rolesMeant(
  context: PersonContext,
  { memberships, today }: Roll,
  { principal, rest }: { principal: Known; rest: string },
): Membership[] {
  const { definition } = context.campaign;
  const { ids } = districtsNamed(definition, rest);
  const named = rest.split(/[\s，,、]+/u).flatMap((word) => roleNamed(definition, word) ?? []);
  const meant = ownRoles(memberships, principal.staffId, today).filter(
    ({ role, district }) =>
      (ids.length === 0 || ids.includes(district ?? "")) && (named.length === 0 || named.includes(role)),
  );
  if (meant.length === 0) throw new RefusalError("roster.no-such-role", refusals.noSuchRole(principal.name));
  return meant;
}

/** Who decides for an approver needs an authority. */
function requireMandate(
  { campaign: { definition } }: PersonContext,
  roles: readonly Membership[],
  authority: Authority | undefined,
): void {
  if (authority === undefined && roles.some(({ role }) => role === "approver"))
    throw new RefusalError("roster.no-mandate", refusals.noMandate(roleNameOf(definition, "approver")));
}

async function tellPrincipal(
  { outbox, person }: PersonContext,
  { principal, standIn, sentence }: { principal: Known; standIn: Known; sentence: string },
): Promise<void> {
  if (principal.staffId === person.staffId || principal.staffId === standIn.staffId) return;
  await outbox.say(principal.staffId, phrases.told(sentence));
}
