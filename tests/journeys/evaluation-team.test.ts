import { afterAll, beforeAll, describe, expect } from "vitest";
import { teamPhrases, teamRefusals } from "../../src/campaign/evaluation-team/phrases.ts";
import { recusalPhrases, recusalRefusals } from "../../src/campaign/evaluation-team/recusal/phrases.ts";
import { connect } from "./database.ts";
import { read, refusal } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

async function says(userId: string, text: string): Promise<string> {
  const answered = await world.as(userId).says(text);
  const last = answered.filter(({ kind }) => kind !== "card").at(-1) ?? answered.at(-1);
  return last ? read(last) : "";
}

/** The person's newest card with this beginning. */
async function cardOf(userId: string, beginning: string): Promise<string> {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
  return cards.findLast((text) => text.startsWith(beginning)) ?? "";
}

/** Everything the person was told, as they read it now. */
const heard = async (userId: string): Promise<string> => (await world.as(userId).messages()).map(read).join("\n");

describe("评选工作组", () => {
  step("is what the organizer still has to do, and is proposed by nobody else", async () => {
    expect(await cardAfter("maxiaohan", "待办", "待办")).toContain("评选工作组：尚未提出人选");
    expect(await says("maxiaohan", "评选工作组 组长 评选工作组组长 成员 李四")).toBe(
      refusal(teamRefusals.unknownPerson("李四")),
    );
    expect(await says("team-1", "评选工作组 组长 评选工作组成员1")).toContain("由活动联系人提出");
  });

  step("is proposed on a card that begins with who holds the roles, and sent back with an opinion", async () => {
    await says("maxiaohan", "调整评选工作组");
    await world
      .as("maxiaohan")
      .submits({ others: "评选工作组成员1、评选工作组成员2", outside: "赵工（市物业管理协会）" });

    expect(await cardOf("approver", "评选工作组 待批准")).toContain(
      "成员（3人）：评选工作组成员1、评选工作组成员2、赵工（市物业管理协会）",
    );
    await says("approver", "待我审批");
    expect(await cardOf("approver", "待我审批")).toContain("评选工作组人选待您审批");
    expect(await says("approver", "不批准评选工作组")).toBe(refusal(teamRefusals.noOpinion()));
    await world.as("approver").submits({ verdict: "returned", opinion: "请增加熟悉越城区情况的人员" });
    expect(await cardOf("maxiaohan", "评选工作组 退回修改")).toContain("审批意见：请增加熟悉越城区情况的人员");
    expect(await cardAfter("maxiaohan", "待办", "待办")).toContain("评选工作组：人选须修改后重新报批");
  });

  step("is proposed again in words and approved: the roles follow it, who left is told", async () => {
    await says("maxiaohan", "评选工作组 增加 越城区经办人1 评选工作组成员3");
    await says("maxiaohan", "评选工作组 减少 评选工作组成员3");
    expect(await says("approver", "批准评选工作组 经9月27日局长办公会研究同意")).toBe(
      refusal(teamRefusals.nameVersion(3, true)),
    );
    expect(await says("approver", "批准评选工作组 第2版 经9月27日局长办公会研究同意")).toBe(
      refusal(teamRefusals.otherVersion(2, 3, true)),
    );
    await says("approver", "批准评选工作组 第3版 经9月27日局长办公会研究同意");

    for (const member of ["team-lead", "team-1", "yuecheng-1"])
      expect(await cardOf(member, "评选工作组 已批准")).toContain("组长：评选工作组组长");
    expect(await heard("team-5")).toContain("您不再担任评选工作组的工作");
    expect(await says("maxiaohan", "新增人员 评选工作组成员5 评选工作组成员")).toBe(
      refusal(teamRefusals.rolesFollowTeam("评选工作组成员")),
    );
    await says("maxiaohan", "登记依据 评选工作组 经9月27日局长办公会研究同意，〔2023〕12号");
    expect(await cardOf("maxiaohan", "评选工作组 已批准")).toContain("9月27日局长办公会，〔2023〕12号");
    const sent = await world.as("maxiaohan").says("评选工作组通知");
    expect(sent.map(({ file }) => file?.fileName)).toContain("成立评选工作组的通知（草稿）.docx");
    expect(await says("approver", "批准评选工作组")).toBe(refusal(teamRefusals.nothingWaits()));
  });
});

