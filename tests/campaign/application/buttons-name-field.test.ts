import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { loadCampaignFolder } from "../../../src/campaign/definition/load.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { outcomeView } from "../../../src/platform/conversation/views.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const form = formOf(loadCampaignFolder(join(import.meta.dirname, "../../../campaigns/shaoxing-2023")).definition);
if (!form) throw new Error("no application form");
const at = (label: string): FormState =>
  openAt(
    begin(form),
    form.fields.find((one) => one.label === label),
  );
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
/** What the buttons send that are offered for what was said, by their labels. */
const sent = (label: string, text: string): Record<string, string> => {
  const { state, outcome } = say(at(label), text);
  const actions = outcomeView({ form, state, frame: {} }, outcome)?.actions ?? [];
  return Object.fromEntries(actions.map((action) => [action.label, action.typed]));
};

describe("a button of an older message, pressed when another question is open", () => {
  test.each([
    ["申报单位负责人电话", "第二块六三五五二一八", "6355218"],
    ["小区名称", "锦绣花园、江南名苑", "锦绣花园"],
    ["交付率或入住率", "约92", "92%"],
    ["所属街道", "柯桥街道云栖社区", "柯桥街道"],
  ])("at %s, what %s may mean answers that field and no other", (label, typed, reading) => {
    const button = sent(label, typed)[reading] ?? "";
    const own = form.fields.find((one) => one.label === label)?.key ?? "";
    const here = say(at(label), button).state.answers;
    expect(Object.keys(here)).toEqual([own]);
    for (const other of ["小区地址", "党支部书记电话", "填报指标"])
      expect(say(at(other), button).state.answers).toEqual(here);
    // Within paragraphs a line of words may be either.
    for (const other of ["备注", "申报材料"]) expect([here, {}]).toContainEqual(say(at(other), button).state.answers);
  });

  test.each(form.fields.filter(({ kind }) => kind === "choice").map(({ label }) => [label]))(
    "an option of %s is chosen there",
    (label) => {
      const question = form.fields.find((one) => one.label === label);
      for (const { text, value } of question?.options ?? []) {
        const button = sent(label, "？")[text] ?? "";
        expect(say(at(label), button).state.answers).toEqual({ [question?.key ?? ""]: value });
        for (const other of ["备注", "申报材料", "所属社区", "小区地址"])
          expect(say(at(other), button).state.answers).toEqual({ [question?.key ?? ""]: value });
      }
    },
  );

  test("no two buttons of one message have the same label", () => {
    for (const { label } of form.fields)
      for (const typed of ["？", "不清楚", "1 2", "社区", "无", "约92", "2022年2月30日"]) {
        const { state, outcome } = say(at(label), typed);
        const labels = outcomeView({ form, state, frame: {} }, outcome)?.actions.map((action) => action.label) ?? [];
        expect(new Set(labels).size, `${label} ${typed}`).toBe(labels.length);
      }
  });
});

const taken = (label: string, text: string) => {
  const before = { ...at(label), answers: { compoundName: "湖塘花园" } };
  const { state, outcome } = say(before, text);
  const { compoundName, ...answers } = state.answers;
  expect(compoundName).toBe("湖塘花园");
  return { answers, outcome };
};

describe("words about what is held are no answer where nothing is held", () => {
  test.each(["不记录", "不用记录其余2项", "好的不记录了", "放弃记录", "记录其余2项"])("%s", (typed) => {
    for (const label of ["申报单位", "申报材料", "备注", "所属社区"]) {
      const { answers, outcome } = taken(label, typed);
      expect(answers).toEqual({});
      expect(outcome.kind === "retry" && outcome.sentence).toContain("目前没有待记录的内容");
    }
  });
});

describe("what is said of points or requirements is no name", () => {
  test.each(["2 5 好 其他不行", "其余满分", "第二块六三五五", "3-1不清", "1-2 3 会议少", "其余均符合", "4、5、3"])(
    "%s",
    (typed) => {
      const { state, outcome } = say(at("小区名称"), typed);
      expect(state.answers).toEqual({});
      expect(outcome.kind).toBe("retry");
    },
  );

  test.each(["六三花园", "第二毛纺厂宿舍", "1号公馆", "3-1号地块安置小区", "其他山庄"])("%s is one", (typed) => {
    expect(say(at("小区名称"), typed).state.answers).toEqual({ compoundName: typed });
  });
});

