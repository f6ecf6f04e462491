import { rowsSaid } from "../../platform/conversation/score-rows-said.ts";
import type { ScoreRules } from "../../platform/conversation/score-rules.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";

const ASKS =
  /^(?<rows>.+?)(?:这?几?[条项个]|分别|都|的|[，,\s])*(?:(?:是|写|讲|说|指)(?:的)?(?:些|的是)?(?:什么|啥|哪些)|什么(?=内容|意思|来着|要求|标准)|(?:的)?(?:内容|原文|原话|评分标准))(?:内容|意思|来着|要求|标准|是什么|[呢啊呀吗了的?？。\s])*$/u;
/** Rows and what joins them. */
const ROWS_ONLY =
  /^(?:[\d一二三四五六七八九十]{1,3}\s*[-－—–~之杠点]\s*[\d一二三四五六七八九十]{1,3}|[到至和、，,~\s]|那个|第|[嗯呃])+$/u;

/** The rows whose wording is asked for: 三之二到三之五是什么来着, 2-1和2-3的内容. Empty for other words. */
export function askedRows(rules: ScoreRules, text: string): readonly string[] {
  const named = ASKS.exec(withoutFillers(text.trim()))?.groups?.rows ?? "";
  if (!ROWS_ONLY.test(named.normalize("NFKC"))) return [];
  const said = rowsSaid(rules, named);
  return rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id).filter((id) => said.includes(id)));
}
