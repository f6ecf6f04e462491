import { expect, test } from "vitest";
import { otherDayIn } from "../../../../src/campaign/engine/dispatch/choice-of-day.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const when = { today: civilDate("2023-08-28"), year: 2023 };
const choices = ["推荐名单", "工作报告"].map((name) => ({ name, typed: `约定报送 ${name} 9.25` }));

test.each([
  ["约定9.26 不对 9.27", "9.27"],
  ["9月27日", "9月27日"],
  ["日期改为9.27吧", "9.27"],
  ["不对，报送是9.27", "9.27"],
])("%j instead of a choice changes the day of all", (said, day) => {
  expect(otherDayIn(choices, said, when)).toEqual({
    ...{ kind: "day", from: "9.25", to: day },
    choices: choices.map(({ name }) => ({ name, typed: `约定报送 ${name} ${day}` })),
  });
});

test("several days, of which none takes back another, are asked about", () => {
  expect(otherDayIn(choices, "9.26 9.27", when)).toEqual({ kind: "unclear" });
});

test.each(["2", "工作报告", "那个报告"])("%j says no day", (said) => {
  expect(otherDayIn(choices, said, when)).toBeUndefined();
});

test("where the choices have none, none is changed", () => {
  expect(otherDayIn([{ name: "雅苑", typed: "撤回 雅苑" }], "9.27", when)).toBeUndefined();
});

test.each(["住建 同意 周明 8.27", "街道改8.23", "街道8.27", "社区是8.26同意的", "局里 8.27 盖章"])(
  "%j is said of something else, and corrects no day",
  (said) => {
    expect(
      otherDayIn([{ name: "登记意见 城南", typed: "登记意见 城南 社区 不同意 停车乱 8.26" }], said, when),
    ).toBeUndefined();
  },
);
