const THIS = "(?:这个|那个|这项|那项|这里|这)?";
/** What people name while they cannot say it. */
const THING =
  "(?:手机|电话|号码|名字|名称|姓名|材料|稿子|地址|书记|主任|负责人|社区|街道|单位|物业|比例|日期|数据|备注|意见|理由|具体(?:的|情况)?)?";
const WHO = "(?:我们?|本人|咱们?)?";
const OFFICIAL = "(?:领导|书记|主任|局长|科长|同事|他们?|她们?|人家|物业|社区|街道|业委会|单位|局里)";
const END = "(?:了|啊|呀|呢|吧|的|哦|哈|嘛)*";
/** 这个我不清楚 */
const UNKNOWN = new RegExp(
  `^${THIS}${THING}${THIS}${WHO}(?:也|还|暂时|目前|现在|真的?|实在|有点)*(?:不(?:太|大|是很|怎么)?(?:清楚|知道|确定|晓得|了解|记得)|说不准|说不好|记不太?清楚?|记不得|忘记?了|想不起来|没印象|没查到|查不到)${END}$`,
  "u",
);
/** 材料我还没写好 */
const NOT_READY = new RegExp(
  `^${THIS}${THING}${THIS}(?:我们?|材料|稿子)(?:也|还|暂时|目前|现在)*(?:没有?|未)(?:写|准备|弄|填|拿到|问到|想|定|整理|收到)(?:好|完|下来|出来)?${END}$`,
  "u",
);
/** …先空着, …以后再补 */
const LEFT_EMPTY = /(?:先|暂时?|就)(?:空着|空一空|留空|放着|放一放|不填|不写|不管)[吧了的啊]*$/u;
/** 先到这儿吧我要去开会了, 我先退出一下, 好了就这些 */
const LEAVES =
  /^(?:好了?|嗯|行|那)*(?:(?:今天|我们?|咱们?|就|先)+(?:[弄填做报]?到这(?:儿|里|了)?|退出|走|离开|下线|忙别的)(?:一下|一会儿?)?|(?:我们?|先)+(?:要|得|先|去|赶)+(?:开会|下班|吃饭|接个?电话|忙|出去|走))[吧了啊的,，\s]*(?:我?们?(?:要|得|先|去|还|有)*(?:开会|下班|吃饭|接个?电话|忙|出去|走|有事).{0,4})?$/u;
const CLOSES = /^(?:好了?|嗯|行|那|对)*[,，\s]*就(?:这些|这么多|这样)[了吧啊的]*$/u;
/** 等一下我想想 */
const WAITS = /^[嗯哎啊呃额]*等(?:一下|一会儿?|会儿?|下|等)[,，\s]*(?:让?我|我们)(?!是|叫).{1,8}$/u;
/** 我再跟领导商量一下明天再报 */
const CONSULTS = new RegExp(
  `^(?:那|就)?我们?(?:还|再|先|要|得|想|需要|去)*(?:[跟和与同]${OFFICIAL})(?:再|先)?(?:商量|汇报|核对|核实|确认|沟通|说|讨论|对)(?:一下|下|一声)?.{0,8}$`,
  "u",
);
/** 备注不用填了, 不必填 */
const DISPENSES = new RegExp(
  `^${THIS}${THING}(?:就|也|都)?(?:不用|不必|不需要|无需|没必要)再?(?:填|写|报)(?:什么)?${END}$`,
  "u",
);
/** 我有事先走一下明天再填, 嗯先这样吧 */
const AWAY = /^(?:我们?)?(?:有[点个]?事|临时有事|要开会)[,，\s]*.{0,12}$|^[嗯那好]*就?先(?:就)?(?:这样|到这)[了吧]*$/u;
/** 我改主意了这个小区不报了 */
const GIVES_UP =
  /^(?:我们?)?(?:改(?:变)?主意了?)?[,，\s]*(?:[这那]个)?(?:小区|项目|社区|户)?(?:就|先)?不(?:申报|报|参评|评|参加)了[吧啊]*$/u;
const INTENTIONS: readonly RegExp[] = [
  AWAY,
  GIVES_UP,
  UNKNOWN,
  NOT_READY,
  LEFT_EMPTY,
  LEAVES,
  CLOSES,
  WAITS,
  CONSULTS,
  DISPENSES,
];

/** 我改主意了不报了 */
export const givesUp = (text: string): boolean => GIVES_UP.test(text);

/** What people say they will do, or cannot say, instead of an answer. */
export const intends = (text: string): boolean => INTENTIONS.some((pattern) => pattern.test(text));

/** 不用填了: the question is to be left out. */
export const dispenses = (text: string): boolean => DISPENSES.test(text);
