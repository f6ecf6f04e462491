import { withoutClosing } from "./answers/closing-words.ts";
import { keepsAnswer } from "./answers/not-content.ts";
import { bareWords } from "./bare-words.ts";
import { type FieldChange, readFieldChange } from "./field-change.ts";
import { plainAnswer } from "./plain.ts";
import { simplified } from "./simplified.ts";

/** Commands that are accepted at any question. */
export type FormCommand =
  | { kind: "back" | "skip" | "clear" | "leave" | "submit" | "show" }
  /** 照旧, 不变: the saved answer stays; where there is none the words say nothing. */
  | { kind: "keep" }
  /** `proposed`: says that it is the proposed answer, also where another is saved. */
  | { kind: "accept"; proposed: boolean }
  /** 业委会主任删掉 */
  | { kind: "clearField"; name: string }
  /**
   * 改 <字段>, optionally followed by the new answer. `spaced`: whitespace or a colon follows the verb. `value`: what
   * stands behind the first blank, as it is written.
   */
  | { kind: "change"; name: string; spaced: boolean; value?: string }
  /** 小区地址改为…, 改小区地址为…, 不对，应该是… */
  | { kind: "correct"; correction: FieldChange };

const WORDS: readonly (readonly [
  Exclude<FormCommand["kind"], "change" | "correct" | "clearField" | "keep">,
  readonly string[],
])[] = [
  ["back", ["上一步", "上一题", "上一项", "上一页", "返回"]],
  [
    "skip",
    [
      "跳过",
      "跳",
      "略过",
      "先跳过",
      "跳过吧",
      "不填",
      "不选",
      "不用填",
      "不用",
      "不用了",
      "不需要",
      "没了",
      "没有了",
      "没有其他",
      "无其他",
      "下一步",
      "下一个",
      "下一条",
      "下个",
      "下一题",
      "下一项",
      "下一页",
    ],
  ],
  ["show", ["核对", "核对一下", "检查", "检查一下", "看一下全部"]],
  ["clear", ["清除", "清空", "删掉", "删除", "删了", "去掉"]],
  ["leave", ["保存退出", "保存并退出", "保存", "退出", "暂存"]],
  [
    "submit",
    [
      "提交",
      "确认提交",
      "提交定稿",
      "提交吧",
      "可以提交了",
      "好了提交吧",
      "提交申报",
      "提交申报表",
      "先交",
      "先交了",
      "就这样提交",
      "交了",
      "交",
      "交吧",
      "交了吧",
      "可以交了",
      "交上去",
    ],
  ],
  ["accept", ["确认", "采用", "采用建议", "同意", "用建议的", "就用这个", "一样", "一样的", "相同", "一致", "同名"]],
];
/** 嗯跳过吧, 那就提交吧 */
const OPENS = /^(?:[嗯呃额唔哦]+|可以了|没问题了?|差不多了|没有了|那个|那就?|就(?=[提跳保退])|好了?的?|行)+[,，]*/u;
/** 就按你建议的填 */
const TAKES_PROPOSAL =
  /^(?:嗯+|好的?|行|可以|对|那)*[,，]*(?:同意)?就?(?:按照?|照|用|填|采用|采纳)?着?(?:[你您]们?|系统|上面|刚才)*的?建议的?(?:来|填|写|办|名称|内容|那个)*(?:就行|就好|即可|吧|了)*$/u;
/** 就用默认的, 那个默认的市局, 按惯例填市局就行 */
const TAKES_DEFAULT =
  /^(?:嗯+|好的?|行|可以|对|那个?|就|是|也|都)*[,，]*(?:(?:按照?|照|用|填|采用)着?)?(?:那个|系统)?(?:默认|惯例)的?(?:那个|来)?(?:填|写|用)?(?:市局|内容|单位|名称|那个)?(?:就行|就好|即可|吧|了)*$/u;
/** 好就这个 */
const TAKES_THIS =
  /^(?:嗯+|好的?|行|可以|对|那)*[,，]*就(?:用|填|按|写|是)?这(?:个|样|么)(?:填|写|办|定)?(?:了|吧|好了|行了)*$/u;
/** 我先退出一下 */
const LEAVES =
  /^(?:嗯|好|那)*我?(?:先|要)+(?:保存)?(?:退出|保存)(?:一下|填写)?(?:吧|了)*$|^[嗯好那]*先?(?:就)?这样吧?[,，]*(?:我?先?(?:保存|退出|保存退出)[吧了]*)$/u;
