import type { StaffId } from "../../../shared/brand.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Role } from "../../definition/schema/roles.ts";
import type { Membership } from "../../directory/member.ts";
import { maskedMobile } from "../../directory/mobiles.ts";
import { namesOf } from "../../directory/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import { changeRoster, lockRoll, type Roll, roleNameOf } from "./change.ts";
import { personOf } from "./people.ts";
import { rosterPhrases as phrases, rosterRefusals as refusals } from "./phrases.ts";
import type { Change } from "./rules.ts";
import { dutyName, tellConcerned } from "./tell.ts";
import type { ReadPerson } from "./words.ts";

/** 新增人员. @returns what was done @throws {RefusalError} with what is missing or wrong */
export async function addPerson(context: PersonContext, read: ReadPerson): Promise<string[]> {
  const roll = await lockRoll(context);
  const { definition } = context.campaign;
  if (read.name === "") throw new RefusalError("roster.no-name", refusals.noName(phrases.addExample()));
  if (read.unread.length > 0) throw new RefusalError("roster.unread", refusals.unread(read.unread));
  const role = read.role ?? (read.districts.length > 0 ? "districtOfficer" : undefined);
  if (role === undefined) {
    const names = definition.campaign.roles.map(({ name }) => name);
    throw new RefusalError("roster.no-role", refusals.noRole(read.name, names), {
      choices: names,
      after: "",
    });
  }
  requireDistricts(context, role, read.districts);
  const staffId = await whoIs(context, roll, read);
  const changes = grantsOf(roll, { staffId, name: read.name, role, districts: read.districts });
  if (changes.length === 0) {
    const [district] = read.districts;
    throw new RefusalError(
      "roster.held",
      refusals.heldAlready(read.name, dutyName(context, { role, ...(district === undefined ? {} : { district }) })),
    );
  }
  const people = [{ staffId, name: read.name, ...(read.mobile === "" ? {} : { mobile: read.mobile }) }];
  const changed = await changeRoster(context, roll, { act: "roster.added", changes, people });
  await tellConcerned(context, { changes, changed });
  return changes.map(({ membership }) => phrases.added(read.name, dutyName(context, membership)));
}

function requireDistricts({ campaign: { definition } }: PersonContext, role: Role, districts: readonly string[]): void {
  const name = roleNameOf(definition, role);
  const { noun } = definition.campaign.words.district;
  if (role !== "districtOfficer" && districts.length > 0)
    throw new RefusalError("roster.no-district-here", refusals.noDistrictHere(name, noun));
  if (role !== "districtOfficer" || districts.length > 0) return;
  const names = definition.campaign.districts.map((district) => district.name);
  throw new RefusalError("roster.no-district", refusals.noDistrict(name, noun, names), {
    choices: names,
    after: "",
  });
}

/** By the number; without one by the name, of those who are or were on the roster. */
async function whoIs(context: PersonContext, { memberships }: Roll, { name, mobile }: ReadPerson): Promise<StaffId> {
  if (mobile === "") {
    const named = [...new Set(memberships.filter((one) => one.name === name).map(({ staffId }) => staffId))];
    const [only, second] = named;
    if (only !== undefined && second === undefined) return only;
    throw new RefusalError("roster.no-mobile", refusals.noMobile(name));
  }
  const staffId = await personOf(context, mobile);
  const known = (await namesOf(context.tx, [staffId])).get(staffId);
  if (known !== undefined && known !== name)
    throw new RefusalError("roster.other-name", refusals.otherName(maskedMobile(mobile), known, name));
  return staffId;
}

type Grant = Change & { kind: "grant" };

/** Roles that the person does not hold yet, from today on, at the end of the list. */
export function grantsOf(
  { memberships, today }: Roll,
  { staffId, name, role, districts }: { staffId: StaffId; name: string; role: Role; districts: readonly string[] },
): Grant[] {
  const isHeld = (district: string | undefined) =>
    memberships.some(
      (one) => one.staffId === staffId && one.role === role && one.district === district && one.until === undefined,
    );
  const position = Math.max(0, ...memberships.map((one) => one.position ?? 0)) + 1;
  const places: (string | undefined)[] = districts.length === 0 ? [undefined] : [...districts];
  return places
    .filter((district) => !isHeld(district))
    .map((district) => {
      const membership: Membership = { staffId, name, role, from: today, position };
      return { kind: "grant", membership: district === undefined ? membership : { ...membership, district } };
    });
}
