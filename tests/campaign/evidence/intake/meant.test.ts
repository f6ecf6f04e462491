import { expect, test } from "vitest";
import type { Burst } from "../../../../src/campaign/evidence/intake/burst.ts";
import { burstsMeant, type Spoken } from "../../../../src/campaign/evidence/intake/meant.ts";

const asking = (caseId: string | null): Pick<Burst, "state" | "caseId"> => ({ state: "asking", caseId });
const moving = (caseId: string): Pick<Burst, "state" | "caseId"> => ({ state: "moving", caseId });
const spoken = (said: Partial<Spoken> = {}): Spoken => ({
  caseId: undefined,
  all: false,
  reviewed: undefined,
  ...said,
});

test("a row answers the only question about files, also for another case that is named with it", () => {
  const only = [asking("garden")];
  for (const said of [spoken(), spoken({ caseId: "garden" }), spoken({ caseId: "river" })])
    expect(burstsMeant(only, said)).toEqual({ these: only });
});

test("of files sent at different times it is asked which are meant", () => {
  const three = [asking(null), asking(null), asking("river")];
  expect(burstsMeant(three, spoken())).toEqual({ which: three });
  expect(burstsMeant(three, spoken({ caseId: "garden" }))).toEqual({ which: three });
});

test("files of the case that is named are meant, or all where that is said", () => {
  const two = [asking("garden"), asking("river")];
  expect(burstsMeant(two, spoken({ caseId: "river" }))).toEqual({ these: [asking("river")] });
  expect(burstsMeant(two, spoken({ all: true }))).toEqual({ these: two });
});

test("a row said in the 初评 of another case is for its points", () => {
  for (const one of [asking("garden"), asking(null)])
    expect(burstsMeant([one], spoken({ reviewed: "brocade" }))).toBeUndefined();
  expect(burstsMeant([asking("garden")], spoken({ reviewed: "garden" }))).toEqual({ these: [asking("garden")] });
  expect(burstsMeant([asking("garden")], spoken({ reviewed: "brocade", caseId: "garden" }))).toEqual({
    these: [asking("garden")],
  });
});

test("改放, which was said last, is what the row answers", () => {
  expect(burstsMeant([asking("garden"), moving("river")], spoken())).toEqual({ these: [moving("river")] });
});
