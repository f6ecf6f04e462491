import { describe, expect, test } from "vitest";
import {
  CASE_STEPS,
  type CaseStep,
  CHANGES,
  type Change,
  CONSEQUENCES,
  consequenceOf,
  HELD,
  HOLDS,
  isMendedBy,
} from "../../../src/campaign/application/consequences.ts";

const district = "districtOfficer";
const city = "organizer";
const leader = "approver";

/** Change, step, told, blocked, undone by, until. */
const TABLE: readonly (readonly [Change, CaseStep, string, string, string, string])[] = [
  ["withdrawn", "submitted", "", "", district, "stageEnd"],
  ["withdrawn", "finalized", "", "", district, "stageEnd"],
  ["withdrawn", "recommended", city, "", district, "stageEnd"],
  ["withdrawn", "proposed", `${city} ${leader}`, "approval", district, "stageEnd"],
  ["withdrawn", "approved", `${city} ${leader}`, "publication", district, "stageEnd"],
  ["withdrawn", "published", `${city} ${leader}`, "", district, "stageEnd"],
  ["corrected", "submitted", "", "", district, "publication"],
  ["corrected", "finalized", "", "", district, "publication"],
  ["corrected", "recommended", city, "", district, "publication"],
  ["corrected", "proposed", `${city} ${leader}`, "approval", district, "publication"],
  ["corrected", "approved", `${city} ${leader}`, "publication", district, "publication"],
  ["corrected", "published", "", "change", "nobody", "never"],
  ["excluded", "submitted", `${district} ${city}`, "", leader, "publication"],
  ["excluded", "finalized", `${district} ${city}`, "", leader, "publication"],
  ["excluded", "recommended", `${district} ${city}`, "", leader, "publication"],
  ["excluded", "proposed", `${district} ${city} ${leader}`, "approval", leader, "publication"],
  ["excluded", "approved", `${district} ${city} ${leader}`, "publication", leader, "publication"],
  ["excluded", "published", `${district} ${city} ${leader}`, "", leader, "closing"],
  ["listWithdrawn", "submitted", "", "", "nobody", "never"],
  ["listWithdrawn", "finalized", "", "", "nobody", "never"],
  ["listWithdrawn", "recommended", city, "", district, "publication"],
  ["listWithdrawn", "proposed", `${city} ${leader}`, "approval", district, "publication"],
  ["listWithdrawn", "approved", `${city} ${leader}`, "publication", district, "publication"],
  ["listWithdrawn", "published", "", "change", "nobody", "never"],
  ["listTakenBack", "submitted", "", "", "nobody", "never"],
  ["listTakenBack", "finalized", "", "", "nobody", "never"],
  ["listTakenBack", "recommended", city, "", district, "publication"],
  ["listTakenBack", "proposed", `${city} ${leader}`, "approval", district, "publication"],
  ["listTakenBack", "approved", `${city} ${leader}`, "publication", district, "publication"],
  ["listTakenBack", "published", "", "change", "nobody", "never"],
  ["listReported", "submitted", "", "", "nobody", "never"],
  ["listReported", "finalized", "", "", "nobody", "never"],
  ["listReported", "recommended", "", "", district, "publication"],
  ["listReported", "proposed", `${city} ${leader}`, "approval", district, "publication"],
  ["listReported", "approved", `${city} ${leader}`, "publication", district, "publication"],
  ["listReported", "published", "", "change", "nobody", "never"],
  ["listReplaced", "submitted", "", "", "nobody", "never"],
  ["listReplaced", "finalized", "", "", "nobody", "never"],
  ["listReplaced", "recommended", city, "", district, "publication"],
  ["listReplaced", "proposed", `${city} ${leader}`, "approval", district, "publication"],
  ["listReplaced", "approved", `${city} ${leader}`, "publication", district, "publication"],
  ["listReplaced", "published", "", "change", "nobody", "never"],
  ["returned", "submitted", "", "change", "nobody", "never"],
  ["returned", "finalized", "", "change", "nobody", "never"],
  ["returned", "recommended", `${district} ${city}`, "", city, "publication"],
  ["returned", "proposed", `${district} ${city} ${leader}`, "", city, "publication"],
  ["returned", "approved", `${district} ${city} ${leader}`, "", city, "publication"],
  ["returned", "published", "", "change", "nobody", "never"],
];

describe("撤回, correction, exclusion, withdrawal and reporting of a list, at every step", () => {
  test("the table names each once", () => {
    const named = TABLE.map(([change, step]) => `${change} ${step}`);

    expect(named).toEqual(CHANGES.flatMap((change) => CASE_STEPS.map((step) => `${change} ${step}`)));
    expect(
      Object.entries(CONSEQUENCES).flatMap(([change, steps]) => Object.keys(steps).map((step) => `${change} ${step}`)),
    ).toEqual(named);
  });

  test.each(TABLE)("%s, %s: told %j, blocked %j, undone by %s until %s", (change, step, told, blocked, by, until) => {
    const consequence = consequenceOf(change, step);

    expect({
      told: consequence.told.join(" "),
      blocked: consequence.blocked.join(" "),
      undo: consequence.undo,
    }).toEqual({
      told,
      blocked,
      undo: { by, until },
    });
  });

  test("what blocks a decision is mended by a new approval, and after 公布 only a correction mends anything", () => {
    for (const change of CHANGES) {
      for (const step of CASE_STEPS) {
        const { blocked, mend } = consequenceOf(change, step);
        const decided = step === "published" ? "correction" : "nothing";
        expect(mend).toBe(blocked.includes("approval") || blocked.includes("publication") ? "reapproval" : decided);
      }
    }
    expect(CASE_STEPS.filter((step) => isMendedBy("correction", step))).toEqual(["published"]);
    expect(CASE_STEPS.filter((step) => isMendedBy("reapproval", step))).toEqual(["proposed", "approved"]);
  });

  test("what the city works with holds the list it is on, and no case alone", () => {
    const held = CHANGES.flatMap((change) => (HELD[change].length > 0 ? [`${change}: ${HELD[change].join(" ")}`] : []));

    expect(HOLDS).toEqual(["returned", "visited", "scored"]);
    expect(held).toEqual(["listWithdrawn: returned visited scored", "listReplaced: returned visited scored"]);
  });

  test("from 报批 on the leader who decides is told of every change that is taken", () => {
    for (const change of CHANGES) {
      for (const step of ["proposed", "approved", "published"] as const) {
        const { told, blocked } = consequenceOf(change, step);
        expect(told.includes("approver")).toBe(!blocked.includes("change"));
      }
    }
  });
});
