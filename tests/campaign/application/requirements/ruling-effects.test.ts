import { expect, test } from "vitest";
import { clauseRows } from "../../../../src/campaign/application/requirements/rules.ts";
import { changedClauses } from "../../../../src/campaign/application/requirements/ruling-effects.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";
import { facts } from "./support.ts";

test("a clause that would stand otherwise is named with both; the others are not", () => {
  const before = clauseRows(shaoxing, facts({ answers: { clauses: { "1-1": "met", "1-2": "met" }, figures: {} } }));
  const after = clauseRows(shaoxing, facts({ answers: { clauses: { "1-1": "met", "1-2": "notMet" }, figures: {} } }));

  expect(changedClauses(before, after)).toEqual([{ id: "1-2", from: "met", to: "notMet" }]);
  expect(changedClauses(before, before)).toEqual([]);
});
