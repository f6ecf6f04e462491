import { expect, test } from "vitest";
import { withOwnersBodies } from "../../../../src/campaign/application/requirements/owners-bodies.ts";
import { clauseRows } from "../../../../src/campaign/application/requirements/rules.ts";
import type { RulingsInForce } from "../../../../src/campaign/definition/rulings-in-force.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";
import { facts } from "./support.ts";

const without: RulingsInForce = new Map([
  ["R17", { text: "物业管理委员会不计入", value: { counted: ["ownersCommittee", "selfManagementOrganization"] } }],
]);
const standsAs = (kind: string, rulings: RulingsInForce) =>
  clauseRows(withOwnersBodies(shaoxing, rulings), facts({ form: { ownersBodyKind: kind } })).find(
    ({ id }) => id === "2-2",
  )?.standing;

test("R17 takes a kind of owners' body out, and only that kind", () => {
  const kinds = ["ownersCommittee", "propertyManagementCommittee", "selfManagementOrganization", "none"];

  expect(kinds.map((kind) => standsAs(kind, new Map()))).toEqual(["met", "met", "met", "notMet"]);
  expect(kinds.map((kind) => standsAs(kind, without))).toEqual(["met", "notMet", "met", "notMet"]);
});
