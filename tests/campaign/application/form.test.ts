import { expect, test } from "vitest";
import { applicationForm, askedForm } from "../../../src/campaign/application/form.ts";
import { fieldFor } from "../../../src/campaign/definition/purposes.ts";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const statementUnder = (rulings: RulingsInForce) => {
  const statement = fieldFor(applicationForm({ campaign, rulings }), "statement");
  return { overflow: statement?.overflow, help: statement?.help };
};

test("R24 without an attached page ends the text at its limit, and no hint offers one", () => {
  const forbidden: RulingsInForce = new Map([["R24", { text: "不可以", value: { overflow: false } }]]);

  expect(statementUnder(new Map())).toEqual({
    overflow: true,
    help: "内容不超过800字。可直接发送文字。超出部分可另附页。",
  });
  expect(statementUnder(forbidden)).toEqual({ overflow: false, help: "内容不超过800字。可直接发送文字。" });
});

test.each<[string | undefined, string[]]>([
  [undefined, ["业委会主任", "业委会主任电话"]],
  ["ownersCommittee", ["业委会主任", "业委会主任电话"]],
  ["propertyManagementCommittee", ["物管会主任", "物管会主任电话"]],
  ["selfManagementOrganization", ["自管组织负责人", "自管组织负责人电话"]],
  ["none", []],
])("with %s as the owners' body cards and questions ask for %j", (ownersBodyKind, labels) => {
  const answers = ownersBodyKind === undefined ? {} : { ownersBodyKind };
  const asked = askedForm({ campaign, rulings: new Map() }, { answers });

  expect(asked.fields.filter(({ key }) => key.startsWith("ownersCommitteeChair")).map(({ label }) => label)).toEqual(
    labels,
  );
});
