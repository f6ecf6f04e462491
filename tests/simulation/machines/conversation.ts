import { begin, missingQuestions, restoreState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { form, when } from "../../platform/conversation/support/questions.ts";
import { equal, type Machine, promise } from "./machine.ts";

const SAID = [
  ...[
    "提交",
    "跳过",
    "上一步",
    "撤销",
    "修改",
    "保存退出",
    "确认",
    "是",
    "不是",
    "无",
    "没有",
    "待定",
    "1",
    "2",
    "第2个",
  ],
  ...[
    "蓝天家园",
    "人民路1号",
    "13800138000",
    "0575-85120000",
    "业主委员会",
    "85%",
    "百分之八十五",
    "附页",
    "2022年5月1日",
  ],
  ...["改 小区名称", "改 电话", "小区名称：蓝天家园", "小区名称：蓝天\n小区地址：人民路1号\n负责人电话：13800138000"],
  ...[
    "有，2022年5月1日，火灾",
    "内容：提交",
    "您好",
    "",
    "\u0000",
    "\ud83d",
    "其余照旧",
    "第三个 也行",
    "同小区名称",
    "长".repeat(900),
  ],
];

/** A person fills in a form while the process behind it is replaced at any message. */
export const conversation: Machine = {
  name: "conversation",
  run(draw) {
    let state = begin(form);
    for (let count = 0; count < 8; count++) {
      const said = { ...when, text: draw.of(SAID) };
      const { state: next, outcome } = step(form, state, said);
      promise(
        draw.chance(0.8) || equal(step(form, state, said), { state: next, outcome }),
        "the same message has the same answer",
        said.text,
      );
      const { state: restored, dropped } = restoreState(form, JSON.parse(JSON.stringify(next)));
      promise(dropped.length === 0 && equal(restored, next), "what is stored is what was there", {
        said,
        next,
        restored,
      });
      if (outcome.kind === "submit")
        promise(missingQuestions(form, next).length === 0, "nothing is submitted that lacks an answer", next.answers);
      const known = new Set(form.fields.map(({ key }) => key));
      promise(
        Object.keys(next.answers).every((key) => known.has(key)),
        "an answer belongs to a question",
        next.answers,
      );
      promise(next.at === undefined || known.has(next.at), "the open question is one of the form", next.at);
      state = draw.chance(0.3) ? restored : next;
    }
  },
};
