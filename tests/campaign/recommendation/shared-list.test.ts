import { describe, expect, test } from "vitest";
import { recommendationPhrases } from "../../../src/campaign/recommendation/phrases.ts";
import { hasLeft, standingLines, unseenOn, valuesOf } from "../../../src/campaign/recommendation/shared-list.ts";
import { withChanges, withLook, withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { applied } from "../application/support/application.ts";
import { shaoxingPeople } from "../definition/support/shaoxing.ts";

const candidates = ["鉴湖新村", "柯岩人家"].map((name) => ({ application: applied(name, { district: "keqiao" }) }));
const ids = candidates.map(({ application }) => application.id);
const FIRST = { order: "1.鉴湖新村，2.柯岩人家" };
const me = staffId("keqiao-1");

const list = (work = workIn({}), order: readonly string[] = ids) => ({
  ...{ candidates, order, none: false, reasons: undefined },
  ...{ work, viewer: me },
});
const context = { people: shaoxingPeople } as unknown as Parameters<typeof standingLines>[0];

describe("what people enter on a list of recommendations", () => {
  test.each([
    ["an order", list(), FIRST],
    ["无推荐", { ...list(undefined, []), none: true }, { order: "无推荐" }],
    ["nothing", list(undefined, []), {}],
  ])("%s", (_, entered, values) => {
    expect(valuesOf(entered)).toEqual(values);
  });

  test("is told to the other until that person has gone on, as what it was and what it is", () => {
    const ordered = withChanges(workIn({}), "keqiao-2", { before: {}, after: FIRST });
    const seen = withLook(ordered, me);

    expect(unseenOn(list(ordered)).map(({ key }) => key)).toEqual(["order"]);
    expect(standingLines(context, list(seen)).at(-1)).toContain("填写了“推荐次序”：1.鉴湖新村，2.柯岩人家");
    expect(unseenOn(list(seen))).toEqual([]);
    expect(standingLines(context, list(withLook(seen, me)))).toEqual([]);
  });

  test("of one's own is not told to oneself", () => {
    const own = withChanges(workIn({}), me, { before: {}, after: FIRST });

    expect(standingLines(context, list(own))).toEqual([]);
  });

  test("that could not be saved is named with what is wrong", () => {
    const refused = [{ key: "order", label: "推荐次序", sentence: "没有序号3（共2个），次序未保存。", typed: "1-3" }];
    const work = withShare(workIn({}), me, { refused, step: "left" });

    expect(standingLines(context, list(work))).toEqual([
      recommendationPhrases.refused("推荐次序", "没有序号3（共2个），次序未保存。"),
    ]);
    expect(hasLeft(list(work))).toBe(true);
    expect(hasLeft(list())).toBe(false);
  });
});
