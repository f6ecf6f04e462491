import { talkIn } from "./answers/talk.ts";
import { cleanLine } from "./plain.ts";

const END = "(?=[吧啊呀了的。]*$)";
const THIS = "(?:[这那](?:一)?[个条项]?)?";
const MODAL = "(?:再|先|去|还[得要]?|得|要|回头|等会儿?|马上|也|就|来)";
const DOES =
  "(?:记|写|填|说|问|查|看|改|补|打|评|报|发|传|核|确认|想|商量|请示|接|找|讲|弄|拿不准|不确定|不清楚|不知道|觉得)";
const MANNER = "(?:先|就|那就)+(?:这样|这么(?:着|记|写|定|办|报|打|给))";
const LATER = "(?:后面|以后|之后|回头|下次|稍后|晚点|等会儿?|明天|到时候?|有空)";
const SUPERIOR = "(?:领导|书记|局长|科长|主任)(?:们|都|也|已经?)*";
const COUNTED = "[几\\d一二三四五六七八九十两]+";
const OTHERS = "(?:其余|其他|其它|剩下|剩余|余下|后面|前面|别的)";
/** 上面不给批 and 前一个不愿意 are of the matter. */
const OTHERS_COUNTED = `(?:上面|最?[前后]${COUNTED}[条项个])`;
const WHICH = `(?:的|${COUNTED}[条项个]|[条项]|各[项条]|第?${COUNTED}(?:部分|大项))*`;
const GIVEN = `(?:满分?|${COUNTED}分|不变|不动|照旧|没问题|不[打评给填改]|没[打评给填]|空着|待定|再[说打评看]|等我|照(?:[记录写打给]|样|原样)|(?:[这照]样记|记(?:录|上|下)?|录[上入]?|存上|不改|保留)${END})`;

const STARTS = new RegExp(
  [
    // 我再问问物业, 这一条我拿不准; 我区 and 自我 are of the matter, 经我核实 too.
    `${THIS}(?:等|让)?(?<![自经])我(?:${MODAL}+|们${MODAL}+)?(?:一下)?${DOES}`,
    // 你看行不行, 你先这么记着
    "(?<!迷)[你您]们?(?:看|先|给|帮|记|觉得|说|再|继续|放|等|写|填)",
    `(?:帮|替|给)我|麻烦[你您]|(?:行不行|可不可以|好不好|对不对)${END}`,
    `(?:${OTHERS}${WHICH})?(?:理由|原因)?(?:我们?)?${LATER}(?:我们?)?再${DOES}|(?:理由|原因|材料|这个)(?:后补|待补)`,
    `${DOES}(?:了|清楚|一下|完)再(?:说|补|定|填|写|打)|再[说补问]${END}`,
    `[你您]懂的|(?:大概|差不多了?)?${MANNER}|差不多了${END}|多?谢谢?[你您]?${END}|辛苦了|没事了|(?:刚[才刚])?[说讲填写打]到哪`,
    `${SUPERIOR}说(?:可以|行|好|不用|先|再|要|让|没问题)|(?:不是)?我?[说写讲打]错了`,
    `(?<=^|[，,\\s])${THIS}没有?(?:什么)?问题${END}`,
    `(?:反正|那就|那)就?[扣减打给]${COUNTED}分${END}`,
    `${OTHERS}${WHICH}(?:也|都|全部?|均|给|打|为|是|先|就|按|还|暂时?|这样|这么)*${GIVEN}`,
    "(?<=^|[，,\\s])(?:次序|顺序|排序|名单|分数)(?:也|都|还|仍|先)*(?:不变|不动|不改|照旧)",
    `${OTHERS_COUNTED}${WHICH}(?:也|都|均|给|打|先|就|还)*(?:不变|不动|不改|照旧|照[记打给]|记(?:录|上|下)?|满分?|${COUNTED}分)${END}`,
    `(?<=^|[，,。\\s])(?:请|也|帮忙|麻烦)*备注(?:一下|一句|上)${END}`,
    `(?<![部区充十等划])分数?(?:也|都|还|仍|先|就)*(?:不变|不动|不改|照旧|不用改|别[动改])${END}`,
    `(?<=^|.{2})[这那]${COUNTED}[条项](?:也|都|就|照|一并)+记(?:录|上|下)?${END}`,
    `(?<=^|[，,。\\s])(?:(?:算了|那就?|要么)[，,\\s]*)*(?:先|就|那就)(?:这样|这么)?(?:报|推|交)(?:送|上去?|定稿|[一两]个)?[了吧的。]*$`,
    `(?<=^|[，,。\\s])(?:算了|不管了)[，,\\s]*(?:先|就|那)?(?:报|推|交|提交|报送)(?:一个)?[了吧的。]*$`,
    `(?:理由|原因)[再也]?[改换]一?下|(?:先|暂时?|就)不[推报]荐?[了吧它]*[。]*$`,
  ].join("|"),
  "u",
);
const BEGINS = "(?:[嗯呃额哦啊那，,\\s]|好了?|就|再|先|请|麻烦|帮我|给我|[你您])*";
/** 帮我记一下…, 就写…: what is said before the matter itself, and none of it. */
const LEADS = new RegExp(
  `^${BEGINS}(?:[记写填改补](?:一下|下|上)|(?<=就)(?:说(?!明)|写(?![得的字])|记(?![录得]))|(?<=[帮给]我)[记写填]|[写改说]成)[，,:：\\s]*(?:就[说写])?(?=\\p{Script=Han}{2}|\\d)`,
  "u",
);
const JOINT = /(?:[，,、；;\s]|[嗯呃额]|(?<=.{2})(?:然后|不过|但是?|这[个条项]?|对了))+$/u;
/** …换大了对了 */
const BY_THE_WAY_BEHIND = /[，,\s嗯呃哦]*(?<![反面核校应针绝])对了[，,。\s]*$/u;

/** The matter, without what only leads to it. */
export const withoutOrder = (text: string): string => text.replace(LEADS, "").replace(BY_THE_WAY_BEHIND, "");

/** Words to the program within a text. `said`: they; `before`: what is left of the text. */
export interface ToProgram {
  said: string;
  before: string;
}

/**
 * Where somebody speaks of himself, to the program, of doing it later or otherwise, or of other rows, instead of the
 * matter: 会议没记录你先这么记着. Undefined: the text holds nothing of the kind.
 */
export function saidToProgram(text: string): ToProgram | undefined {
  const clauses = text.match(/[^，,。；;\n]+[，,。；;\n]*/gu) ?? [];
  const said: string[] = [];
  const kept = clauses.map((clause) => {
    const own = withoutOrder(clause);
    const at = STARTS.exec(own)?.index;
    if (at === undefined) return own;
    said.push(own.slice(at));
    return own.slice(0, at).replace(JOINT, "");
  });
  const [first] = said;
  if (first === undefined) return undefined;
  const before = cleanLine(kept.join("")).replace(JOINT, "");
  return { said: cleanLine(first), before: /\p{Script=Han}{2}/u.test(before) && !talkIn(before) ? before : "" };
}
