import { expect, test } from "vitest";
import { mayUse, scopeOf } from "../../../src/campaign/definition/capabilities.ts";
import { type Capability, capability, type Role, role } from "../../../src/campaign/definition/schema/roles.ts";
import { shaoxing } from "./support/shaoxing.ts";

const rolesThat = (wanted: Capability): Role[] => role.options.filter((id) => mayUse(shaoxing, id, wanted));

test.each<[Capability, Role[]]>([
  ["application.fill", ["districtOfficer"]],
  ["application.fillForDistrict", ["organizer"]],
  ["preliminaryReview.score", ["districtOfficer"]],
  ["verification.score", ["teamLead", "teamMember"]],
  ["verification.unlock", ["teamLead"]],
  ["ranking.see", ["organizer", "approver", "districtOfficer", "teamLead", "auditor"]],
  ["selection.approve", ["approver"]],
  ["publication.approve", ["approver"]],
  ["publication.publish", ["organizer"]],
  ["ruling.answer", ["approver"]],
  ["ruling.record", ["organizer"]],
  ["disqualification.lift", ["approver"]],
  ["broadcast.send", ["organizer"]],
  ["journal.see", ["auditor"]],
  ["system.configure", ["administrator"]],
  ["citation.see", [...role.options]],
])("%s is for %j", (wanted, roles) => {
  expect(rolesThat(wanted)).toEqual(roles);
});

test("an official sees the own district, the organizer all, the team what it is assigned", () => {
  const scopes = (["districtOfficer", "organizer", "teamMember"] as const).map((id) =>
    scopeOf(shaoxing, id, "application.see"),
  );

  expect(scopes).toEqual(["own", "all", "assigned"]);
});

test("an administrator sees no points", () => {
  const seen = (["preliminaryReview.see", "verification.see", "ranking.see", "export.make"] as const).filter((wanted) =>
    mayUse(shaoxing, "administrator", wanted),
  );

  expect(seen).toEqual([]);
});

test("there is somebody for everything", () => {
  expect(capability.options.filter((wanted) => rolesThat(wanted).length === 0)).toEqual([]);
});
