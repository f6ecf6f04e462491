import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { deliverableFor, formFor, publicationFor, rowFor } from "../../../src/campaign/definition/purposes.ts";
import { shaoxing } from "./support/shaoxing.ts";

// Where a thing comes from: a line of the plan, a ruling, or us. What is ours only advises.

test("sentences on cards are ours, whatever lines they cite", () => {
  const { stages } = parse(readFileSync("campaigns/shaoxing-2023/phrases.yaml", "utf8"));
  const marks = Object.values(stages as { group: object; districtOfficer: object }[]).flatMap((stage) =>
    Object.values(stage).flatMap((part) => (typeof part === "object" && part && "mark" in part ? [part.mark] : [])),
  );

  expect(new Set(marks)).toEqual(new Set(["ours"]));
  expect(marks.length).toBe(2 * shaoxing.campaign.stages.length);
});

test("what 附件3 does not ask is ours, and is not required", () => {
  const fields = formFor(shaoxing, "application")?.fields ?? [];
  const ours = [
    "projectName",
    "propertyServiceEnterprise",
    "subdistrict",
    "neighborhood",
    "rateKind",
    "rate",
    "rateAsOf",
  ];

  expect(
    fields.filter(({ key }) => ours.includes(key)).map(({ key, mark, required }) => [key, mark, required]),
  ).toEqual(ours.map((key) => [key, "ours", false]));
  expect(fields.find(({ purpose }) => purpose === "disqualification")?.mark).toBe("ruling");
});

test("the city's offices cite the lines that name them", () => {
  expect(shaoxing.campaign.city.line).toEqual(expect.arrayContaining([16, 17, 299, 300]));
});

test("近1年 of the penalty and of 为民办实事 hang on rulings of their own", () => {
  const byId = new Map(shaoxing.datePhrases.amounts.map((one) => [one.id, one]));

  expect(byId.get("within-one-year")).toMatchObject({ line: [29], rulings: ["R23"] });
  expect(byId.get("service-within-one-year")).toMatchObject({ line: [33], rulings: ["R34"] });
});

test("satisfaction or complaints: either side counts, in 附件1 and in the rubric", () => {
  const clauses = shaoxing.requirements.requirements.flatMap((one) => one.clauses);
  const either = ["first-5-percent", "last-5-percent"];

  expect(clauses.find(({ id }) => id === "10-2")?.threshold).toEqual(either);
  expect(rowFor(shaoxing.rubric, "satisfaction")?.threshold).toEqual(either);
  expect(clauses.find(({ id }) => id === "7-3")).toMatchObject({ criteria: ["4-4"], seenInPart: true });
});

test("what precedes or follows another act is due with it, not by a day of ours", () => {
  const team = deliverableFor(shaoxing, "team");

  expect(deliverableFor(shaoxing, "provinceList")?.due).toEqual({ kind: "with", deliverable: "publication" });
  expect(team?.due).toMatchObject({ kind: "proposed", on: "09-21" });
  expect(publicationFor(shaoxing, "publication")?.to?.mark).toBe("ours");
  expect(publicationFor(shaoxing, "provinceList")?.to?.mark).toBe("plan");
});
