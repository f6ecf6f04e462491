import { RefusalError } from "../../shared/refusal-error.ts";
import { districtsOf } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { applicationPhrases } from "./phrases.ts";

/** The districts whose applications the person fills in. */
export const ownDistricts = ({ campaign, person }: PersonContext): readonly string[] =>
  districtsOf(campaign.definition, person);

export const districtName = ({ campaign }: Pick<Context, "campaign">, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;

/**
 * The district a person works on: the pressed button's, or the one named after the command. Someone with a single
 * district need not name it.
 * @throws {RefusalError} when it is not clear which
 */
export function workDistrict(context: PersonContext, { subject, words }: CommandRequest): string {
  const own = ownDistricts(context);
  const named = own.filter((id) => id === subject || words.includes(districtName(context, id)));
  const [district] = named.length > 0 ? named : own;
  if (district === undefined) throw new RefusalError("application.no-district", applicationPhrases.noDistrict());
  if (own.length > 1 && named.length !== 1) {
    throw new RefusalError(
      "application.which-district",
      applicationPhrases.whichDistrict(own.map((id) => districtName(context, id))),
    );
  }
  return district;
}
