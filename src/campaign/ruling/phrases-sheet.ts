import type { Authority } from "../authority/authority.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";

export const sheetPhrases = {
  word: () => "口径汇总",
  purpose: (definition: Definition) => `${nounsOf(definition).approver}一并确认默认口径的《口径汇总表》`,
  title: ({ campaign }: Definition) => `口径汇总表：${campaign.words.plan}的默认口径`,
  waiting: (count: number) => `${count}条待确认`,
  done: () => "已确认",
  lead: (count: number) =>
    `以下${count}条拟按默认口径执行，可一并确认。确认前仍按默认口径执行；确认后留存确认人、时间和依据。`,
  nothing: () => "没有待一并确认的默认口径。",
  item: ({ id, question, text }: { id: string; question: string; text: string }, execution: string) =>
    `${id} ${question}${text}（${execution}）`,
  exceptions: () => "不在本次一并确认之列",
  single: (id: string, question: string, day: string) => `${id} ${question}须于${day}前单独答复`,
  open: (ids: string) => `${ids}：尚未明确或待确认，另行答复`,
  answered: (ids: string) => `${ids}：已答复`,
  confirmLabel: () => "确认汇总表",
  exceptField: () => "除外的编号",
  exceptHolder: (id: string) => `没有可不填，例如${id}`,
  footnote: (id: string) =>
    `可除外并写明依据，例如「确认汇总表 除${id} 经8月18日局长办公会研究同意，〔2023〕12号」。须单独答复的可发送「口径 编号 按默认」。`,
  print: () => "需要打印的，请发送「导出 口径」。",
  confirmed: (count: number, except: readonly string[], authority: Authority | undefined, now: Date) =>
    `已一并确认${count}条默认口径${except.length > 0 ? `，${except.join("、")}除外` : ""}。${authority ? `依据：${authorityPhrases.words(authority, now)}。` : ""}`,
  nothingToConfirm: () => "没有待一并确认的默认口径，未作任何改动。",
  unknownExcept: (ids: readonly string[]) =>
    `${ids.join("、")}不在待一并确认的默认口径中，未作任何改动。请核对编号后重新发送。`,
  sent: (definition: Definition, names: readonly string[]) =>
    `《口径汇总表》已送${names.join("、")}，由${nounsOf(definition).approver}一并确认。`,
  told: (approver: string, count: number) => `${approver}已一并确认${count}条默认口径。`,
};
