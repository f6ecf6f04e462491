import { describe, expect, test } from "vitest";
import { helpWords, isOffered } from "../../../src/campaign/engine/command-listing.ts";
import { isReading } from "../../../src/campaign/engine/require-open.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const help = { example: "", purpose: "" };
const campaigns = [shaoxing, households, beijing];
const offeredIn = (command: Parameters<typeof isOffered>[1]) => campaigns.map((one) => isOffered(one, command));

describe("a command is offered", () => {
  test("everywhere, where it names no step", () => {
    expect(offeredIn({ help })).toEqual([true, true, true]);
  });

  test("where a stage has its step, or one of them", () => {
    expect(offeredIn({ help: { ...help, step: "report" } })).toEqual([true, false, false]);
    expect(offeredIn({ help: { ...help, step: "ranking" } })).toEqual([true, true, false]);
    expect(offeredIn({ help: { ...help, step: ["report", "publication"] } })).toEqual([true, true, true]);
  });

  test("by its own step before that of its help", () => {
    expect(offeredIn({ step: [], help: { ...help, step: "report" } })).toEqual([true, true, true]);
    expect(offeredIn({ step: "verification" })).toEqual([true, false, false]);
  });

  test("only where the definition has what it asks for besides", () => {
    expect(offeredIn({ step: "ranking", offeredWhen: ({ rubric }) => rubric.passMark !== undefined })).toEqual(
      campaigns.map(({ rubric }, at) => at < 2 && rubric.passMark !== undefined),
    );
  });
});

test("words of 帮助 may be those of the campaign", () => {
  expect(helpWords("进度", shaoxing)).toBe("进度");
  expect(helpWords(({ campaign }) => campaign.words.plan, households)).toBe("通知");
});

test("a closed campaign is looked at, not worked in", () => {
  expect(isReading({ effect: "read", capability: "progress.see" })).toBe(true);
  expect(isReading({ effect: "read", capability: "export.make" })).toBe(true);
  expect(isReading({ effect: "read", capability: "application.fill" })).toBe(false);
  expect(isReading({ effect: "write", capability: "ranking.see" })).toBe(false);
});
