import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { supportPhrases as phrases } from "./phrases.ts";

const NOT_DONE =
  /未(?:办|完成|解决|落实|开始|启动|到位|回复|答复|处理|开工|完工|安装|修|批)|(?:没有?|还没|尚没)(?:有)?(?:办|做|弄|修|装|批|解决|完成|落实|开始|答复|回复|处理|到位|动)|(?<!不)尚[未待需]|还(?:没|需|要|差|在|剩)|正在(?:办|处理|协调|推进|施工|申请|审批)|(?:待|等)(?:批|审批|办|落实|协调|施工|答复|回复)|(?:部分|一半)(?:已|完成|解决)|进行中|办不[了成]/u;
/** 不再需要, 已无未办事项: nothing is left to be done. */
const NOTHING_LEFT =
  /(?:无|没有|不存在)(?:其他|遗留|剩余)?(?:尚?未(?:办|完成|解决)|遗留)|不(?:再)?(?:还)?需要?(?:办|协调|支持|了)/u;

/** Whether what is said of the outcome says that it is not done, or takes the word back. */
export const saysUndone = (outcome: string): boolean =>
  talkIn(outcome) === "wrong" || (NOT_DONE.test(outcome) && !NOTHING_LEFT.test(outcome));

/** What the button of the question sends behind the words. */
export function sureIn(typed: string): { text: string; isSure: boolean } {
  const mark = phrases.closeAnywayMark();
  const said = typed.trimEnd();
  return said.endsWith(mark) ? { text: said.slice(0, -mark.length), isSure: true } : { text: typed, isSure: false };
}
