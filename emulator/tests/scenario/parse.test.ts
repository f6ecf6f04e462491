import { describe, expect, test } from "vitest";
import { formatScenario } from "../../src/scenario/format.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { ScenarioError, type Step } from "../../src/scenario/scenario.ts";
import { lineOfStep } from "../../src/scenario/write-step.ts";

const withSteps = (...lines: string[]): string =>
  ["标题: 演示", "步骤:", ...lines.map((line) => `  ${line}`)].join("\n");

function stepOf(...lines: string[]): Step | undefined {
  return parseScenario(withSteps(...lines)).steps[0]?.step;
}

function problemsOf(text: string): string[] {
  try {
    parseScenario(text);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const official = { who: "柯桥区经办人1" };

describe("a step", () => {
  test.each<[string, Step]>([
    ["- 柯桥区经办人1 说: 帮助", { kind: "say", ...official, text: "帮助" }],
    ["- 柯桥区经办人1 说：帮助", { kind: "say", ...official, text: "帮助" }],
    ["- 柯桥区经办人1 说: 1.0", { kind: "say", ...official, text: "1.0" }],
    ["- keqiao-1 说: 一 4 4 4 5 3", { kind: "say", who: "keqiao-1", text: "一 4 4 4 5 3" }],
    [
      '- 马小涵 在 美好家园活动群 说: "@家园助手 进度"',
      { kind: "say", who: "马小涵", in: "美好家园活动群", text: "@家园助手 进度" },
    ],
    ["- 「王 小明」 在 「一号 群」 说: 帮助", { kind: "say", who: "王 小明", in: "一号 群", text: "帮助" }],
    ["- 柯桥区经办人1 点: 申报", { kind: "press", ...official, label: "申报" }],
    [
      "- 柯桥区经办人1 填: {小区名称: 示例小区, 总户数: 1280}",
      { kind: "fill", ...official, values: { 小区名称: "示例小区", 总户数: "1280" } },
    ],
    ["- 柯桥区经办人1 填: {}", { kind: "fill", ...official, values: {} }],
    [
      "- 柯桥区经办人1 发文件: 材料/工作报告.docx",
      { kind: "drop", ...official, files: [{ name: "工作报告.docx", path: "材料/工作报告.docx" }] },
    ],
    [
      "- 柯桥区经办人1 发文件: {文件名: 报告.txt, 内容: 全文}",
      { kind: "drop", ...official, files: [{ name: "报告.txt", text: "全文" }] },
    ],
    [
      "- 柯桥区经办人1 发文件: [{文件名: a.png, base64: AQI=}, 报告.pdf]",
      {
        kind: "drop",
        ...official,
        files: [
          { name: "a.png", base64: "AQI=" },
          { name: "报告.pdf", path: "报告.pdf" },
        ],
      },
    ],
    ["- 柯桥区经办人1 已读", { kind: "read", ...official }],
    ["- 柯桥区经办人1 撤回", { kind: "recall", ...official }],
    ["- 柯桥区经办人1 撤回: 帮助", { kind: "recall", ...official, text: "帮助" }],
    ["- 时间到: 2023-08-21 09:00", { kind: "goTo", moment: "2023-08-21T09:00:00+08:00" }],
    ["- 前进: 1天", { kind: "advance", span: { days: 1, hours: 0, minutes: 0 } }],
    ["- 前进: 2小时30分钟", { kind: "advance", span: { days: 0, hours: 2, minutes: 30 } }],
    ["- 下一时点", { kind: "next" }],
    ["- 应看到 柯桥区经办人1: 宣传发动", { kind: "see", ...official, texts: ["宣传发动"], never: false }],
    [
      "- 不应看到 马小涵 在 活动群: [得分, 电话]",
      { kind: "see", who: "马小涵", in: "活动群", texts: ["得分", "电话"], never: true },
    ],
    ["- 说明: 下面看初评", { kind: "caption", text: "下面看初评" }],
    ["- 故障: 断开连接", { kind: "fault", name: "断开连接" }],
    ["- 恢复正常", { kind: "calm" }],
  ])("%s", (line, step) => {
    expect(stepOf(line)).toEqual(step);
  });

  test("may carry further lines where its kind has them", () => {
    expect(stepOf("- 柯桥区经办人1 点: 查看进度", "  卡片: 宣传发动")).toEqual({
      ...{ kind: "press", ...official, label: "查看进度", card: "宣传发动" },
    });
    expect(stepOf("- 柯桥区经办人1 说: 同意", "  引用: 推荐名单")).toMatchObject({ text: "同意", quote: "推荐名单" });
    expect(stepOf("- 柯桥区经办人1 点: 提交", "  输入: {reason: 缺一张}")).toMatchObject({
      inputs: { reason: "缺一张" },
    });
    expect(stepOf("- 柯桥区经办人1 发文件: 报告.pdf", "  附言: 工作报告")).toMatchObject({ text: "工作报告" });
    expect(stepOf("- 故障: 接口异常", "  次数: 3")).toEqual({ kind: "fault", name: "接口异常", times: 3 });
  });
});

describe("a step that cannot be read is told with its line", () => {
  test.each([
    [
      "- 柯桥区经办人1 说说: 帮助",
      "第3行：不认识的步骤「柯桥区经办人1 说说」，最接近的写法是「柯桥区经办人1 说: 帮助」。",
    ],
    [
      "- 柯桥区经办人1 应看见: 帮助",
      "第3行：不认识的步骤「柯桥区经办人1 应看见」，最接近的写法是「应看到 柯桥区经办人1: 宣传发动」。",
    ],
    ["- 前往下一时点", "第3行：不认识的步骤「前往下一时点」，最接近的写法是「下一时点」。"],
    ["- 说: 帮助", "第3行：不认识的步骤「说」，最接近的写法是「柯桥区经办人1 说: 帮助」。"],
    ["- 柯桥区经办人1 说:", "第3行：说的话是空的，例如「柯桥区经办人1 说: 帮助」。"],
    ["- 柯桥区经办人1 说: [a]", "第3行：说的话应是文字，例如「柯桥区经办人1 说: 帮助」。"],
    [
      "- 柯桥区经办人1 填: 小区名称",
      "第3行：填写的内容应逐项写明，例如 {小区名称: 锦绣花园}，例如「柯桥区经办人1 填: {小区名称: 锦绣花园}」。",
    ],
    [
      "- 时间到: 2023-08-21",
      "第3行：「2023-08-21」不是时间，请写成2023-08-21 09:00，例如「时间到: 2023-08-21 09:00」。",
    ],
    ["- 前进: 0天", "第3行：「0天」不是一段时间，请写成1天、2小时或30分钟，例如「前进: 1天」。"],
    ["- 故障: 断连接", "第3行：没有故障「断连接」，最接近的是「断开连接」，例如「故障: 断开连接」。"],
    [
      "- 柯桥区经办人1 发文件: {文件名: a.txt}",
      "第3行：文件应写成路径，或写明文件名和内容，例如「柯桥区经办人1 发文件: 工作报告.docx」。",
    ],
    ["- [说明, 帮助]", "第3行：步骤应写成「柯桥区经办人1 说: 帮助」这样的一行。"],
  ])("%s", (line, problem) => {
    expect(problemsOf(withSteps(line))).toEqual([problem]);
  });

  test("a further line that its kind does not have", () => {
    expect(problemsOf(withSteps("- 柯桥区经办人1 点: 申报", "  附言: 好"))).toEqual([
      "第3行：步骤「点」不能带「附言」，可以带「卡片、输入」。",
    ]);
  });

  test("all of them at once", () => {
    const problems = problemsOf(withSteps("- 说明: 开始", "- 马小涵 写: 好", "- 下一时点", "- 故障: 停电"));

    expect(problems.map((problem) => problem.slice(0, 4))).toEqual(["第4行：", "第6行："]);
  });
});

describe("a file", () => {
  test("has a title, and may say when it begins and whom to show", () => {
    const text = [
      "标题: 第一天",
      "简介: 看看",
      "开始时间: 2023-08-10 08:00",
      "人员: [马小涵, keqiao-1]",
      "步骤:",
      "  - 下一时点",
    ];

    expect(parseScenario(text.join("\n"))).toEqual({
      ...{ title: "第一天", about: "看看", start: "2023-08-10T08:00:00+08:00", people: ["马小涵", "keqiao-1"] },
      steps: [{ line: 6, step: { kind: "next" } }],
    });
  });

  test.each([
    ["步骤:\n  - 下一时点", ["第1行：缺少标题。"]],
    ["标题: 空\n步骤: []", ["第2行：缺少步骤。"]],
    ["标题: 空", ["第1行：缺少步骤。"]],
    ["只是一句话", ["第1行：场景应写明标题和步骤。"]],
    ["标题: 多\n开始: 今天\n步骤:\n  - 下一时点", ["第2行：不认识的项目「开始」，最接近的是「开始时间」。"]],
    ["标题: 多\n人员: [甲, 乙, 丙, 丁, 戊]\n步骤:\n  - 下一时点", ["第2行：人员最多4位。"]],
    ["标题: 早\n开始时间: 明天\n步骤:\n  - 下一时点", ["第2行：「明天」不是时间，请写成2023-08-21 09:00。"]],
  ])("%j", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("whose YAML is broken says where, and what usually is the cause", () => {
    const [problem = ""] = problemsOf(withSteps("- 马小涵 说: @家园助手 进度"));

    expect(problem).toContain("第3行：格式有误，请检查缩进、冒号后的空格；以@开头的内容要加引号（");
  });
});

describe("written and read again", () => {
  const steps: Step[] = [
    { kind: "say", who: "王 小明", in: "一号 群", text: "@家园助手 进度" },
    { kind: "say", ...official, text: "12" },
    { kind: "say", ...official, text: "第一行\n第二行：冒号" },
    { kind: "press", ...official, label: "查看进度", card: "【第一阶段】宣传发动" },
    { kind: "fill", ...official, values: { 小区名称: "示例小区", 方式: ["甲", "乙"], 地址: "" } },
    { kind: "fill", ...official, values: {}, card: "申报" },
    { kind: "drop", ...official, files: [{ name: "a.txt", text: "全文\n" }], text: "请查收" },
    {
      kind: "drop",
      ...official,
      files: [
        { name: "a.png", base64: "AQI=" },
        { name: "b.pdf", path: "b.pdf" },
      ],
    },
    { kind: "say", ...official, text: "同意", quote: "推荐名单" },
    { kind: "press", ...official, label: "提交", inputs: { reason: "照片缺一张", parts: ["甲", "乙"] } },
    { kind: "read", ...official },
    { kind: "recall", ...official },
    { kind: "recall", ...official, text: "帮助" },
    { kind: "goTo", moment: "2023-08-21T09:00:00+08:00" },
    { kind: "goTo", moment: "2023-08-21T09:00:30+08:00" },
    { kind: "advance", span: { days: 1, hours: 0, minutes: 30 } },
    { kind: "next" },
    { kind: "see", ...official, in: "活动群", texts: ["一", "二"], never: true },
    { kind: "caption", text: "说明: 有冒号 # 有井号" },
    { kind: "fault", name: "接口异常", times: 2 },
    { kind: "calm" },
  ];

  test("every kind of step is the same", () => {
    const text = formatScenario({ title: "全部", about: "每种一步", people: ["马小涵"], steps });

    const again = parseScenario(text);

    expect(again.steps.map(({ step }) => step)).toEqual(steps);
    expect([again.title, again.about, again.people]).toEqual(["全部", "每种一步", ["马小涵"]]);
  });

  test("on one line, for people who watch", () => {
    expect(steps.slice(3, 8).map(lineOfStep)).toEqual([
      "柯桥区经办人1 点：查看进度　卡片：【第一阶段】宣传发动",
      "柯桥区经办人1 填：小区名称 示例小区，方式 甲、乙，地址 ",
      "柯桥区经办人1 填：　卡片：申报",
      "柯桥区经办人1 发文件：a.txt　附言：请查收",
      "柯桥区经办人1 发文件：a.png、b.pdf",
    ]);
  });
});
