import { stageById } from "../definition/deadlines.ts";
import type { CardFace, Feature, Turn } from "../engine/feature.ts";
import type { DistrictPart, OnStageOpening } from "./district-part.ts";
import { districtsWith, type HandedIn } from "./handed-in.ts";
import { GROUP_CARD, OFFICIAL_CARD, stageOpenings } from "./opening.ts";
import { owedInStage } from "./rules.ts";
import { stageView } from "./views.ts";

/** What later parts of the campaign bring to the stages' cards. */
export interface StageDeps {
  handedIn: readonly HandedIn[];
  districtParts: readonly DistrictPart[];
  onOpening: readonly OnStageOpening[];
}

export const stageFeature = (deps: StageDeps): Feature => ({
  faces: [groupFace, officialFace(deps)],
  dueKinds: [stageOpenings(deps.onOpening)],
});

const groupFace: CardFace = {
  kind: GROUP_CARD,
  draw: async (turn, { subject }) =>
    stageView(turn, stageById(turn.campaign.definition, subject), { audience: { kind: "group" } }),
};

const officialFace = ({ handedIn, districtParts }: StageDeps): CardFace => ({
  kind: OFFICIAL_CARD,
  async draw(turn, { subject }) {
    const [id = "", district = ""] = subject.split("/");
    const stage = stageById(turn.campaign.definition, id);
    const parts = await Promise.all(districtParts.map((part) => part.draw(turn, { stage: id, district })));
    const form = parts.find((part) => part.form)?.form;
    const received = await receivedFrom(turn, { stage: id, district }, handedIn);
    const audience = { kind: "districtOfficer", district } as const;
    return stageView(turn, stage, {
      audience,
      received,
      actions: parts.flatMap(({ actions }) => actions),
      ...(form ? { form } : {}),
    });
  },
});

/** The deliverables this district has handed in, of those the stage's card speaks of. */
async function receivedFrom(
  { tx, campaign, now, rulings }: Turn,
  { stage, district }: { stage: string; district: string },
  sources: readonly HandedIn[],
): Promise<ReadonlySet<string>> {
  const owed = owedInStage(campaign, stageById(campaign.definition, stage), { now, rulings });
  const found = await Promise.all(
    owed.map(async ({ deliverable: { id } }) => {
      const districts = await districtsWith(tx, { campaignId: campaign.id, deliverable: id }, sources);
      return districts.has(district) ? [id] : [];
    }),
  );
  return new Set(found.flat());
}
