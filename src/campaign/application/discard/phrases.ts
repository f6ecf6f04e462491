import type { ApplicationWords } from "../words.ts";

export const discardPhrases = {
  word: () => "删除申报表",
  asked: (name: string, { form }: ApplicationWords) => `删除“${name}”的${form}`,
  confirm: () => "确认删除申报表",
  keep: () => "不删除",
  confirmTyped: (name: string) => `确认删除申报表 ${name}`.trim(),
  example: (name: string) => `删除申报表 ${name}`,
  purpose: ({ form }: ApplicationWords) => `删除填写中、未提交的${form}，先列出再确认`,
  title: ({ form }: ApplicationWords) => `删除填写中的${form}`,
  asks: (name: string, { form, done, others }: ApplicationWords & { done: number; others: readonly string[] }) => {
    const also = others.length === 0 ? "" : `${others.join("、")}也填写过。`;
    return `将删除“${name}”的${form}（已填${done}项，尚未提交），删除后不能恢复，尚未作任何改动。${also}确需删除的，请点击或发送「${discardPhrases.confirmTyped(name)}」。`;
  },
  none: ({ form }: ApplicationWords) =>
    `没有您正在填写、未提交的${form}，未作任何改动。已提交的请用「撤回」，修改中的请发送「取消」。`,
  which: (names: readonly string[], { form }: ApplicationWords) =>
    `您正在填写的${form}不止一份：${names.join("、")}。未作任何改动，请写明删除哪一份。`,
  unnamed: () => "未填名称",
  done: (name: string, { form }: ApplicationWords) => `“${name}”的${form}已删除，填写的内容不再保留。`,
  doneTitle: () => "已删除",
};
