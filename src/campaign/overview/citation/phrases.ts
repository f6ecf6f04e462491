import type { Citation } from "../../definition/citation.ts";
import type { Reading } from "../../definition/rulings-in-force.ts";

const statusWords = { answered: "已明确", default: "默认口径", open: "待明确" } as const;

export const citationPhrases = {
  title: ({ label, title }: Citation) => (label === title ? `依据：${label}` : `依据：${label}　${title}`),
  linesLabel: () => "出处",
  lines: (lines: readonly number[], planTitle: string) => `《${planTitle}》第${lines.join("、")}行`,
  mark: (label: string) => `性质：${label}。`,
  reading: ({ ruling, question, status, text, given }: Reading) =>
    `口径${ruling}　问：${question}答（${statusWords[status]}）：${text}${given === undefined ? "" : `（${given}）`}`,
  what: () =>
    "请注明要查的编号，例如「依据 L15」（文件行）、「依据 3-2」（评分条目）、「依据 要求8」、「依据 R14」（口径）。",
  unknown: (reference: string, nearest: readonly string[]) =>
    `没有编号「${reference.slice(0, 40)}」。相近的有：${nearest.map((label) => `「依据 ${label}」`).join("、")}。`,
};
