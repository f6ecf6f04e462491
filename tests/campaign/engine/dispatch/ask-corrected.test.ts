import { describe, expect, test } from "vitest";
import { asMeant, checkedMeaning, correctedAnswer } from "../../../../src/campaign/engine/dispatch/ask-corrected.ts";
import { matchCommand } from "../../../../src/campaign/engine/dispatch/match-command.ts";
import { makeRegistry } from "../../../../src/campaign/engine/registry.ts";
import { features } from "../../../../src/campaign/features.ts";
import { RefusalError } from "../../../../src/shared/refusal-error.ts";

const registry = makeRegistry(features({ readUsage: () => Promise.reject(new Error("no usage in tests")) }));

function said(text: string) {
  const matched = matchCommand(registry.commands, text);
  if (!matched) throw new Error(`no command: ${text}`);
  return { matched, meant: () => asMeant(matched.command, matched) };
}

function refusalOf(text: string): RefusalError {
  try {
    said(text).meant();
  } catch (error) {
    if (error instanceof RefusalError) return error;
  }
  throw new Error(`not refused: ${text}`);
}

describe("a command whose words correct themselves", () => {
  test.each([
    [
      "申请延期 推荐名单 十月八号不对十月十号 国庆放假居委会没人盖章",
      "申请延期 推荐名单 十月十号 国庆放假居委会没人盖章",
    ],
    ["名单盖章件 王建军不对王建华 八月二十八号", "名单盖章件 王建华 八月二十八号"],
    ["意见 城西花园 街道 同意 八月二十七号 签署人：刘芳不对刘方", "意见 城西花园 街道 同意 八月二十七号 签署人：刘方"],
    [
      "申请支持 城西花园：嗯就是那个电梯维保一直没来哦不是是电梯公司不肯签合同",
      "申请支持 城西花园：电梯公司不肯签合同",
    ],
    ["办结支持 1 电梯合同已经签了哦不对是维保合同签了", "办结支持 1 维保合同签了"],
    [
      "补充工作报告 存在问题：停车难电梯维保不及时哦不对还有垃圾分类",
      "补充工作报告 存在问题：停车难电梯维保不及时，还有垃圾分类",
    ],
    [
      "典型案例 城西花园红色物业那个事啊花了六十八万不对是八十六万加装电梯",
      "典型案例 城西花园红色物业那个事啊花了八十六万加装电梯",
    ],
    ["重新修改 城西花园 理由：满意度打错哦不对是收费率打错", "重新修改 城西花园 理由：收费率打错"],
    ["意见建议 请提前三天哦不对五天通知", "意见建议 请提前五天通知"],
  ])("%j is refused with %j", (text, cleaned) => {
    const refusal = refusalOf(text);
    expect(refusal.asks?.typed).toStrictEqual([cleaned, `${text}（照原文记录）`]);
    expect(refusal.asks?.labels).toStrictEqual(["按更正后办理", "照原文记录"]);
    expect(refusal.message).toContain("未作任何改动");
    // What is offered is taken.
    expect(said(cleaned).meant().verbatim).toBe(said(cleaned).matched.verbatim);
  });

  test("is refused at once where what would be offered is refused", async () => {
    const { matched } = said("意见 城西花园 社区八月二十三号不对二十四号同意，街道八月二十五号");
    const tried: string[] = [];
    const refuse = async (_: string, verbatim: string) => {
      tried.push(verbatim);
      throw new RefusalError("test.refused", "refused");
    };
    await expect(checkedMeaning("", { checks: refuse }, matched)).rejects.toMatchObject({ code: "test.refused" });
    expect(tried).toEqual(["城西花园 社区八月二十四号同意，街道八月二十五号"]);
    await expect(checkedMeaning("", { checks: async () => undefined }, matched)).rejects.toMatchObject({
      code: "dispatch.corrected",
    });
  });

  test("is taken as it stands where that is said", () => {
    const text = "申请支持 城西花园：停车难哦不对还有垃圾分类";
    expect(said(`${text}（照原文记录）`).meant().verbatim).toBe("城西花园：停车难哦不对还有垃圾分类");
  });

  test("is refused without a proposal where it does not say how far it reaches", () => {
    const refusal = refusalOf("补充工作报告 推广实施：已发动18个。更正：活动开展情况中应为19个。");
    expect(refusal.asks?.labels).toStrictEqual(["照原文记录"]);
  });

  test("is every command's but those that read it themselves", () => {
    const own = registry.commands.filter(({ readsCorrections }) => readsCorrections).map(({ id }) => id);
    expect(own.toSorted()).toStrictEqual([
      "application.change",
      "application.edit",
      "application.fill-pasted",
      "application.start",
      "broadcast.correct",
      "broadcast.write",
      "preliminary-review.start",
      "publication.correct",
      "recommendation.start",
      "requirements.change",
      "requirements.see",
      "ruling.read",
      "ruling.record",
      "verification.start",
      "work-report.hand-in",
      "work-report.open",
    ]);
  });
});

describe("an answer that corrects itself", () => {
  test.each(["preliminary-review.reopening", "feedback.text", "work-report.case-study"])(
    "is asked about: %s",
    (kind) => {
      const dialogue = registry.dialogueOf(kind);
      const view = dialogue && correctedAnswer(dialogue, "领导出差盖章耽误了哦不是是国庆放假耽误了");
      expect(view?.actions.map(({ typed }) => typed)).toStrictEqual([
        "国庆放假耽误了",
        "内容：领导出差盖章耽误了哦不是是国庆放假耽误了",
      ]);
      expect(dialogue && correctedAnswer(dialogue, "国庆放假耽误了")).toBeUndefined();
    },
  );
});
