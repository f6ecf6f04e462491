import type { FoundByMobile } from "../../../../platform/chat/ports.ts";
import type { StaffId } from "../../../../shared/brand.ts";
import type { Definition } from "../../../definition/definition.ts";
import type { Role } from "../../../definition/schema/roles.ts";
import type { Member, Membership } from "../../../directory/member.ts";
import { isMobile } from "../people.ts";
import { isReserved, objection } from "../rules.ts";
import { districtsNamed, roleNamed } from "../words.ts";
import { rowProblems as problems } from "./phrases.ts";
import type { RosterRow } from "./roster-row.ts";

/** A role of one person, as a row says it. */
export interface Entry {
  line: number;
  staffId: StaffId;
  name: string;
  /** Empty: the known one stays. */
  mobile: string;
  role: Role;
  district?: string;
}

export interface RowProblem {
  line: number;
  sentence: string;
}

/** What the rows are checked against. */
export interface Standing {
  definition: Definition;
  /** Memberships in force or yet to begin. */
  memberships: readonly Membership[];
  /** Who has which number, as known here. */
  known: ReadonlyMap<string, StaffId>;
  /** What the organisation's directory says about other numbers. */
  found: ReadonlyMap<string, FoundByMobile>;
  /** Names by staffId. */
  names: ReadonlyMap<string, string>;
  actor: Member;
}

/** Numbers that the directory must be asked for: unknown ones, and known ones under another name. */
export function mobilesToAsk(
  rows: readonly RosterRow[],
  { known, names }: Pick<Standing, "known" | "names">,
): string[] {
  const asked = rows.filter(({ mobile, name }) => {
    const staffId = known.get(mobile);
    return isMobile(mobile) && (staffId === undefined || names.get(staffId) !== name);
  });
  return [...new Set(asked.map(({ mobile }) => mobile))];
}

/** Entries of the rows that are right, and what is wrong with the others, in the sheet's order. */
export function checkRows(
  rows: readonly RosterRow[],
  standing: Standing,
): { entries: Entry[]; problems: RowProblem[] } {
  const entries: Entry[] = [];
  const found: RowProblem[] = [];
  for (const row of rows) {
    const read = readRow(row, { rows, standing });
    if ("sentences" in read) {
      found.push(...read.sentences.map((sentence) => ({ line: row.line, sentence })));
      continue;
    }
    for (const entry of read.entries) {
      const twin = entries.find((one) => isSame(one, entry));
      if (twin) found.push({ line: row.line, sentence: problems.doubled(twin.line) });
      else entries.push(entry);
    }
  }
  return { entries, problems: found };
}

const isSame = (one: Entry, other: Entry): boolean =>
  one.staffId === other.staffId && one.role === other.role && one.district === other.district;

type ReadRow = { entries: Entry[] } | { sentences: string[] };

function readRow(row: RosterRow, { rows, standing }: { rows: readonly RosterRow[]; standing: Standing }): ReadRow {
  const { definition } = standing;
  const role = roleNamed(definition, row.role);
  const places = placesOf(definition, row, role);
  const person = personOf(row, { rows, standing });
  const sentences = [
    ...(row.name === "" ? [problems.noName()] : []),
    ...("sentence" in person ? [person.sentence] : []),
    ...(role === undefined ? [roleProblem(definition, row.role)] : []),
    ...places.sentences,
  ];
  if (sentences.length > 0 || "sentence" in person || role === undefined) return { sentences };
  const entries = places.districts.map((district): Entry => {
    const { line, name, mobile } = row;
    const entry = { line, staffId: person.staffId, name, mobile, role };
    return district === undefined ? entry : { ...entry, district };
  });
  const denied = entries.map((entry) => denial(entry, standing)).find((sentence) => sentence !== undefined);
  return denied === undefined ? { entries } : { sentences: [denied] };
}

const roleProblem = ({ campaign }: Definition, typed: string): string =>
  problems.unknownRole(
    typed,
    campaign.roles.map(({ name }) => name),
  );

function placesOf(
  definition: Definition,
  row: RosterRow,
  role: Role | undefined,
): { districts: (string | undefined)[]; sentences: string[] } {
  const { districts, words } = definition.campaign;
  const { ids, unknown } = districtsNamed(definition, row.district);
  const { noun } = words.district;
  if (role !== undefined && role !== "districtOfficer") {
    // 市, 市级 in the column says that it is the city's.
    const foreign = ids.length > 0 || unknown.some((one) => !one.includes(words.city.noun));
    return { districts: [undefined], sentences: foreign ? [problems.noDistrictHere(row.role, noun)] : [] };
  }
  const names = districts.map(({ name }) => name);
  if (unknown.length > 0) return { districts: ids, sentences: [problems.unknownDistrict(unknown, noun, names)] };
  if (role === "districtOfficer" && ids.length === 0)
    return { districts: [], sentences: [problems.noDistrict(noun, names)] };
  return { districts: ids, sentences: [] };
}

/** By the number; without one by the name, where exactly one person of the roster has it. */
function personOf(
  { name, mobile }: RosterRow,
  { rows, standing }: { rows: readonly RosterRow[]; standing: Standing },
): { staffId: StaffId } | { sentence: string } {
  const { known, names, found, memberships } = standing;
  if (mobile === "") {
    const [only, second] = new Set(memberships.filter((one) => one.name === name).map(({ staffId }) => staffId));
    return only !== undefined && second === undefined ? { staffId: only } : { sentence: problems.noMobile() };
  }
  if (!isMobile(mobile)) return { sentence: problems.badMobile() };
  const others = rows.filter((other) => other.mobile === mobile && other.name !== name).map(({ line }) => line);
  if (others.length > 0) return { sentence: problems.sharedMobile(others) };
  const here = known.get(mobile);
  if (here !== undefined && names.get(here) === name) return { staffId: here };
  const answer = found.get(mobile) ?? { kind: "unavailable" };
  if (answer.kind === "unavailable") return { sentence: problems.notAsked() };
  if (answer.kind === "nobody") return { sentence: problems.nobodyHas() };
  const other = names.get(answer.person);
  const isListed = memberships.some(({ staffId }) => staffId === answer.person);
  return isListed && other !== undefined && other !== name
    ? { sentence: problems.otherName(other) }
    : { staffId: answer.person };
}

/** Why whoever acts may not enter it; a role that is held already is no change. */
function denial(entry: Entry, { definition, memberships, actor }: Standing): string | undefined {
  const { role, staffId } = entry;
  const isHeld = memberships.some(
    (one) => one.staffId === staffId && one.role === role && one.district === entry.district && !one.standsInFor,
  );
  if (isHeld || !isReserved(role)) return undefined;
  const why = objection(definition, actor, { role, staffId, grants: true });
  const name = definition.campaign.roles.find(({ id }) => id === role)?.name ?? role;
  if (why === "notOneself") return problems.notOneself(name);
  return why === undefined ? undefined : problems.administratorOnly(name);
}