describe("the content of another field, corrected while paragraphs are awaited", () => {
  test.each([
    ["小区地址：应为湖塘路8号", { compoundAddress: "湖塘路8号" }],
    ["小区地址：应改为湖塘路8号，原来写错了", { compoundAddress: "湖塘路8号" }],
    ["小区地址有误，应为湖塘路8号", { compoundAddress: "湖塘路8号" }],
    ["申报单位负责人电话：应为13812345678", { applicantHeadPhone: "13812345678" }],
    ["小区地址：应为湖塘路8号。申报单位：应为湖塘街道", { compoundAddress: "湖塘路8号", applicant: "湖塘街道" }],
    ["党支部书记：应为民", undefined],
  ])("%s", (typed, answers) => {
    const read = taken("申报材料", typed);
    if (answers) expect(read.answers).toEqual(answers);
    else expect(read.answers).not.toMatchObject({ partyBranchSecretary: "民" });
    expect(read.answers).not.toHaveProperty("statement");
  });
});

describe("one answer out of a forwarded chat", () => {
  test.each([
    "张科 8/21 10:12\n湖塘路8号",
    "张科 2023-08-21 10:12:33\n湖塘路8号\n李主任 2023-08-21 10:13:02\n好的",
    "————— 2023-8-21 —————\n\n张科 10:12\n湖塘路8号",
    "柯桥物业群的聊天记录\n张科（物业） 8/21 10:12\n湖塘路8号",
    "「张科：小区地址发一下」\n- - - - - - - - - - - - - - -\n湖塘路8号",
    "张科:\n湖塘路8号\n李主任:\n收到",
    "【转发】\n张科 8月21日 10:12\n湖塘路8号",
  ])("%j", (typed) => {
    const { answers, outcome } = taken("小区地址", typed);
    expect(answers).toEqual({ compoundAddress: "湖塘路8号" });
    expect(outcome.kind === "ask" && outcome.notes?.join("")).toContain("不作为内容记录");
  });

  test("of two answers it is asked which, and senders are none of them", () => {
    const { answers, outcome } = taken("小区地址", "张科 8/21 10:12\n湖塘路8号\n李主任 8/21 10:13\n湖塘路9号");
    expect(answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.readings?.slice(0, 2)).toEqual(["湖塘路8号", "湖塘路9号"]);
  });

  test.each([
    ["申报单位负责人电话", "张科 8/21 10:12\n13812345678", { applicantHeadPhone: "13812345678" }],
    ["近两年内重大安全责任事故", "张科 8/21 10:12\n无", { safetyAccident: { choice: "none", details: {} } }],
  ])("at %s", (label, typed, answers) => {
    expect(Object.values(taken(label, typed).answers)).toEqual(Object.values(answers));
  });
});

describe("names that are asked about no more", () => {
  test.each([
    ["申报单位", "手机行业协会"],
    ["申报单位", "绍兴市电话设备厂"],
    ["所属社区", "香江电话亭社区"],
    ["备注", "二〇〇八年成立党支部"],
  ])("at %s: %s", (label, typed) => {
    expect(Object.values(taken(label, typed).answers)).toEqual([typed]);
  });
});

describe("a person with two numbers", () => {
  test.each([
    ["李红梅 13812345678 13912345678", "13812345678、13912345678"],
    ["李红梅，13812345678，办公室85082235", "13812345678、85082235"],
    ["李红梅（电话13812345678、13912345678）", "13812345678、13912345678"],
  ])("%s", (typed, numbers) => {
    expect(taken("业委会主任", typed).answers).toEqual({
      ownersCommitteeChair: "李红梅",
      ownersCommitteeChairPhone: numbers,
    });
  });

  test("two persons with a number each are asked about", () => {
    const { answers, outcome } = taken("业委会主任", "王芳 13812345678 李红 13912345678");
    expect(answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.sentence).toContain("不止一个电话号码");
  });
});

describe("what stands beside a name is offered without it", () => {
  test.each([
    ["业委会主任", "李红梅（2021年当选）", "李红梅"],
    ["业委会主任", "李红梅 女", "李红梅"],
    ["物业服务企业名称", "湖塘物业，电话85082235", "湖塘物业"],
    ["所属社区", "湖塘社区 85082235", "湖塘社区"],
  ])("at %s: %s", (label, typed, reading) => {
    const { answers, outcome } = taken(label, typed);
    expect(answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.readings).toEqual([reading]);
  });

  test("a bracket that holds other fields belongs to none of them", () => {
    const { answers, outcome } = taken("申报单位", "湖塘物业（负责人周伟 13812345678）");
    expect(answers).toEqual({});
    expect(outcome.kind === "retry" && outcome.offer?.typed).toBe(
      "申报单位：湖塘物业；申报单位负责人：周伟；申报单位负责人电话：13812345678",
    );
  });
});
