import { describe, expect, test } from "vitest";
import { z } from "zod";
import { acceptanceEnded, campaignClosed } from "../../../src/campaign/engine/acceptance.ts";
import type { Context, PersonContext } from "../../../src/campaign/engine/context.ts";
import {
  copiesOver,
  countingCopy,
  forgetCopies,
  givenCopies,
  keepDropped,
  takeActions,
} from "../../../src/campaign/engine/given-copy.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

interface Kept {
  kind: string;
  subject: string;
  body: unknown;
  state: "open" | "dropped";
}

/** Drafts of one campaign. */
function campaignOf(): { kept: Kept[]; context: PersonContext } {
  const kept: Kept[] = [];
  const drafts = {
    start: async (draft: Omit<Kept, "state">) => void kept.push({ ...draft, state: "open" }),
    unfinished: async ({ kind, subject }: Partial<Kept>) =>
      kept.filter((one) => one.state === "open" && one.kind === kind && (subject ?? one.subject) === one.subject),
    save: async (draft: Kept, change: Partial<Kept>) => Object.assign(draft, change),
  };
  return { kept, context: { drafts, person: { staffId: "keqiao-1" } } as unknown as PersonContext };
}

const copies = givenCopies("some.given", z.object({ caseId: z.string() }));

describe("what a workbook said when it was given out", () => {
  test("is known by its 校验号, in its own campaign only, and kept once", async () => {
    const { kept, context } = campaignOf();
    for (const caseId of ["first", "second"]) await copies.keep(context, "4081722612", { caseId });
    expect(await copies.withNumber(context, "4081722612")).toEqual({ caseId: "first" });
    expect(kept).toHaveLength(1);
    expect(await copies.withNumber(campaignOf().context, "4081722612")).toBeUndefined();
  });

  test("and what a dropped one says is kept until 公布 or the end of the campaign, then forgotten", async () => {
    const { kept, context } = campaignOf();
    await copies.keep(context, "4081722612", { caseId: "a" });
    await keepDropped(context, "some.dropped", { text: "first" });
    await keepDropped(context, "some.dropped", { text: "later" });
    expect(kept.filter(({ state }) => state === "open").map(({ body }) => body)).toEqual([
      { caseId: "a" },
      { text: "later" },
    ]);

    const listeners = forgetCopies("some.given", "some.dropped");
    expect(listeners.map(({ event }) => event)).toEqual([acceptanceEnded.name, campaignClosed.name]);
    await listeners[0]?.handle(context, {});
    expect(kept.map(({ state, body }) => [state, body])).toEqual(Array(3).fill(["dropped", {}]));
    expect(await copies.withNumber(context, "4081722612")).toBeUndefined();
  });
});

test("after 公布 a copy that comes back is not read, and that is said instead of that it is unknown", async () => {
  const after = (isOver: boolean) =>
    ({ campaign: { definition: shaoxing }, contributions: async () => (isOver ? [true] : []) }) as unknown as Context;
  expect((await copiesOver(after(true), "初评表.xlsx"))?.body).toEqual([
    { kind: "text", text: "市级名单已公布，《初评表.xlsx》不再读入，原有内容未作改动。" },
  ]);
  expect(await copiesOver(after(false), "初评表.xlsx")).toBeUndefined();
});

describe("which copy counts", () => {
  test.each([
    ["以文件为准", [1, 2, 3]],
    ["以现有为准", []],
    ["2以文件为准，其余以现有为准", [2]],
    ["1、3以现有为准，其余以文件为准", [2]],
  ])("%s: %j", (typed, numbers) => {
    expect([...countingCopy("采用初评表", typed, 3)]).toEqual(numbers);
  });

  test.each([
    ["", "尚未写入：第1、2、3项还没有确定以哪一个为准。"],
    ["2以文件为准", "尚未写入：第1、3项还没有确定以哪一个为准。"],
    ["9以文件为准", "尚未写入：未能识别「9以文件为准」。"],
  ])("%s is asked again", (typed, sentence) => {
    expect(countingCopy("采用初评表", typed, 3)).toContain(sentence);
  });

  test("where nobody else changed anything, it is taken as it is", () => {
    expect(takeActions("take", "采用初评表", false).map(({ label, typed }) => [label, typed])).toEqual([
      ["采用", "采用初评表"],
    ]);
    expect(takeActions("take", "采用初评表", true).map(({ label, typed }) => [label, typed])).toEqual([
      ["以文件为准", "采用初评表 以文件为准"],
      ["以现有为准", "采用初评表 以现有为准"],
    ]);
    expect([...countingCopy("采用初评表", "", 0)]).toEqual([]);
  });
});
