import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { outcomeView } from "../../../src/platform/conversation/views.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");

/** What a clerk says, and what the answer tells: what was recorded, or why nothing was. */
type Turn = readonly [says: string, ...told: string[]];

/** Part of every sentence that asks back. */
const ASKED_BACK = "未";

/** @returns the answers in the end */
function talk(turns: readonly Turn[]): FormState["answers"] {
  let state = form ? begin(form) : undefined;
  for (const [text, ...told] of turns) {
    if (!form || !state) break;
    const before = state.answers;
    const taken = step(form, state, { text, today: civilDate("2023-08-23"), year: 2023 });
    const view = outcomeView({ form, state: taken.state, frame: {} }, taken.outcome);
    const answer = JSON.stringify([view?.body, view?.actions.map(({ label }) => label)]);
    for (const one of told) expect(answer, text).toContain(one);
    if (told.includes(ASKED_BACK)) expect(taken.state.answers, text).toEqual(before);
    state = taken.state;
  }
  return state?.answers ?? {};
}

describe("what a clerk says is in the form, or was asked back", () => {
  test("one who speaks, without a pause and with second thoughts", () => {
    const answers = talk([
      ["嗯小区名称是浣江新村地址是浣江路12号", "已记录　小区名称：浣江新村", "已记录　小区地址：浣江路12号"],
      ["等一下", ASKED_BACK],
      ["这个要写全称还是简称呢", ASKED_BACK],
      ["浣江新村业主委员会", "已记录　申报单位：浣江新村业主委员会"],
      ["第二个", "已记录　申报单位类型：业主组织"],
      ["不是浣江新村，是浣纱新村", "已记录　小区名称：浣纱新村", "审批单位"],
      ["上一项改成社区", "已记录　申报单位类型：社区"],
      ["不对，应该是诸暨市住房和城乡建设局", ASKED_BACK, "审批单位改为诸暨市住房和城乡建设局"],
      ["审批单位改为诸暨市住房和城乡建设局", "已记录　审批单位：诸暨市住房和城乡建设局"],
      [
        "陈国强电话是幺三八一二三四五六七八",
        "已记录　申报单位负责人：陈国强",
        "已记录　申报单位负责人电话：13812345678",
      ],
      ["业委会", "已记录　业主组织形式：业主委员会"],
      ["李芳", "已记录　业委会主任：李芳"],
      ["同申报单位负责人", "已记录　业委会主任电话：13812345678"],
      ["算了", ASKED_BACK],
    ]);

    expect(answers).toEqual({
      compoundName: "浣纱新村",
      compoundAddress: "浣江路12号",
      applicant: "浣江新村业主委员会",
      applicantKind: "residentsCommittee",
      approvingAuthority: "诸暨市住房和城乡建设局",
      applicantHead: "陈国强",
      applicantHeadPhone: "13812345678",
      ownersBodyKind: "ownersCommittee",
      ownersCommitteeChair: "李芳",
      ownersCommitteeChairPhone: "13812345678",
    });
  });

  test("one who pastes, from a table and from a chat", () => {
    const answers = talk([
      ["城南花苑\t城南大道8号\t13700001111", ASKED_BACK],
      ["#N/A", ASKED_BACK],
      [
        "小区名称：城南花苑\n申报单位：城南花苑业主委员会\n申报单位类型：2\n审批单位：越城区住房和城乡建设局\n小区地址：城南大道8号",
        "已记录　小区名称：城南花苑",
        "已记录　小区地址：城南大道8号",
      ],
      ["申报单位负责人\t周敏\n申报单位负责人电话\t没有\n业主组织形式\t业主委员会", ASKED_BACK, "记录其余2项"],
      ["申报单位负责人：周敏；业主组织形式：业主委员会", "已记录　申报单位负责人：周敏"],
      ["137-0000-1111（办公室张三）", ASKED_BACK],
      ["137-0000-1111（微信同号）", "已记录　申报单位负责人电话：13700001111"],
      ["李芳 139 0000 2222", "已记录　业委会主任：李芳", "已记录　业委会主任电话：13900002222"],
      ["填报指标：入住率；交付率或入住率：92.5%；数据截止日期：2023/6/30", "已记录　数据截止日期：2023年6月30日"],
    ]);

    expect(answers).toEqual({
      compoundName: "城南花苑",
      applicant: "城南花苑业主委员会",
      applicantKind: "ownersBody",
      approvingAuthority: "越城区住房和城乡建设局",
      compoundAddress: "城南大道8号",
      applicantHead: "周敏",
      ownersBodyKind: "ownersCommittee",
      applicantHeadPhone: "13700001111",
      ownersCommitteeChair: "李芳",
      ownersCommitteeChairPhone: "13900002222",
      rateKind: "occupancyRate",
      rate: 92.5,
      rateAsOf: "2023-06-30",
    });
  });

  test("one who abbreviates", () => {
    const answers = talk([
      ["ok", ASKED_BACK],
      ["[强]", ASKED_BACK],
      ["七星小区、大明小区", ASKED_BACK],
      ["七星小区", "已记录　小区名称：七星小区"],
      ["七星业委会", "已记录　申报单位：七星业委会"],
      ["2", "已记录　申报单位类型：业主组织"],
      ["县建设局", "已记录　审批单位：县建设局"],
      ["同上", ASKED_BACK],
      ["地址：七星路1号", "已记录　小区地址：七星路1号"],
      ["吕梁 85082235", "已记录　申报单位负责人：吕梁", "已记录　申报单位负责人电话：85082235"],
      ["物管会", "已记录　业主组织形式：物业管理委员会"],
      ["不填", "业委会主任电话"],
    ]);

    expect(answers).toEqual({
      compoundName: "七星小区",
      applicant: "七星业委会",
      applicantKind: "ownersBody",
      approvingAuthority: "县建设局",
      compoundAddress: "七星路1号",
      applicantHead: "吕梁",
      applicantHeadPhone: "85082235",
      ownersBodyKind: "propertyManagementCommittee",
    });
  });
});
