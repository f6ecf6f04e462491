import { expect, test } from "vitest";
import { consultationPhrases } from "../../../src/campaign/consultation/phrases.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test("a district reads of its requirements by the plan's annex", () => {
  const named = { caseName: "鉴湖雅苑", district: "柯桥区", department: "市综合行政执法局" };
  const view = consultationPhrases.toldDistrict(named, ["7-3", "8-1"], nounsOf(shaoxing));

  expect(JSON.stringify(view.body)).toContain("鉴湖雅苑的附件1第7-3、8-1项认定为不符合");
});
