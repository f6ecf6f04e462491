import type { CivilDate } from "../../../shared/civil-date.ts";
import { stageOpening } from "../../definition/deadlines.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import { type Membership, peopleOn } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { OFFICIAL_CARD, officialSubject } from "../../stage/opening.ts";
import { currentStage } from "../../stage/rules.ts";

/**
 * Who works for a district from today on gets the card of the stage that is open.
 * @param how `showOnce`: unless they have it already
 */
export async function welcome(
  context: Pick<Context, "campaign" | "cards" | "now">,
  { before, after, today }: { before: readonly Membership[]; after: readonly Membership[]; today: CivilDate },
  how: "show" | "showOnce" = "show",
): Promise<void> {
  const { campaign, cards, now } = context;
  const stage = currentStage(campaign, today);
  if (!stage || stageOpening(deadlineContext(campaign), stage) > now) return;
  const known = peopleOn(before, today);
  for (const { staffId, roles } of peopleOn(after, today)) {
    const held = known.find((one) => one.staffId === staffId)?.roles ?? [];
    const added = roles.filter(
      ({ role, district }) =>
        role === "districtOfficer" && !held.some((one) => one.role === role && one.district === district),
    );
    for (const { district } of added) {
      if (district !== undefined)
        await cards[how](staffId, { kind: OFFICIAL_CARD, subject: officialSubject(stage.id, district) });
    }
  }
}
