import { describe, expect, test } from "vitest";
import { plainText } from "../../../src/campaign/application/reason-gate.ts";
import { explanationIn } from "../../../src/campaign/correction/explain.ts";
import type { PersonContext } from "../../../src/campaign/engine/context.ts";
import { plainFacts, plainReason } from "../../../src/campaign/evaluation-team/recusal/plain-texts.ts";
import { factsIn } from "../../../src/campaign/evaluation-team/recusal/raise.ts";
import { plainContent, plainDecision, plainFindings, plainReply } from "../../../src/campaign/objection/plain-texts.ts";
import { readDecision, readObjection, takeNumber, takeWay } from "../../../src/campaign/objection/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { RefusalError } from "../../../src/shared/refusal-error.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const context = { campaign: { definition: shaoxing }, commands: [] } as unknown as PersonContext;
const said = { what: "补正说明", asIs: (text: string) => `补正说明 锦绣花园 2 ${text}` };

/** The text as it is recorded, or what is on the button instead; undefined: neither. */
function readOf(text: string): { recorded: string } | { offered: string | undefined } {
  try {
    return { recorded: plainText(context, text, said) };
  } catch (error) {
    if (error instanceof RefusalError) return { offered: error.asks?.typed[0] };
    throw error;
  }
}

describe("an order behind a text is none of it", () => {
  test.each([
    "经核对无误，先报了",
    "经核对无误，提交吧",
    "经核对无误提交吧",
    "经核对无误，算了",
    "经核对无误 算了先报",
    "经核对无误，就这么报吧",
    "经核对无误，先登记",
    "经核对无误，就这样登记吧",
    "经核对无误，那就提交",
    "经核对无误，记上吧",
    "经核对无误，请登记一下",
    "经核对无误，就先这样",
    "经核对无误上报吧",
  ])("%s", (text) => {
    expect(readOf(text)).toEqual({ offered: said.asIs("内容：经核对无误") });
  });

  test.each(["先报了", "好的", "提交吧"])("%s alone offers nothing", (text) => {
    expect(readOf(text)).toEqual({ offered: undefined });
  });
});

test.each([
  "经核对无误",
  "原件即如此",
  "材料已由社区统一上报",
  "维修资金尚未结算了",
  "已报送街道，街道尚未登记",
  "街道要求先报社区备案",
  "材料由物业统一提交",
  "门禁已修好，居民已登记",
  "居民要求物业公司退回停车费",
  "投诉后物业仍未退费",
])("%s is recorded at once", (text) => {
  expect(readOf(text)).toEqual({ recorded: text });
});

test("内容：… is recorded as it stands", () => {
  expect(readOf("内容：经核对无误，先报了")).toEqual({ recorded: "经核对无误，先报了" });
});

/** What `read` records, or what is on the button instead. */
function given(read: () => string): string | { typed: string | undefined } {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusalError) return { typed: error.asks?.typed[0] };
    throw error;
  }
}

const DAY = civilDate("2023-10-13");
/** Each text that stands behind a command, and how it is read from what is typed behind the command's word. */
const TEXTS = [
  {
    word: "登记异议",
    typed: (text: string) => `来信 稽山花园：${text}；反映人：王某；收到：10月10日`,
    read: (typed: string) => plainContent(context, readObjection(typed)),
  },
  {
    word: "异议核查",
    typed: (text: string) => `3 ${text}`,
    read: (typed: string) => {
      const { number, rest } = takeNumber(typed);
      return plainFindings(context, number, rest);
    },
  },
  {
    word: "异议决定",
    typed: (text: string) => `3 成立 撤下 ${text}`,
    read: (typed: string) => {
      const { number, rest } = takeNumber(typed);
      return plainDecision(context, number, readDecision(rest));
    },
  },
  {
    word: "答复异议",
    typed: (text: string) => `3 10月13日 电话 ${text}`,
    read: (typed: string) => {
      const { number, rest } = takeNumber(typed);
      return plainReply(context, number, { on: DAY, ...textOf(rest.replace("10月13日", "")) });
    },
  },
  {
    word: "回避",
    typed: (text: string) => `翠苑三区 张三 ${text}`,
    read: (typed: string) =>
      plainFacts(context, {
        name: "翠苑三区",
        member: "张三",
        facts: factsIn(typed.replace("翠苑三区 张三", ""), "翠苑三区"),
      }),
  },
  {
    word: "同意回避",
    typed: (text: string) => `翠苑三区 张三 ${text}`,
    read: (typed: string) =>
      plainReason(context, "同意回避", {
        name: "翠苑三区",
        member: "张三",
        reason: typed.replace("翠苑三区 张三 ", ""),
      }),
  },
  {
    word: "补正说明",
    typed: (text: string) => `锦绣花园 2 ${text}`,
    read: (typed: string) => plainText(context, explanationIn(typed)?.text ?? "", said),
  },
];
const textOf = (rest: string) => {
  const { way, rest: text } = takeWay(rest);
  return { way, text };
};

describe.each(TEXTS)("$word", ({ word, typed, read }) => {
  test.each(["，先报了", "，提交吧", " 算了", "，就先这样"])(
    "%j behind the text is cut off on the button, which works",
    (order) => {
      const offered = given(() => read(typed(`物业收费不公开${order}`)));
      expect(offered).toEqual({ typed: `${word} ${typed("内容：物业收费不公开")}` });
      const again = typeof offered === "string" ? offered : (offered.typed ?? "");
      expect(given(() => read(again.slice(word.length + 1)))).toBe("物业收费不公开");
    },
  );

  test("a text of its own is recorded at once", () => {
    expect(given(() => read(typed("3-5评分偏高，电话0575-85082235无人接听，锦绣江南也未公示")))).toBe(
      "3-5评分偏高，电话0575-85082235无人接听，锦绣江南也未公示",
    );
  });
});

test.each([
  "我找物业多次无果，业委会也不管",
  "我家住在该小区",
  "我接过该公司的项目",
  "我先生在该公司任职",
  "我去物业反映多次",
])("what is told in the first person is recorded at once: %s", (text) => {
  expect(given(() => plainFacts(context, { name: "翠苑三区", member: undefined, facts: text }))).toBe(text);
  expect(given(() => plainContent(context, readObjection(`来电 翠苑三区：${text}`)))).toBe(text);
});

test.each(["您反映的问题已整改，感谢您", "已说明，反映人表示谢谢"])("a reply may be words to somebody: %s", (text) => {
  expect(given(() => plainReply(context, 3, { on: DAY, way: "phone", text }))).toBe(text);
});
