import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { households } from "../definition/support/campaigns.ts";

const [first, second, third] = households.campaign.districts;
if (!first || !second || !third) throw new Error("the example has three villages");

/** 上阳村 and 下阳村 recommend to 石桥村, as if it were above them. */
export const twoLevels: Definition = {
  ...households,
  campaign: {
    ...households.campaign,
    districts: [{ ...first, within: third.id }, { ...second, within: third.id }, third],
  },
};

/** 下阳村 was merged on 12月1日, 石桥村 counts from then on. */
export const merged: Definition = {
  ...households,
  campaign: {
    ...households.campaign,
    districts: [first, { ...second, until: "11-30" }, { ...third, from: "12-01" }],
  },
};