/** 看一下填了哪些, 还有哪些没填 */
const SHOWS =
  /^[嗯哎]*(?:请|麻烦|帮我|给我|让我|我)*(?:想|要)?(?:再|先)*(?:看一?[下看]|查看|显示|核对一?下|列一?下)?(?:一下)?(?:申报表|本表|这[份张]表|表[里上]|现在|目前|我们?|已经|都|一共|前面|刚才)*(?:里|上|的)*(?:(?:已|都)?(?:填|写)(?:报)?(?:了|过|好)?(?:的)?(?:哪些|什么|哪几项|些什么|多少项?|内容|情况)|还?(?:有|差|缺|剩)(?:哪些|什么|哪几项|几项|多少项?)(?:栏目|内容|项)?(?:没有?|未)填(?:写|的)?|还?(?:有|差|缺|剩)(?:哪些|哪几项|几项|多少项?)(?:栏目|内容|必填|必填项)?|已填(?:内容|栏目|项)?)(?:内容|栏目|项)?[了吗呢的]*$/u;
/** 我的表填到哪了 */
const SHOWS_PLACE =
  /^[嗯那]*(?:我们?的?)?(?:这[张份]?)?(?:申报)?表?(?:现在)?(?:填|写|做|报)到哪(?:里|儿|一[步项])?[了吗呢啊]*$/u;
/** 还差几个 */
const SHOWS_COUNT =
  /^[嗯那]*(?:现在|目前|我们?|一共)*还?(?:差|缺|剩)(?:几|多少)[个项条栏]?(?:栏目|内容)?[了吗呢啊的]*$/u;
/** 现在这样可以提交了吗 */
const ASKS_TO_SUBMIT =
  /^(?:[好嗯行那的,，])*(?:现在|目前|这样|这就|我们?|本表)*(?:(?:可以|能|好)提交了?[吗么没]|(?:能不能|可不可以|是不是可以|是否可以|可否)提交了?[吗么]?)$/u;
const DELETED =
  /^(?:把|将)?(\S{2,20}?)(?:的内容)?(?:都|给|\s)*(?:删掉|删除|删了|清空|清除|去掉|不要了|改(?:为|成)?空白?)了?$/u;
const DELETE = /^(?:(?:删掉|删除|清空|清除|去掉)\s*|删\s+)(\S{2,20})$/u;
const CHANGE = /^(?:修改|更正|重填|改)([\s:]*)(.+)$/s;
const WRITTEN = /^(?:修改|更正|重填|改)[\s:：]*[^\s:：]+[\s:：]+(\S.*)$/s;

/** Parses a command, with or without a slash, quotes and trailing punctuation; undefined if the message is none. */
export function readFormCommand(text: string): FormCommand | undefined {
  const { said, words: bare, start, wrapped } = bareWords(text);
  const plain = plainAnswer(bare);
  const words = simplified(plain.replaceAll(" ", ""));
  if (ASKS_TO_SUBMIT.test(words) || [SHOWS, SHOWS_COUNT, SHOWS_PLACE].some((asks) => asks.test(words)))
    return { kind: "show" };
  const spoken = withoutClosing(words)
    .replace(OPENS, "")
    .replace(OPENS, "")
    .replace(/[吧啊呀]+$/u, "");
  const kind = LEAVES.test(words)
    ? "leave"
    : WORDS.find(([, known]) => known.includes(words) || known.includes(spoken))?.[0];
  const accepts = kind === "accept" || [TAKES_PROPOSAL, TAKES_DEFAULT, TAKES_THIS].some((takes) => takes.test(words));
  if (accepts) return { kind: "accept", proposed: /建议|默认|惯例/u.test(words) };
  if (kind) return { kind };
  if (keepsAnswer(words)) return { kind: "keep" };
  const deleted = (DELETED.exec(plain) ?? DELETE.exec(plain))?.[1];
  if (deleted !== undefined) return { kind: "clearField", name: deleted };
  const correction = readFieldChange(text);
  if (correction) return { kind: "correct", correction };
  const [, gap, name] = CHANGE.exec(plain) ?? [];
  if (name === undefined) return undefined;
  const value = WRITTEN.exec(wrapped ? bare : said.slice(start))?.[1];
  return { kind: "change", name, spaced: gap !== "", ...(value === undefined ? {} : { value }) };
}
