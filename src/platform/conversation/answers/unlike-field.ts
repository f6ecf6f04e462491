import { beginsAsName, isPlaceholder } from "./surnames.ts";

/** Behind a name: 王建国（经理）, 绿城物业（一、二期）. */
const NOTE = /\s*[（(][^（()）]*[)）]\s*$/u;
/** Between two of a kind. */
const AND = /[、，,；;/／和与及]|以及|还有/u;

/** Signs and words of talk, which stand in no name, body or place. */
const TALK =
  /^(?:(?:第?[一二两三四几]|另一?|还有一?|其中一?)(?:家|个|方)(?:就?是|叫|小区|物业))|[一二两三四几]家(?=一家|分别|物业|都|一起|[，,：:])|一家(?:是|叫)|还有一家|另一?家|[的了吗呢呀嘛我你您他她咱啥哦噢嗯唉?？=＝#@]|(?<![酒网贴书茶水氧咖])吧$|[这那](?:个|边|里|家|些|样)|默认|按照?惯例|建议|随便|照旧|下一?[个条项]|然后|刚才|等下|回来|稍等|帮忙|提交|保存|跳过|没有|不用|不要|不对|不是|就是|就[写填叫]|(?<![a-z])(?:ok|yes|no)(?![a-z])/iu;
/** The same where a name may hold 的 and 我: 我的家园. */
const TALK_IN_NAME = new RegExp(TALK.source.replace("的了吗", "吗").replace("我你您他她咱", ""), "iu");
/** Names of fields, which stand in no answer to another. */
const FIELD =
  /(?:(?:小区|项目|支部|企业)名(?:称|字|$)|(?:申报|审批)单位(?!电话)|(?<=\p{Script=Han}{2})地址|坐落|联系电话|(?<=\p{Script=Han}{3})负责人|联系人|组织形式|填报指标|截止日期|入住率|交付率|申报材料|所属(?:街道|社区|$))/u;

const FIRM =
  /(?:公司|企业|物业|集团|中心|合作社|合作联社|事务所|管理[处站部所]|项目部|服务[处站部所]|管家|物管|服务|工作室|分部|自治会|业委会|委员会|社区|街道)$/u;
const BODY =
  /(?:[局厅委办处会府院校站所部团村镇乡厂店行社室]|公司|企业|物业|社区|街道|中心|集团|支部|单位|组织|小组|大队|合作社|事务所|大会|联盟|小区|花园|苑|园区)$/u;
const BRANCH = /(?:支部|总支|党委|支委|委员会|党组织?|支书)$/u;
const STREET =
  /^(?:\p{Script=Han}{2,4}[省市区县])*\p{Script=Han}{1,8}\s?(?:街道|镇|乡|办事处|街道办|开发区|新区|度假区|园区|管委会|林场|农场)(?:办事处)?$/u;
const COMMUNITY =
  /^(?:\p{Script=Han}{2,8}(?:省|市|区|县|街道|镇|乡))*\p{Script=Han}{1,12}\s?(?:社区|村|居委会|村委会|居民区|居|新村|小区|社)$/u;
/** 曹娥 for 曹娥街道 */
const SHORT_PLACE = /^\p{Script=Han}{2,4}$/u;
const PLACE = /[路街巷弄道号村镇乡区县市幢栋里桥坊湾畈埠]|[东西南北对旁][侧边面]$|大厦|广场|\d/u;
/** 王建国, 阿布都·热合曼, 王 芳, 钱书记 */
const PERSON = /^\p{Script=Han}(?:\s?\p{Script=Han}){1,3}$/u;
const FOREIGN = /^\p{Script=Han}+(?:[·•・]\p{Script=Han}+)+$|^[A-Za-z][A-Za-z .'-]+$/u;
/** In characters. */
const LONGEST_NAME = 30;

const isPerson = (name: string): boolean =>
  isPlaceholder(name) || FOREIGN.test(name) || (PERSON.test(name) && beginsAsName(name));
const each = (line: string, is: RegExp): boolean => line.split(AND).some((part) => is.test(part.replace(NOTE, "")));

/** 就浣东街道吧社区…: said, in no name of a place. */
const SAID = /吧(?=\p{Script=Han})|就(?!业)(?=\p{Script=Han})|^(?:好像|可能|应该)/u;
/** 往里走两百米: how to get there. */
const WAY = /^(?:往|向|从|沿着?|朝|走|过了?|拐|进去|靠近)|(?:\d|[一二两三四五六七八九十百千])(?:公里|里路|米)/u;

/** 2015.6, 建筑面积16.8万: figures of a place, in no name. */
const FIGURES = /\d\.\d|\d\s*(?:万|㎡|平方|平米|%|％|元)|(?:面积|容积率|绿化率|户数)[\s:：是约]*\d/u;

/** What an answer looks like, by the end of the field's label, first found. */
const LOOKS: readonly (readonly [RegExp, (line: string) => boolean])[] = [
  [/(?:主任|书记|负责人|联系人)$/u, (line) => !TALK.test(line) && isPerson(line.replace(NOTE, ""))],
  [/地址$/u, (line) => !TALK.test(line) && !WAY.test(line) && PLACE.test(line)],
  [/街道$/u, (line) => !SAID.test(line) && (STREET.test(line) || SHORT_PLACE.test(line))],
  [/社区$/u, (line) => !SAID.test(line) && (COMMUNITY.test(line) || SHORT_PLACE.test(line))],
  [/企业(?:名称)?$/u, (line) => !TALK.test(line) && each(line, FIRM)],
  [/支部名称$/u, (line) => !TALK.test(line) && BRANCH.test(line.replace(NOTE, ""))],
  [/单位$/u, (line) => !TALK.test(line) && each(line, BODY)],
  [/(?:名称|姓名)$/u, (line) => !TALK_IN_NAME.test(line) && !FIGURES.test(line) && [...line].length <= LONGEST_NAME],
];

/** 物业, 业委会, 社区居委会: what kind of body it is, and no name of one. */
const KIND =
  /^(?:物业|服务|管理|公司|企业|单位|集团|中心|业委会|业主委员会|居委会|村委会|委员会|社区|街道|办事处|小区|花园|支部|党支部|党委|党组织|项目部|(?<=物业)管[家处])+$/u;

/**
 * Whether a line hardly is what a field of that label asks for: 先不弄了 at 审批单位, 百官 江东社区 99 at 所属街道. It is
 * asked about, so that nothing is filed where it was not meant; who means it says so.
 */
export function isUnlikeField(label: string, line: string): boolean {
  const [, looks] = LOOKS.find(([end]) => end.test(label)) ?? [];
  return looks !== undefined && (!looks(line) || FIELD.test(line) || KIND.test(line));
}

/** 吴敏 同上: the name, which may be all that was meant. */
export function beforeSame(label: string, line: string): readonly string[] {
  const name = /^(\S{2,})[\s,，]+同(?:上|前)。?$/u.exec(line)?.[1];
  return name === undefined || isUnlikeField(label, name) ? [] : [name];
}
