import type { ScenarioFile, Step } from "./scenario.ts";
import { spanText } from "./span.ts";

/** A step as keys and values of its YAML; a single word has no value. */
export interface WrittenStep {
  head: string;
  value?: unknown;
  extras: Readonly<Record<string, unknown>>;
}

/** Names with blanks, and those that are keywords, are enclosed in 「」. */
const nameOf = (name: string): string => (/[\s「」]/.test(name) || name === "在" ? `「${name}」` : name);

const placeOf = (group: string | undefined): string => (group === undefined ? "" : ` 在 ${nameOf(group)}`);

/** What {@link readStep} reads back as the same step. */
export function writeStep(step: Step): WrittenStep {
  const head = (word: string) => ("who" in step ? `${nameOf(step.who)}${placeOf(step.in)} ${word}` : word);
  const written = (word: string, value?: unknown, extras: Record<string, unknown> = {}): WrittenStep => ({
    head: head(word),
    ...(value === undefined ? {} : { value }),
    extras: Object.fromEntries(Object.entries(extras).filter(([, extra]) => extra !== undefined)),
  });
  switch (step.kind) {
    case "say":
      return written("说", step.text, { 引用: step.quote });
    case "press":
      return written("点", step.label, { 卡片: step.card, 输入: step.inputs });
    case "fill":
      return written("填", step.values, { 卡片: step.card });
    case "drop":
      return written("发文件", step.files.length === 1 ? fileOf(step.files[0]) : step.files.map(fileOf), {
        附言: step.text,
      });
    case "read":
      return written("已读");
    case "recall":
      return written("撤回", step.text);
    case "see":
      return {
        head: `${step.never ? "不应看到" : "应看到"} ${nameOf(step.who)}${placeOf(step.in)}`,
        value: step.texts.length === 1 ? step.texts[0] : step.texts,
        extras: {},
      };
    default:
      return writeWorldStep(step, written);
  }
}

type WorldStep = Extract<Step, { kind: "goTo" | "advance" | "next" | "caption" | "fault" | "calm" }>;

function writeWorldStep(
  step: WorldStep,
  written: (word: string, value?: unknown, extras?: Record<string, unknown>) => WrittenStep,
): WrittenStep {
  switch (step.kind) {
    case "goTo":
      return written("时间到", momentText(step.moment));
    case "advance":
      return written("前进", spanText(step.span));
    case "next":
      return written("下一时点");
    case "caption":
      return written("说明", step.text);
    case "fault":
      return written("故障", step.name, { 次数: step.times?.toString() });
    case "calm":
      return written("恢复正常");
  }
}

function fileOf(file: ScenarioFile | undefined): unknown {
  if (file === undefined) return "";
  if ("path" in file) return file.path;
  return "text" in file ? { 文件名: file.name, 内容: file.text } : { 文件名: file.name, base64: file.base64 };
}

/** A moment of Asia/Shanghai as its wall clock shows it; any other as it is. */
export const momentText = (iso: string): string =>
  iso.endsWith("+08:00") ? iso.slice(0, 19).replace("T", " ").replace(/:00$/, "") : iso;

/** The step on one line. */
export function lineOfStep(step: Step): string {
  const { head, value, extras } = writeStep(step);
  const words = value === undefined ? head : `${head}：${valueText(value)}`;
  const more = Object.entries(extras).map(([name, extra]) => `${name}：${valueText(extra)}`);
  return [words, ...more].join("　");
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join("、");
  if (typeof value !== "object" || value === null) return String(value);
  if ("文件名" in value) return String(value.文件名);
  return Object.entries(value)
    .map(([name, one]) => `${name} ${valueText(one)}`)
    .join("，");
}