describe("回避", () => {
  step("is found where a member works for the district, and only proposed", async () => {
    const card = await cardOf("team-lead", recusalPhrases.openTitle());

    expect(card).toContain("鉴湖雅苑（越城区）　越城区经办人1：在该地区任职");
    expect(card).toContain("稽山花园（越城区）　越城区经办人1：在该地区任职");
    await world.as("team-lead").submits({ which: "all", verdict: "accepted", reason: "同一地区" });
    expect(await cardOf("team-lead", recusalPhrases.openTitle())).toContain(recusalPhrases.nothingOpen());
  });

  step("is raised by a member, a district and the organizer, each as far as it is theirs", async () => {
    await says("team-1", "回避 柯岩新村");
    await world.as("team-1").submits({ ground: "relative", facts: "我爱人在该物业公司任职" });
    expect(await says("team-1", "回避 柯岩新村 还有其他情况")).toBe(
      refusal(recusalRefusals.waits("评选工作组成员1", "柯岩新村")),
    );
    expect(await says("team-1", "回避 柯岩新村 评选工作组成员2 有利害关系")).toBe(
      refusal(recusalRefusals.mayNotName()),
    );
    expect(await says("keqiao-1", "回避 柯岩新村 评选工作组成员2 曾在该小区物业工作")).toContain(
      recusalPhrases.received("柯岩新村"),
    );
    expect(await says("keqiao-1", "回避 南岩雅居 评选工作组成员2 住在该小区")).not.toContain("新昌县");
    expect(await says("maxiaohan", "回避 南岩雅居 评选工作组组长 住在该小区")).toContain("由审批领导决定");
    expect(await says("team-lead", "同意回避 南岩雅居 评选工作组组长 情况属实")).toBe(
      refusal(recusalRefusals.nothingOpen()),
    );
  });

  step("is decided by the lead, and the lead's own by the approver, with a reason; declined stays", async () => {
    expect(await says("team-lead", "同意回避 柯岩新村 评选工作组成员1")).toBe(refusal(recusalRefusals.noReason()));
    await says("team-lead", "同意回避 柯岩新村 评选工作组成员1 情况属实");
    await says("team-lead", "不同意回避 柯岩新村 评选工作组成员2 经核实不属实");
    await says("approver", "同意回避 南岩雅居 评选工作组组长 情况属实");

    expect(await heard("team-1")).toContain(recusalPhrases.toldAccepted("柯岩新村", "情况属实"));
    expect(await heard("team-2")).toContain(recusalPhrases.toldDeclined("柯岩新村", "经核实不属实"));
    const own = await says("team-2", "回避情况");
    expect(own).toContain("曾在该小区物业工作");
    expect(own).not.toContain("柯桥区经办人1");
    expect(own).not.toContain("评选工作组成员1");
    expect(await says("keqiao-1", "回避情况")).toBe("### 回避情况\n- 柯岩新村　评选工作组成员2：已提出");
    expect(await says("yuecheng-1", "回避情况")).not.toContain("柯岩新村");
    expect(await says("auditor", "回避情况")).toContain("理由：经核实不属实（未同意）");
  });
});

