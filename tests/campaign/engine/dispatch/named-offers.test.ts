import { describe, expect, test } from "vitest";
import { namesWithin } from "../../../../src/campaign/application/names-one.ts";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import { namedOffers, namesCommand } from "../../../../src/campaign/engine/dispatch/named-offers.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";
import { RefusalError } from "../../../../src/shared/refusal-error.ts";

const names = ["望江锦园小区", "鹿山雅居", "剡溪名苑", "浣纱枫庭小区"];
/** As far as a sentence is looked at: which cases it names. */
const context = {
  contributions: async (_: unknown, { text }: { text: string }) => [namesWithin(text, names, "小区")],
} as unknown as PersonContext;
const command = (words: readonly string[], more: Partial<Command> = {}): Command => ({ words, ...more }) as Command;
/** Points behind a name that is known. */
const takesPoints = async (_: PersonContext, said: string): Promise<void> => {
  const name = names.find((one) => said.startsWith(one));
  if (name === undefined || !/^\d/u.test(said.slice(name.length).trim())) throw new RefusalError("test", "no");
};
const commands = [
  command(["初评"], { alsoCalled: ["打分"], takesText: true, ofCase: true, checks: takesPoints }),
  command(["提交定稿", "定稿", "定稿吧"], { ofCase: true }),
  command(["登记意见"], { ofCase: true, takesText: true }),
  command(["撤回意见"], { ofCase: true }),
  command(["意见"], { ofCase: true, takesText: true }),
  command(["撤回名单", "撤回推荐名单"]),
  command(["名单盖章件"], { takesText: true }),
  command(["申请延期"], { takesText: true }),
  command(["材料"]),
  command(["修改申报"], { ofCase: true }),
  command(["确认定稿"]),
];
const first = async (text: string) => (await namedOffers(context, text, commands))[0]?.typed;

describe("of a sentence that nothing took is offered first", () => {
  test.each([
    ["好了那定稿吧", "提交定稿"],
    ["行那就定稿吧", "提交定稿"],
    ["鹿山的可以定稿了", "提交定稿 鹿山雅居"],
    ["街道那个意见写得不对撤回意见", "撤回意见"],
    ["剡溪的撤回意见吧街道写错了", "撤回意见 剡溪名苑"],
    ["名单撤 鹿山第一", "撤回名单"],
    ["名单先撤一下", "撤回名单"],
    ["名单得撤回来", "撤回名单"],
    ["材料可能来不及想申请延期到十月八号因为现场照片还没拍好", "申请延期 到十月八号因为现场照片还没拍好"],
    ["马老师:名单盖章件要等,申请延期到10月9日报盖章件,理由:外出培训", "申请延期 到10月9日报盖章件,理由:外出培训"],
    ["嗯那个先登记一下意见望江锦园的业委会同意八月二十五号签的社区也同意", "登记意见 望江锦园小区"],
    ["初评鹿山 3-4 2 绿化死苗 4-7 1没宣传 其余满", "初评 鹿山雅居 3-4 2 绿化死苗 4-7 1没宣传 其余满"],
    ["初评鹿山那个还没完", "初评 鹿山雅居"],
    ["给鹿山打分要怎么打", "初评 鹿山雅居"],
    ["浣纱枫庭的修改一下申报", "修改申报 浣纱枫庭小区"],
  ])("%s: %s", async (text, typed) => {
    expect(await first(text)).toBe(typed);
  });

  test.each(["名单不撤回", "这个不定稿", "今天天气好", "确认一下", "3-4 2 绿化死苗"])("%s: nothing", async (text) => {
    expect(await first(text)).toBeUndefined();
  });

  test("a short word of a sentence is not sure, a command in full is", async () => {
    const sure = async (text: string) => (await namedOffers(context, text, commands)).map(({ isSure }) => isSure);
    expect(await sure("材料还没有")).toEqual([false]);
    expect(await sure("撤回名单行不行")).toEqual([true]);
  });
});

describe("the cases in a text", () => {
  test.each([
    ["对了鹿山那个", ["鹿山雅居"]],
    ["望江锦园的评分", ["望江锦园小区"]],
    ["鹿山和剡溪", ["鹿山雅居", "剡溪名苑"]],
    ["鹿和剡", []],
    ["小区的评分", []],
  ])("%s", (text, found) => {
    expect(namesWithin(text, names, "小区")).toEqual(found);
  });

  test("a beginning that two have names none, a name within a longer one is none of its own", () => {
    expect(namesWithin("江南那个", ["江南名府", "江南一品"], "小区")).toEqual([]);
    expect(namesWithin("鹿山雅居二期", ["鹿山雅居", "鹿山雅居二期"], "小区")).toEqual(["鹿山雅居二期"]);
  });
});

test.each([
  ["名单撤 鹿山第一", true],
  ["名单在哪", false],
  ["撤回意见那个", true],
  ["1", false],
  ["剡溪名苑", false],
])("%s names a command beyond doubt: %s", (text, isNamed) => {
  expect(namesCommand(commands, text)).toBe(isNamed);
});
