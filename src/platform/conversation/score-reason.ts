import { talkIn } from "./answers/talk.ts";
import { cleanLine } from "./plain.ts";
import type { ScoreRules } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";

const LEAD = /^的?(?:理由|原因|说明)?(?:\s*[:：]|就?是|为|改为|改成)?\s*/u;
/** Words that are for the row, and none of its reasons. */
const NO_REASON =
  /\d\s*分|[零〇一二三四五六七八九十两]\s*分|满分|^(?:[扣减给打改得]|跳过|上一|下一|保存|退出|取消|撤|删|清空|(?:证明)?(?:材料|照片|图片|文件|附件)$)/u;
const ROW = /\d{1,2}-\d{1,2}/gu;

/** 1-2 会议少: the reason of a row that has its points. Undefined: it may be something else. */
export function reasonAlone(rules: ScoreRules, id: string, said: string): string | undefined {
  const text = cleanLine(said.replace(LEAD, ""));
  const isReason = /^\p{Script=Han}{2}/u.test(text) && !NO_REASON.test(text) && talkIn(text) === undefined;
  const namesAnother = (text.match(ROW) ?? []).some((other) => rowIn(rules, other) !== undefined);
  return isReason && !namesAnother && rules.given?.includes(id) ? text : undefined;
}
