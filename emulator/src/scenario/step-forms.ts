import { z } from "zod";
import { last } from "../client/last.ts";
import { readMoment } from "../client/moment.ts";
import { FAULTS } from "./fault-labels.ts";
import { nearest } from "./nearest.ts";
import type { ScenarioFile, Step } from "./scenario.ts";
import { readSpan } from "./span.ts";

/** The syntax of one kind of step. */
export interface StepForm {
  /** `person`: `<人员> [在 <群>] <word>`; `expectation`: `<word> <人员> [在 <群>]`; `world`: the word alone. */
  head: "person" | "expectation" | "world";
  word: string;
  /** Shown as a suggestion for an unknown step. */
  example: string;
  /** Further lines of the step. */
  extras: readonly string[];
  /** @throws z.ZodError with a sentence */
  read(value: unknown, extras: Readonly<Record<string, unknown>>, whose: { who: string; in?: string }): Step;
}

/** Numbers and booleans arrive as text. */
const text = (what: string) =>
  z
    .string({ error: `${what}应是文字` })
    .trim()
    .min(1, `${what}是空的`);
const optional = (what: string) => text(what).optional();
const times = z
  .string({ error: "次数应是正整数" })
  .regex(/^[1-9]\d{0,2}$/, "次数应是1到999的整数")
  .transform(Number)
  .optional();

const file = z.union(
  [
    text("文件").transform((path): ScenarioFile => ({ name: last(path.split("/")) ?? path, path })),
    z
      .strictObject({ 文件名: text("文件名"), 内容: z.string() })
      .transform((given): ScenarioFile => ({ name: given.文件名, text: given.内容 })),
    z
      .strictObject({ 文件名: text("文件名"), base64: z.base64() })
      .transform((given): ScenarioFile => ({ name: given.文件名, base64: given.base64 })),
  ],
  { error: "文件应写成路径，或写明文件名和内容" },
);
const files = z.union([file.transform((one) => [one]), z.array(file).min(1)], {
  error: "文件应写成路径，或写明文件名和内容",
});

const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]), {
  error: "填写的内容应逐项写明，例如 {小区名称: 锦绣花园}",
});

/** Omits a missing value. */
const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);

export const STEP_FORMS: readonly StepForm[] = [
  {
    head: "person",
    word: "说",
    example: "柯桥区经办人1 说: 帮助",
    extras: ["引用"],
    read: (value, { 引用 }, whose) => ({
      kind: "say",
      ...whose,
      text: text("说的话").parse(value),
      ...given("quote", optional("引用的话").parse(引用)),
    }),
  },
  {
    head: "person",
    word: "点",
    example: "柯桥区经办人1 点: 申报",
    extras: ["卡片", "输入"],
    read: (value, { 卡片, 输入 }, whose) => ({
      kind: "press",
      ...whose,
      label: text("按钮").parse(value),
      ...given("card", optional("卡片").parse(卡片)),
      ...given("inputs", values.optional().parse(输入)),
    }),
  },
  {
    head: "person",
    word: "填",
    example: "柯桥区经办人1 填: {小区名称: 锦绣花园}",
    extras: ["卡片"],
    read: (value, { 卡片 }, whose) => ({
      kind: "fill",
      ...whose,
      values: values.parse(value),
      ...given("card", optional("卡片").parse(卡片)),
    }),
  },
  {
    head: "person",
    word: "发文件",
    example: "柯桥区经办人1 发文件: 工作报告.docx",
    extras: ["附言"],
    read: (value, { 附言 }, whose) => ({
      kind: "drop",
      ...whose,
      files: files.parse(value),
      ...given("text", optional("附言").parse(附言)),
    }),
  },
  {
    head: "person",
    word: "已读",
    example: "柯桥区经办人1 已读",
    extras: [],
    read: (_value, _, whose) => ({ kind: "read", ...whose }),
  },
  {
    head: "person",
    word: "撤回",
    example: "柯桥区经办人1 撤回: 帮助",
    extras: [],
    read: (value, _, whose) => ({
      kind: "recall",
      ...whose,
      ...given("text", optional("撤回的话").parse(value || undefined)),
    }),
  },
  ...(["应看到", "不应看到"] as const).map(
    (word): StepForm => ({
      head: "expectation",
      word,
      example: `${word} 柯桥区经办人1: 宣传发动`,
      extras: [],
      read: (value, _, whose) => ({
        kind: "see",
        ...whose,
        never: word === "不应看到",
        texts: z
          .union([text("文字").transform((one) => [one]), z.array(text("文字")).min(1)], {
            error: "请写明应看到的文字",
          })
          .parse(value),
      }),
    }),
  ),
  {
    head: "world",
    word: "时间到",
    example: "时间到: 2023-08-21 09:00",
    extras: [],
    read: (value) => ({ kind: "goTo", moment: moment.parse(value) }),
  },
  {
    head: "world",
    word: "前进",
    example: "前进: 1天",
    extras: [],
    read: (value) => ({ kind: "advance", span: span.parse(value) }),
  },
  { head: "world", word: "下一时点", example: "下一时点", extras: [], read: () => ({ kind: "next" }) },
  {
    head: "world",
    word: "说明",
    example: "说明: 下面看初评",
    extras: [],
    read: (value) => ({ kind: "caption", text: text("说明").parse(value) }),
  },
  {
    head: "world",
    word: "故障",
    example: "故障: 断开连接",
    extras: ["次数"],
    read: (value, { 次数 }) => {
      const count = times.parse(次数);
      return { kind: "fault", name: fault.parse(value), ...(count === undefined ? {} : { times: count }) };
    },
  },
  { head: "world", word: "恢复正常", example: "恢复正常", extras: [], read: () => ({ kind: "calm" }) },
];

/** ISO 8601 with offset. */
export const moment = text("时间").transform((words, context) => {
  try {
    return readMoment(words);
  } catch (error) {
    context.addIssue({ code: "custom", message: sentence(error) });
    return z.NEVER;
  }
});

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/。$/, "") : String(error);

const span = text("前进的时间").transform((words, context) => {
  const read = readSpan(words);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `「${words}」不是一段时间，请写成1天、2小时或30分钟` });
  return z.NEVER;
});

const fault = text("故障").superRefine((name, context) => {
  if (Object.keys(FAULTS).includes(name)) return;
  const message = `没有故障「${name}」，最接近的是「${nearest(name, Object.keys(FAULTS))}」`;
  context.addIssue({ code: "custom", message });
});
