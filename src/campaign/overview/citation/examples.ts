import { requirementWords } from "../../definition/citables.ts";
import type { Definition } from "../../definition/definition.ts";
import { deliverableFor, rowFor, rulingDeciding } from "../../definition/purposes.ts";

/** Valid references in this definition, for 帮助, the tour and the reply to an empty request. */
export interface Examples {
  line: number;
  row?: string;
  requirement?: string;
  ruling?: string;
}

export function examplesOf(definition: Definition): Examples {
  const { campaign, rubric, requirements, rulings } = definition;
  const [line = 1] = (deliverableFor(definition, "application") ?? campaign.stages[0])?.line ?? [];
  const row = rowFor(rubric, "satisfaction") ?? rubric.sections[0]?.criteria[0];
  const requirement = requirements.requirements.at(-1);
  const ruling = rulingDeciding(definition, "rankingBasis") ?? rulings[0];
  return {
    line,
    ...(row ? { row: row.id } : {}),
    ...(requirement ? { requirement: requirementWords(definition, requirement.id) } : {}),
    ...(ruling ? { ruling: ruling.id } : {}),
  };
}
