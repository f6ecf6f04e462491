import { stageById } from "../deadlines.ts";
import type { CardFace, Feature } from "../feature.ts";
import { GROUP_CARD, OFFICIAL_CARD, stageOpenings } from "./opening.ts";
import { stageView } from "./views.ts";

const groupFace: CardFace = {
  kind: GROUP_CARD,
  draw: async ({ campaign, now }, { subject }) =>
    stageView(campaign, stageById(campaign.definition, subject), { audience: { kind: "group" }, now }),
};

const officialFace: CardFace = {
  kind: OFFICIAL_CARD,
  async draw({ campaign, now }, { subject }) {
    const [stage = "", district = ""] = subject.split("/");
    const audience = { kind: "districtOfficer", district } as const;
    return stageView(campaign, stageById(campaign.definition, stage), { audience, now });
  },
};

export const stageFeature: Feature = { faces: [groupFace, officialFace], dueKinds: [stageOpenings] };
