import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import { nameFirst } from "../../../src/campaign/recommendation/reason-heads.ts";
import { withoutReasonLead } from "../../../src/campaign/recommendation/reason-turns.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import { talkIn } from "../../../src/platform/conversation/answers/talk.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["鹿山嘉园", "城南新村", "鹿山花园"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const fields = [
  field("c0", "鹿山嘉园要求不符合的理由"),
  field("c1", "城南新村要求不符合的理由"),
  field("c2", "鹿山花园的推荐理由"),
];
const form = { id: "recommendation", title: "", version: 1, fields };
const list: Asked = {
  candidates: names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } })),
  order: ["c0", "c1", "c2"],
  reasons: { form, state: begin(form) },
};
const at = (key: string): Asked => ({
  ...list,
  reasons: { form, state: { ...begin(form), at: key } },
});
const offers = (text: string, of = list) => besideReason(of, text)?.offers.map(({ label, typed }) => [label, typed]);

describe("what is said to the program is recorded as no reason", () => {
  test.each([
    "嗯好了刚才说到哪",
    "好了领导说可以",
    "嗯这个我说一下啊",
    "不是我说错了不撤回",
    "没事了你继续",
    "先这么写吧",
  ])("%j offers nothing to record", (text) => {
    const beside = besideReason(list, text);
    expect(beside).toBeDefined();
    expect(beside?.offers).toEqual([]);
  });

  test.each([
    ["刚改造完群众反映好你看行不行", "刚改造完群众反映好"],
    ["群众反映好，其余的我晚点再补", "群众反映好"],
    ["满意度高先这么写吧", "满意度高"],
  ])("%j offers %j", (text, reason) => {
    expect(offers(text)).toEqual([["只记正文", reason]]);
  });
});

describe("the reason of another case is not that of this one", () => {
  test.each([
    "城南新村要求不符合的理由：3-1台账已补\n鹿山花园的推荐理由：组织得力；另电话0575-82110011有误",
    "序号\t小区名称\t推荐理由\n1\t鹿山花园\t居民满意度高\n2\t城南新村\t组织得力（12月前整改到位）",
  ])("%j is not offered as one reason", (text) => {
    expect(offers(text)?.filter(([label]) => label === "作为理由") ?? []).toEqual([]);
  });

  test.each([
    ["嘉园新小区有特色，城南条件好", "c0"],
    ["花园新", "c1"],
    ["嘉园先不推", "c0"],
    ["城南：党员少，花园改第1", "c1"],
    ["第1个 理由 治理好 第2个 服务好", "c1"],
    ["3 1 2 嘉园有特色", "c0"],
  ])("%j is asked about, and not offered as it stands", (text, key) => {
    const found = besideReason(at(key), text);
    expect(found).toBeDefined();
    expect(found?.offers.map(({ typed }) => typed)).not.toContain(`内容：${text}`);
    expect(found?.offers.map(({ typed }) => typed).join()).not.toMatch(/：理由 |治理好 第2个/u);
  });

  test.each(["花园式小区，绿化好", "党员少，正在发展", "比鹿山花园基础好"])("%j is a reason", (text) => {
    expect(besideReason(at("c1"), text)).toBeUndefined();
  });
});

test.each(["你先放着", "我晚点补", "其他的先不填"])("%j is answered as talk", (text) => {
  expect(talkIn(text)).toBeDefined();
});

test.each(["不记录", "记录其余2项"])("%j is no talk about a reason: what waits is decided with it", (text) => {
  expect(besideReason(list, text)).toBeUndefined();
});

describe("a reason that begins with the label of another case is of that one", () => {
  const recorded = (typed: string) => {
    const text = nameFirst(typed, names);
    if (besideReason(list, text)) return "asked";
    const read = readLabelledReasons(form, fields[0], { typed: withoutReasonLead(text), names });
    return read?.kind === "given" ? read.reasons.map(({ question, text: own }) => [question.label, own]) : read?.kind;
  };
  test.each([
    ["城南新村要求不符合的理由：嗯党员少", "城南新村要求不符合的理由", "党员少"],
    ["嗯鹿山花园的理由就是满意度高", "鹿山花园的推荐理由", "满意度高"],
    ["鹿山花园的就写满意度高谢谢", "鹿山花园的推荐理由", "满意度高"],
    ["理由嗯鹿山花园的就是刚改造完群众反映好", "鹿山花园的推荐理由", "刚改造完群众反映好"],
  ])("%j", (typed, label, reason) => {
    expect(recorded(typed)).toEqual([[label, reason]]);
  });

  test.each(["鹿山花园改第1", "城南新村排最后", "鹿山花园满意度高", "鹿山花园的推荐理由：党员13905751111"])(
    "%j is asked about",
    (typed) => {
      expect(recorded(typed)).toBe("asked");
    },
  );

  test("what is left without the words to the program is offered under its label", () => {
    expect(offers("花园的理由是党建做得好就这样吧")).toEqual([["只记正文", "鹿山花园的推荐理由：党建做得好"]]);
  });
});

test.each([
  ["帮我写满意度高", "满意度高"],
  ["你就写满意度高", "满意度高"],
  ["就写字楼改造完成", "就写字楼改造完成"],
])("%j is recorded as %j", (typed, reason) => {
  expect(withoutReasonLead(typed)).toBe(reason);
});
