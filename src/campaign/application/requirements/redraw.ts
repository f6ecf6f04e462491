import { rulingDeciding } from "../../definition/purposes.ts";
import type { Decision } from "../../definition/schema/decisions.ts";
import { EVERY, type Subjects } from "../../engine/events.ts";
import { type RedrawRule, redrawOn } from "../../engine/feature.ts";
import { referenceListApplied } from "../../reference-list/events.ts";
import { rulingsChanged } from "../../ruling/events.ts";
import { requirementsAnswered } from "./events.ts";

/** Decisions that the standing of a clause, or what follows from it, hangs on. */
const DECISIONS = [
  ...["excludingRequirements", "ownersBodies", "penaltyWindow", "serviceWindow", "cityShare", "undecidedRequirement"],
] as readonly Decision[];

/** What changes how 附件1 stands. @param subjects of the cards that show the case; default: every card */
export const onRequirements = (subjects: (caseId: string) => Subjects = () => EVERY): readonly RedrawRule[] => [
  redrawOn(requirementsAnswered, ({ id }) => subjects(id)),
  redrawOn(referenceListApplied),
  redrawOn(rulingsChanged, ({ rulings }, { campaign }) => {
    const deciding = DECISIONS.map((decision) => rulingDeciding(campaign.definition, decision)?.id);
    return rulings.some((id) => deciding.includes(id)) ? EVERY : [];
  }),
];