describe("a member at assigned sites", () => {
  step("sees these and no others, without the district's points before their own", async () => {
    expect(await says("team-1", "无应回避情形 暨阳新村")).toBe(
      refusal(recusalRefusals.notAssigned("评选工作组成员1", "暨阳新村")),
    );
    await says("team-lead", "核验安排 暨阳新村 成员 评选工作组成员1、赵工");

    await says("team-1", "查看 暨阳新村 评分");
    expect(await cardOf("team-1", "诸暨市　暨阳新村")).toContain("提交本人评分后方可查看初评分");
    expect(await says("team-1", "查看 鉴湖雅苑")).toContain("没有名为“鉴湖雅苑”的已提交的申报");
    expect(await says("team-2", "查看 暨阳新村")).not.toContain("诸暨市");
    await says("team-1", "要求 暨阳新村");
    expect(await cardOf("team-1", "附件1要求：暨阳新村")).toContain("1-1");
    expect(await says("team-2", "要求 暨阳新村")).not.toContain("诸暨市");
    expect(await says("team-1", "补正情况")).not.toContain("鉴湖雅苑");
    expect(await says("team-1", "无应回避情形 暨阳新村")).toContain("无应回避情形");
    expect(await says("team-1", "无应回避情形 暨阳新村")).toBe(
      refusal(recusalRefusals.saidAlready("评选工作组成员1", "暨阳新村")),
    );
    expect(await says("team-lead", "无应回避情形 暨阳新村 赵工")).toContain("赵工对暨阳新村无应回避情形");
  });

  step("late, after all was said, keeps out: what they had before them is not shown any more", async () => {
    await says("team-1", "意见 暨阳新村");
    await says("team-1", "回避 暨阳新村 刚得知亲属是该公司股东");
    await says("team-lead", "同意回避 暨阳新村 评选工作组成员1 情况属实");
    await world.emulator.clock.advance({ minutes: 6 });

    expect(await cardOf("team-1", "不能查看")).toContain("评选工作组成员只查看本人承担核验的小区");
    expect(await cardOf("team-1", "附件3意见：暨阳新村")).toContain("目前不在您可以查看的范围");
    expect(await cardOf("team-1", "附件1要求：暨阳新村")).toContain("目前不在您可以查看的范围");
    expect(await says("team-1", "查看 暨阳新村")).not.toContain("诸暨市");
  });

  step("comes back when the recusal is taken back by who decided it, with a reason", async () => {
    expect(await says("team-lead", "撤销回避 暨阳新村 评选工作组成员1")).toBe(
      refusal(recusalRefusals.whichToReverse()),
    );
    expect(await says("approver", "撤销回避 暨阳新村 评选工作组成员1 经核实不属实")).toBe(
      refusal(recusalRefusals.notYours("评选工作组组长")),
    );
    expect(await says("team-lead", "撤销回避 暨阳新村 评选工作组成员1 经核实不属实")).toContain("分派恢复");
    expect(await heard("team-1")).toContain(recusalPhrases.toldReversed("暨阳新村", "经核实不属实", true));
    expect(await heard("maxiaohan")).toContain("评选工作组成员1对“暨阳新村”的回避已撤销，分派恢复");
    await says("team-1", "查看 暨阳新村");
    expect(await cardOf("team-1", "诸暨市　暨阳新村")).not.toBe("");
    expect(await says("team-lead", "撤销回避 暨阳新村 评选工作组成员1 再次撤销")).toBe(
      refusal(recusalRefusals.notRecused("评选工作组成员1", "暨阳新村")),
    );
    expect(await says("auditor", "回避情况")).toContain("撤销理由：经核实不属实（已撤销）");
  });

  step("ends with the roster: who is taken off it verifies nothing more, and the organizer is told", async () => {
    await says("maxiaohan", "移除人员 评选工作组成员1");

    expect(await heard("maxiaohan")).toContain("评选工作组成员1已不在评选工作组，“暨阳新村”的分派已结束");
    await says("maxiaohan", "评选工作组");
    expect(await cardOf("maxiaohan", "评选工作组 已批准")).toContain(teamPhrases.leftLine(["评选工作组成员1"]));
    expect(await says("maxiaohan", "核验安排 暨阳新村 成员 评选工作组成员1")).toContain("均未改动");
  });

  step("replayed, the journal gives the same", async () => {
    const { replayed, actual } = await (await connect(world)).replay();

    expect(replayed).toEqual(actual);
  });
});

async function cardAfter(userId: string, text: string, beginning: string): Promise<string> {
  await says(userId, text);
  return cardOf(userId, beginning);
}
