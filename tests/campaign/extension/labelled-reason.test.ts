import { describe, expect, test } from "vitest";
import { asksRunOn } from "../../../src/campaign/extension/read-words.ts";
import {
  labelledReason,
  linesBeside,
  reasonBefore,
  untilIn,
  withPlainNumbers,
} from "../../../src/campaign/extension/said.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-09-25"), year: 2023 };

describe("a reason that is named as such", () => {
  test.each([
    [
      "现申请将推荐名单报送时间由9月30日延至10月9日。\n理由如下：\n1. 舜江花苑盖章件未到；\n2. 百官街道换届。",
      "1. 舜江花苑盖章件未到；2. 百官街道换届",
      "2023-10-09",
    ],
    [
      "推荐名单\n延期至10月9日\n延期理由：\n①舜江花苑盖章件未到；\n②百官街道换届\n联系人：王海\n联系电话：0575-82213344",
      "1.舜江花苑盖章件未到；2.百官街道换届",
      "2023-10-09",
    ],
    ["至10月9日\n理由：国庆放假，谢谢\n联系人：王海", "国庆放假", "2023-10-09"],
    ["推荐名单 10月9日 原因：正在盖章", "正在盖章", "2023-10-09"],
  ])("%j", (typed, reason, day) => {
    const read = labelledReason(withPlainNumbers(typed).normalize("NFKC"));
    const until = read && untilIn(read.asked, when);
    expect({ reason: read?.reason.normalize("NFKC"), day: until?.kind === "day" && until.until }).toStrictEqual({
      reason: reason.normalize("NFKC"),
      day,
    });
  });

  test("without the word there is none", () => {
    expect(labelledReason("推荐名单 10月11日 正在盖章")).toBeUndefined();
    expect(labelledReason("推荐名单 10月11日，理由充分")).toBeUndefined();
  });
});

test("the day of before is no reason", () => {
  const until = untilIn("现申请将推荐名单报送时间由9月30日延至10月9日，盖章件未到", when);
  expect(until.kind === "day" && reasonBefore(until.head, ["推荐名单"])).toBe("");
});

test.each([
  ["申请延期至10月9日\n理由：盖章件未到", true],
  ["申请延期推荐名单到十月十号国庆放假", true],
  ["申请延期的事有消息了吗", false],
  ["申请延期 推荐名单", false],
])("%j asks for one without a pause: %j", (text, is) => {
  expect(asksRunOn(text, ["推荐名单", "工作报告"])).toBe(is);
});

describe("lines for which there is no field", () => {
  test.each([
    [
      "推荐名单\n原因：因材料核实\n延至：2023/10/12\n联系人：王海 0575-82112345转806",
      ["联系人：王海 0575-82112345转806"],
    ],
    ["推荐名单\n联系电话：0575-82112345\n延至：2023/10/12\n原因：因材料核实", ["联系电话：0575-82112345"]],
    ["推荐名单 10月12日\n理由：核实\n联系人：王海\n附件：证明", ["联系人：王海", "附件：证明"]],
    ["推荐名单 10月12日 理由：联系人出差", []],
    ["推荐名单\n延至：10月12日\n理由：核实", []],
  ])("of %j are %j", (typed, lines) => {
    expect(linesBeside(typed)).toEqual(lines);
  });
});
