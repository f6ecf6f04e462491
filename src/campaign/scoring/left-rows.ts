import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { Definition } from "../definition/definition.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow, unanswered } from "./points.ts";
import { criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** 还有几个, 还剩几条没打, 还差多少条 */
const LEFT =
  /^(?:[嗯呃额哦那]|现在|目前|请问)*还?(?:有|剩下?|差|缺)(?:了)?(?:几|多少)[个条项](?:条目)?(?:没|未|还没|需要|要)?(?:有)?(?:评|打|填|给)?(?:分)?[了的啊呢吗?？]*$/u;

/** 查, 评分表: to be seen how far the sheet is. */
const LOOKS = /^(?:查一?下?|(?:查看?|看)?(?:评分|打分)表)$/u;

/** Whether it is asked which rows have no points yet. */
export function asksLeft(text: string): boolean {
  const said = plainAnswer(text).replaceAll(" ", "");
  return LEFT.test(said) || LOOKS.test(said);
}

export function leftWords({ rubric }: Definition, sheet: ScoreSheet): string {
  const open = unanswered(rubric, pointsByRow(sheet));
  const all = criteriaOf(rubric).length;
  return phrases.left(all - open.length, all, open);
}
