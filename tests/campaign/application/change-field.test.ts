import { describe, expect, test } from "vitest";
import { isOfAnotherPaper } from "../../../src/campaign/application/change-field.ts";
import { readFieldChange } from "../../../src/platform/conversation/field-change.ts";

const changesNoForm = (typed: string): boolean => {
  const { name = "", value = "" } = readFieldChange(typed) ?? {};
  return isOfAnotherPaper(name, value);
};

describe("a correction beside a submitted form", () => {
  test.each([
    "第五项不对应该是两分",
    "第五项改成两分",
    "第一项不对应该是三分",
    "第五项不对应该是不符合",
    "第三条改为雅苑",
    "七杠三不对应该是不符合",
    "八点四改成符合",
    "小区地址改为三分",
    "小区名称改为满分",
    "小区名称改成四分半",
    "入住率改成不适用",
  ])("%s changes no field of it", (typed) => {
    expect(changesNoForm(typed)).toBe(true);
  });

  test.each([
    "小区地址改为滨河路3号",
    "入住率改成95%",
    "小区名称改为三分园",
    "党支部名称不对，应该是塔山社区第二党支部",
    "项目名称改为满分小区",
  ])("%s may", (typed) => {
    expect(changesNoForm(typed)).toBe(false);
  });
});
