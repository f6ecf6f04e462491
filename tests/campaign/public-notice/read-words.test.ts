import { describe, expect, test } from "vitest";
import { readDays, readTerms } from "../../../src/campaign/public-notice/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-10-08"), year: 2023 };
const DAYS = { kind: "read", beginsOn: "2023-10-09", endsOn: "2023-10-13" };

describe("the terms of a notice", () => {
  test.each([
    "10月9日至10月13日",
    "10月9日至13日",
    "10月9日-13日",
    "10月9日到10月13日公示",
    "从10月9日起至10月13日止",
    "2023年10月9日—2023年10月13日",
    "十月九号到十月十三号",
    "10.9至10.13",
    "公示期：10月9日至10月13日。",
    "拟于10月9日开始公示，10月13日截止",
    "开始日期10月9日，截止日期10月13日",
  ])("%s", (typed) => {
    expect(readTerms(typed, when)).toEqual({ ...DAYS, contact: {} });
  });

  test.each([
    "10月9日至10月13日；受理部门：物业管理处；电话：0575-85082235",
    "10月9日至13日，受理部门：物业管理处，电话：0575-85082235",
    "10月9日至13日 受理部门是物业管理处 联系电话0575-85082235",
    "10月9日至13日\n受理部门 物业管理处\n受理电话 0575-85082235",
    "受理单位：物业管理处；监督电话：0575-85082235；10月9日至13日",
  ])("%j: with the contact", (typed) => {
    const read = readTerms(typed, when);
    if (typed.startsWith("受理单位")) expect(read.kind).not.toBe("read");
    else expect(read).toEqual({ ...DAYS, contact: { department: "物业管理处", phone: "0575-85082235" } });
  });

  test("all four entries, also with a comma within an address", () => {
    const typed = "10月9日至13日；部门：物业处；电话：85082235；邮箱：wyc@example.com；地址：解放路1号，3楼";
    expect(readTerms(typed, when)).toEqual({
      ...DAYS,
      contact: { department: "物业处", phone: "85082235", email: "wyc@example.com", address: "解放路1号，3楼" },
    });
  });

  test.each([
    ["10月9日至13日，请各地区转发", "请各地区转发"],
    ["10月9日至13日 5个工作日", "5个工作日"],
    ["10月9日至13日 张科长负责", "张科长负责"],
    ["10月9日至2月30日", "2月30日"],
  ])("%s: what is not understood is named", (typed, said) => {
    const read = readTerms(typed, when);
    expect(read.kind === "unread" && read.said).toContain(said);
  });

  test("of three days it is not guessed which are meant", () => {
    expect(readTerms("10月9日至10月13日至10月16日", when)).toEqual({ kind: "unread", said: "2023-10-16" });
  });

  test("an entry that is there twice is refused", () => {
    expect(readTerms("10月9日至13日；电话：1；电话：2", when).kind).toBe("twice");
  });

  test.each(["", "10月9日", "下周", "五天", "收到"])("“%s” has no two days", (typed) => {
    expect(["noDays", "unread"]).toContain(readTerms(typed, when).kind);
  });
});

describe("the new last day of a notice", () => {
  test.each([
    ["10月16日", ["2023-10-16"]],
    ["至10月16日", ["2023-10-16"]],
    ["从10月13日延长到10月16日", ["2023-10-13", "2023-10-16"]],
    ["十月十六号", ["2023-10-16"]],
  ])("%s", (typed, days) => {
    expect(readDays(typed, when)).toEqual({ days, beside: "" });
  });

  test("what is said beside it is named", () => {
    expect(readDays("10月16日 因系统故障", when).beside).toBe("因系统故障");
    expect(readDays("3天", when)).toEqual({ days: [], beside: "3天" });
  });
});
