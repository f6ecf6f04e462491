import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import { workReportPhrases } from "./phrases.ts";
import { reportingDistricts } from "./rules.ts";

/** District of the report; people with several districts name one. */
export function ownDistrict(context: PersonContext, words: string): string {
  const own = reportingDistricts(context.campaign.definition, context.person);
  const named = own.find((id) => words === id || words.startsWith(districtName(context.campaign.definition, id)));
  const [only, second] = own;
  if (named ?? (second ? undefined : only)) return named ?? only ?? "";
  const names = own.map((id) => districtName(context.campaign.definition, id));
  throw new RefusalError(
    "work-report.which-district",
    workReportPhrases.whichDistrict(context.campaign.definition, names),
    { choices: names },
  );
}
