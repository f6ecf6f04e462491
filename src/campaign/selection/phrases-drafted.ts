import { pointsWords } from "../ranking/rules.ts";
import { meritPhrases } from "./phrases-merit.ts";
import type { Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

const MOST_UNPROVED = 6;

/** A row with less than its maximum, in hundredths. */
interface LostRow {
  id: string;
  given: number;
  most: number;
}

export const draftedPhrases = {
  /** 未得满分的有2条：3-5得3分（满分5分）…；3-9没有证明材料。 */
  reason: ({ lost, of, unproved }: { lost: readonly LostRow[]; of: number; unproved: readonly string[] }) => {
    const rows = lost.map(({ id, given, most }) => `${id}得${pointsWords(given)}分（满分${pointsWords(most)}分）`);
    const named = rows.length === 0 ? "" : `：${rows.join("、")}${rows.length < of ? "等" : ""}`;
    return `${[
      of === 0 ? "各条均得满分" : `未得满分的有${of}条${named}`,
      ...(unproved.length === 0
        ? []
        : [`${unproved.length > MOST_UNPROVED ? `有${unproved.length}条` : unproved.join("、")}没有证明材料`]),
    ].join("；")}。`;
  },
  facts: (shown: Pick<Shown, "merit" | "total">, reason: string, words: SelectionWords) =>
    `${meritPhrases.of(shown, words).join("，")}；${reason}`,
  line: (text: string) => `拟稿：${text}`,
  hint: () => "采用拟稿的回复「拟稿」，其余都采用的回复「其余拟稿」。",
  formHint: () => "采用所列拟稿的，理由可写「拟稿」。",
  atOnceHint: () => "理由写“拟稿”的，逐个采用系统按分数和材料所拟的理由，请在核对时过目。",
  none: (names: readonly string[]) => `${names.join("、")}没有分数，无从拟稿，未记录。请写明理由。`,
};
