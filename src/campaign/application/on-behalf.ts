import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName } from "../definition/districts.ts";
import { districtOfficers, type People } from "../directory/member.ts";
import { districtScope } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { onBehalfPhrases as phrases } from "./on-behalf-phrases.ts";
import { ownDistricts } from "./work-district.ts";

/** 代填: whoever may enter for every district; the district answers for it and may correct it. */
export const mayFillFor = ({ campaign, person }: Pick<PersonContext, "campaign" | "person">): boolean =>
  districtScope(campaign.definition, person, "application.fillForDistrict") === "all";

/** Whether the person may fill in forms of the district. */
export const mayFillIn = (context: PersonContext, district: string | undefined): boolean =>
  mayFillFor(context) || ownDistricts(context).includes(district ?? "");

/**
 * The district that the words or the button name, for whoever enters for others.
 * @returns undefined for who does not, and where own districts are meant
 * @throws {RefusalError} if no district is named, and the person has none
 */
export function districtOnBehalf(
  context: PersonContext,
  { subject, words }: Pick<CommandRequest, "subject" | "words">,
  among: readonly string[],
): string | undefined {
  if (!mayFillFor(context)) return undefined;
  const nameOf = (id: string) => districtName(context.campaign.definition, id);
  const [only, second] = among.filter((id) => id === subject || words.includes(nameOf(id)));
  if (only !== undefined && second === undefined) return only;
  if (ownDistricts(context).length > 0) return undefined;
  throw new RefusalError("application.for-which", phrases.forWhich(among.map(nameOf)));
}

/** The first officer of the district who is not on leave. */
export const responsibleOf = (people: People, district: string): StaffId | undefined =>
  districtOfficers(people, district)[0]?.member.staffId;

/** Who answers for what the person enters: they themselves in their own district, else its first officer. */
export function responsibleFor(
  { person, people }: Pick<PersonContext, "person" | "people">,
  district: string,
): StaffId {
  const isOwn = !isForOthers(people, person.staffId, district);
  return isOwn ? person.staffId : (responsibleOf(people, district) ?? person.staffId);
}

/** Whether somebody enters it who has a role, but none in the district. */
export const isForOthers = (people: People, typedBy: string, district: string): boolean =>
  people.some(
    ({ staffId, roles }) =>
      staffId === typedBy && !roles.some((held) => held.role === "districtOfficer" && held.district === district),
  );

/** Cases whose last submission was entered for the district by somebody else, with both. */
export async function enteredForOthers(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<string, { typedBy: string; responsible: string }>> {
  const revisions = await tx.applicationRevision.findMany({
    where: { campaignId },
    orderBy: { revision: "asc" },
    select: { caseId: true, typedBy: true, responsible: true },
  });
  // The last revision of a case wins.
  const last = new Map(revisions.map(({ caseId, ...by }) => [caseId, by]));
  return new Map([...last].filter(([, { typedBy, responsible }]) => typedBy !== responsible));
}
