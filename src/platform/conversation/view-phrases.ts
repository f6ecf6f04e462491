import type { AnswerValue } from "./answer.ts";
import { countWords } from "./count-words.ts";
import type { Form, Question } from "./field.ts";

/** Texts of questions, pages and the review. */
export const viewPhrases = {
  keptWithin: (label: string, named: string) =>
    `其中以“${named.replace(/[:：]$/u, "")}”开头的一段一并记入“${label}”；属于该栏目的，请另行发送。`,
  whichChanged: (typed: string) => `「${typed}」没有写明改哪一栏，未保存。请点击或回复所列内容。`,
  progress: (place: number, of: number) => `${place}/${of}`,
  recorded: (label: string, shown: string) => `已记录　${label}：${shown}`,
  question: (place: number, of: number, label: string, required: boolean) =>
    `${place}/${of}　请填写【${label}】${required ? "" : "（选填）"}`,
  choose: (place: number, of: number, label: string, required: boolean) =>
    `${place}/${of}　请选择【${label}】${required ? "" : "（选填）"}`,
  example: (example: string) => `例如：${example}`,
  current: (shown: string) => `已填：${shown}。不修改的请发送「跳过」。`,
  proposal: (proposal: string) => `建议填写：${proposal}。采用请发送「确认」。`,
  known: (text: string, from: string) => `${from}为：${text}。没有变化的请发送「确认」采用，有变化的请直接填写。`,
  knownHint: (text: string, from: string) => `${text}（${from}）`,
  longText: (value: string, firstLine: string) => `共${countWords(value)}字：${firstLine}`,
  attachedPage: (words: number, most: number) => `共${words}字，超过${most}字的部分另附页`,
  unanswered: () => "未填写",
  missing: (labels: readonly string[]) => `还有${labels.length}项必填内容没有填写：${labels.join("、")}。`,
  whichField: (labels: readonly string[]) =>
    `未能确定所指的栏目，未作任何改动。您要修改的是：${labels.map((l) => `「改 ${l}」`).join("、")}？`,
  /** @param typed what records the correction */
  correctionOpen: (typed: readonly string[]) =>
    `尚未提交：此前的更正没有记录。需更正的，请回复${typed.map((one) => `「${one}」`).join("或")}；不更正、按以下内容提交的，请再次提交。`,
  whichCorrection: (typed: readonly string[]) =>
    `未能确定所指的栏目，未作任何改动。请点击或回复${typed.map((one) => `「${one}」`).join("或")}；都不是的，请写明栏目名称。`,
  reviewLead: () => "请核对以下内容。确认无误后提交。",
  reviewMissing: (labels: readonly string[]) => `请核对以下内容。必填的${labels.join("、")}尚未填写，补齐后才能提交。`,
  reviewStatus: (answered: number, of: number) => `已填${answered}/${of}项`,
  reviewFootnote: (typed: string) => `需要修改的，请发送「改 栏目名称」，例如「${typed}」。`,
  changeTyped: (label: string) => `改 ${label}`,
  left: (answered: number, of: number) => `已保存，共填写${answered}/${of}项。随时发送「继续填写」可接着办理。`,
  leftStatus: () => "已保存",
  submitting: () => "正在提交。",
  savePage: () => "保存本页",
  /** Stands above the page that is shown next, so it calls none "本页". @param some whether anything was given that was not known before */
  pageSaved: (some: boolean) => (some ? "所填内容已保存。" : "没有新填写的内容，此前保存的内容不变。"),
  /** At the foot of the card, where the form was sent: the reasons stand above the form. */
  footnote: (refused: number, footnote: string) =>
    refused > 0 ? `有${refused}项未保存，原因列在表单上方。${footnote}` : footnote,
  /** Beside the number of values that could not be saved. */
  restSaved: (some: boolean) => (some ? "其余所填内容已保存。" : ""),
  /** Label of a button beside a form, which does not carry what was typed. */
  withoutSaving: (label: string) => `${label}（不保存本页）`,
  afterPage: () => "完成后",
  turns: { next: "下一页", back: "上一页", leave: "保存退出" },
  /** Instead of 下一页, where none follows. */
  lastTurn: "核对全表",
  placeholder: (question: Question, value: AnswerValue | undefined, proposal?: string): string | undefined => {
    if (question.kind === "longText" && typeof value === "string") return `已填${countWords(value)}字，留空则不改`;
    if (value === undefined && proposal !== undefined) return `填“确认”采用：${proposal}`;
    if (question.example !== undefined) return `例如：${question.example}`;
    if (question.kind === "points") return `${question.min ?? 0}至${question.max ?? ""}`;
    return question.maxCharacters === undefined ? undefined : `不超过${question.maxCharacters}字`;
  },
  detailPlaceholder: (option: string) => `选「${option}」时填写`,
  problems: (sentences: readonly { label: string; sentence: string }[]) =>
    sentences.map(({ label, sentence }) => `${label}：${sentence}`),
  title: (form: Form) => form.title,
  labels: {
    back: "上一步",
    skip: "跳过",
    leave: "保存退出",
    submit: "提交",
    accept: "采用建议",
    attachedPage: "另附页",
  },
  typed: { accept: "确认", attachedPage: "附页" },
};
