import { describe, expect, test } from "vitest";
import { FAULT_MENU, type FaultKind, faultLabel } from "../../../page/faults/menu.ts";
import { CALL_TARGETS, describeFault, draftFor, FAULT_POINTS, ruleOf } from "../../../page/faults/rule.ts";
import { callLabel } from "../../../page/inspector/call-labels.ts";
import { faultActions, faultRuleSchema } from "../../../src/contract/fault-rule.ts";
import { FAULTS } from "../../../src/scenario/fault-labels.ts";
import { knownCalls, nameOfCall } from "../../support/known-calls.ts";
import { names } from "../inspector/entries.ts";

const kinds = FAULT_MENU.flatMap((group) => group.kinds);
const MESSAGES = "/v1.0/im/bot/messages/get";

function kind(action: string): FaultKind {
  const found = kinds.find((one) => one.action === action);
  if (found === undefined) throw new Error(`no fault ${action} in the menu`);
  return found;
}

describe("the menu", () => {
  test("offers every fault that the emulator can play, each once", () => {
    expect(kinds.map(({ action }) => action).sort()).toEqual([...faultActions, "status:503"].sort());
  });

  test("orders nothing that the emulator would refuse", () => {
    const rules = kinds.flatMap((one) =>
      FAULT_POINTS.filter((place) => one.places[place] !== undefined).map((place) =>
        ruleOf(one, { ...draftFor(one), place }),
      ),
    );

    expect(rules.filter((rule) => !faultRuleSchema.safeParse(rule).success)).toEqual([]);
  });

  test("calls every fault by a name of its own, the one that scenarios call it by", () => {
    const labels = kinds.map(({ action }) => faultLabel(action));

    expect(new Set(labels).size).toBe(kinds.length);
    expect(labels.filter((label) => /[a-z]/i.test(label))).toEqual([]);
    for (const [name, { action }] of Object.entries(FAULTS)) expect(faultLabel(action)).toBe(name);
  });

  test("aims at calls by the names they have in the traffic, and calls them as the inspector does", () => {
    const known = knownCalls().map(nameOfCall);
    const aims = Object.entries(CALL_TARGETS).filter(([target]) => !target.endsWith("*"));

    expect(aims.map(([target]) => target).filter((target) => !known.includes(target))).toEqual([]);
    expect(aims.map(([, label]) => label)).toEqual(aims.map(([target]) => callLabel(target)));
  });

  test("says of each what happens and what the bot is to do, as sentences", () => {
    const sentences = kinds.flatMap(({ places }) => Object.values(places).flatMap(({ does, bot }) => [does, bot]));

    expect(sentences.filter((sentence) => !/^[^。]+。$/.test(sentence))).toEqual([]);
  });
});

describe("an order", () => {
  test("for now matches nothing, so that it strikes every stream at once", () => {
    expect(ruleOf(kind("cut"), draftFor(kind("cut")))).toEqual({ match: {}, action: "cut" });
  });

  test("strikes the next push of all, unless said otherwise", () => {
    expect(ruleOf(kind("drop"), draftFor(kind("drop")))).toEqual({
      match: { topic: "*", direction: "toBot" },
      action: "drop",
      times: 1,
    });
  });

  test("names person, number, probability and length as chosen", () => {
    const draft = {
      ...draftFor(kind("delay")),
      target: MESSAGES,
      userId: "keqiao-1",
      times: 3,
      probability: 50,
      ms: 0,
    };

    expect(ruleOf(kind("delay"), draft)).toEqual({
      match: { topic: MESSAGES, direction: "toBot", userId: "keqiao-1" },
      action: "delay",
      times: 3,
      probability: 0.5,
      ms: 0,
    });
  });

  test("for ever names no number", () => {
    const draft = { ...draftFor(kind("throttle")), times: 0 };

    expect(ruleOf(kind("throttle"), draft)).toEqual({ match: { api: "*", direction: "fromBot" }, action: "throttle" });
  });

  test("of a lost acknowledgement goes the bot's way and strikes no call", () => {
    expect(ruleOf(kind("loseReply"), draftFor(kind("loseReply"))).match).toEqual({ topic: "*", direction: "fromBot" });
  });
});

describe("a rule in force reads as", () => {
  test("where it strikes, whom, how often yet, how likely and how long", () => {
    const rule = { match: { topic: MESSAGES, userId: "keqiao-1" }, action: "delay", probability: 0.25, ms: 300 };

    expect(describeFault({ rule, left: 2 }, names)).toEqual({
      label: "延迟",
      detail: "机器人消息 · 柯桥区经办人1 · 剩2次 · 概率25% · 300毫秒",
    });
  });

  test("what nobody has named, as it is", () => {
    const rule = { match: { api: "/v1.0/robot/*" }, action: "status:502" };

    expect(describeFault({ rule, left: null }, names)).toEqual({
      label: "接口异常 502",
      detail: "/v1.0/robot/* · 一直",
    });
    expect(faultLabel("earthquake")).toBe("earthquake");
  });
});
