/** Said before or behind a value, and part of none: 对了…, …电话等会儿给你, …属于柯桥街道, …后面要加有限. */
const SPOKEN =
  /[,，\s]*(?:(?<![反面])对了|不对不对|等(?:会儿?|一下|下)(?:再)?[给发补告]|属于|[前后]面(?:还?要|得)加|[跟和同与].{1,6}同一个|(?<!^)不是(?=\p{Script=Han}{2})|[盖签]的章?$|(?:数据|时间)(?:是|截)|近[两一二三2]年|(?<=\p{Script=Han}|[\s,，])(?:[还暂]?[没无]有?|无)?(?:电话|手机)(?!局|厂|公司|广场|市场|城|小区|新村|亭|卡|店|设备|器材|行业|配件|维修|通[信讯]|科技|产业|电子|大厦|大楼|商[城场会])(?=\p{Script=Han}|$))/u;
/** 城南路3号，电话不变 */
const UNCHANGED = /[,，、；;\s]+\p{Script=Han}{2,10}(?:不变|没变|照旧|不用改)$/u;
/** 陈刚不变 */
const STAYS = /(?<=\p{Script=Han}{2})[,，\s]*(?:不变|没变|照旧|不用改|不改)$/u;
/** 嘉兴路2号 96 8.20, 东直街5号 3栋 96%: figures without the word of a house behind a whole address. */
const FIGURES = /(?<=[号栋幢弄室楼层园苑区][^\S\n]*)(?:[\s，,、]+\d+(?:[./-]\d+)*\s*[%％]?)+$/u;
/** Of a name said before. */
const POINTS = /^(?:刚才|上面|前面)?(?:[那这]一?(?:个|里|边|家|位)|[它他她])的?$/u;
/** 业委会一共七个人, 党员有四个 */
const COUNTS =
  /(?:一共有?|总共有?|共有|共计|(?:党员|业主|居民|委员)有)\s*[\d一二三四五六七八九十百千两]+\s*[个名位人户栋幢]/u;
/** 交付年份两千零八年 */
const YEAR = /[\d〇○零一二三四五六七八九十两千]{2,}年(?![一二三四五六七八九十级路街巷弄])/u;
/** 裕民锦园在柯桥街道 */
const WHERE =
  /(?<=\p{Script=Han}{2})(?:坐落|位于|就?在)(?=\p{Script=Han}{2,8}(?:街道|镇|乡|社区|村|路|大道|区|县|市)(?:\p{Script=Han}{0,10}\d*[号弄]?)?$)/u;
/** 在暨阳街道, where somebody is asked for */
const PLACE = /^(?:就|坐落|位)?[在于](?=\p{Script=Han}{2,}(?:街道|镇|乡|社区|村|[路街]))/u;
/** 姓蒋蒋玉英, 电话 */
const NO_NAME = /^姓\p{Script=Han}{2,}|^(?:手机|电话|号码|名字|姓名|地址)$/u;
/** In what is longer than a name: 王要武 is one. */
const IN_SENTENCE = /[的要给]|(?<=\p{Script=Han}{2})[是了]|(?:书记|主任)(?:是|叫)/u;
const LONGEST_NAME = 4;
const ADDRESS = /地址$/u;
const UNIT = /单位$/u;
/** 中国轻纺城街道柯东社区 */
const DISTRICTS = /^\p{Script=Han}{2,8}(?:街道|镇|乡)\p{Script=Han}{2,8}(?:社区|村)$/u;

/** Where in a line of one value something begins that is none of it; undefined where nothing does. */
export function besideValue(label: string, line: string): number | undefined {
  const ofPerson = /(?:主任|书记|负责人|联系人|姓名)$/u.test(label);
  const marks = [
    SPOKEN,
    UNCHANGED,
    STAYS,
    POINTS,
    COUNTS,
    ...(ADDRESS.test(label) ? [FIGURES] : [YEAR, WHERE, PLACE]),
    ...(ofPerson ? [NO_NAME] : []),
    ...(ofPerson && [...line].length > LONGEST_NAME ? [IN_SENTENCE] : []),
    ...(UNIT.test(label) ? [DISTRICTS] : []),
  ];
  const found = marks.flatMap((mark) => mark.exec(line)?.index ?? []);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** The words about an own value that was wrong: 刚才那个号码. */
const OWN =
  /刚才|刚刚|上面|前面|[那这]个|[说写填打]的?|电话|手机|号码|应该|还|就|是|的|错了?|不对|[嗯呃哦啊，,。、\s]/gu;
const DIGITS = /[\d〇○零一二三四五六七八九十幺两+－-]/gu;

/** 李红梅那个电话: what was wrong is said of something that the question does not ask for. */
export function wrongOfOther(label: string, wrong: string): boolean {
  const words = [label, label.slice(-4), label.slice(-2)].reduce((left, word) => left.replaceAll(word, ""), wrong);
  return /\p{Script=Han}{2}/u.test(words.replaceAll(OWN, "").replaceAll(DIGITS, ""));
}
