import type { Citation } from "../../definition/citation.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Reading } from "../../definition/rulings-in-force.ts";
import type { Examples } from "./examples.ts";

const statusWords = { answered: "已明确", default: "默认口径", open: "待明确" } as const;

export const citationPhrases = {
  title: ({ label, title }: Citation) => (label === title ? `依据：${label}` : `依据：${label}　${title}`),
  linesLabel: () => "出处",
  lines: (lines: readonly number[], planTitle: string) => `《${planTitle}》第${lines.join("、")}行`,
  mark: (label: string) => `性质：${label}。`,
  reading: ({ ruling, question, status, text, given }: Reading) =>
    `口径${ruling}　问：${question}答（${statusWords[status]}）：${text}${given === undefined ? "" : `（${given}）`}`,
  line: ({ line }: Examples) => `依据 L${line}`,
  purpose: ({ campaign, rulings }: Definition) =>
    `查看${campaign.words.plan}原文${rulings.length > 0 ? "和现行口径" : ""}`,
  what: ({ line, row, requirement, ruling }: Examples) => {
    const examples = [
      `「依据 L${line}」（文件行）`,
      ...(row === undefined ? [] : [`「依据 ${row}」（评分条目）`]),
      ...(requirement === undefined ? [] : [`「依据 ${requirement}」`]),
      ...(ruling === undefined ? [] : [`「依据 ${ruling}」（口径）`]),
    ];
    return `请注明要查的编号，例如${examples.join("、")}。`;
  },
  unknown: (reference: string, nearest: readonly string[]) =>
    `没有编号「${reference.slice(0, 40)}」。相近的有：${nearest.map((label) => `「依据 ${label}」`).join("、")}。`,
};
