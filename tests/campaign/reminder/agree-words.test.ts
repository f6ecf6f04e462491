import { expect, test } from "vitest";
import { wordsBeside } from "../../../src/campaign/reminder/agree-commands.ts";

const beside = (said: string) => wordsBeside(said, ["推荐名单", "工作报告"], { today: "2023-09-19", year: 2023 });

test.each(["推荐名单 9月27日", "工作报告 9.27", "约定9月27日报送名单", "9月27日前报送"])(
  "%s says nothing else",
  (said) => {
    expect(beside(said)).toBe("");
  },
);

test("more than a day is said before it is asked which is meant", () => {
  expect(beside("盖章件\n我局定于10月18日（周三）报送盖章件，因局长出差。")).toContain("盖章件");
});
