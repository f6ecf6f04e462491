/** What a whole line is by its form, whoever says it. */
const SHAPES = {
  address: /(?:路|街|大道|巷|弄)\s*\d+\s*(?:号|弄)?(?:\d+[幢栋号室楼]?)*$/u,
  authority: /(?:局|厅|人民政府|办事处|管委会)$/u,
  branch: /(?:党(?:总支|委|支部)|支部|支部委员会)$/u,
  community: /社区$/u,
  company: /(?:公司|集团|企业)$/u,
  compound: /(?:小区|花园|花苑|新村|公寓|家园)$/u,
  committee: /(?:居委会|居民委员会|村委会)$/u,
  day: /^(?:\d{2}|\d{4}|[〇○零一二三四五六七八九]{2,4})年(?:.{1,3}月(?:.{1,3}[日号])?)?$/u,
  owners: /(?:业主委员会|业委会|业主大会|物业管理委员会|物管会|自管组织)$/u,
  /** 李红梅: three signs that begin with a common surname and end like no place. */
  person:
    /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严戴莫孔向汤俞章鲁][\p{Script=Han}]{2}(?<![村园苑坊里桥湾山湖溪港江河城镇乡街路巷弄墅庄浦塘堰渡埠岸畈圩局委会社校院厂店行司部门口处厅企东西南北旁侧])$/u,
  subdistrict: /街道$/u,
  /** Neither name nor title of any one. */
  unnamed:
    /^(?:物业服务企业|物业(?:公司|企业)|业主组织|业主委员会|业委会|业主大会|物业管理委员会|物管会|(?:小区)?自管组织|居委会|党支部|支部|街道(?:办|办事处)?|社区|乡镇)$/u,
} as const;

type Shape = keyof typeof SHAPES;

const OF_PERSON: readonly Shape[] = [
  "address",
  "authority",
  "branch",
  "committee",
  "community",
  "company",
  "compound",
  "owners",
];

/** What a field of that label is never filled in with; by the end of the label, first found. */
const REFUSES: readonly (readonly [RegExp, readonly Shape[]])[] = [
  [/(?:主任|书记|负责人|联系人|姓名)$/u, [...OF_PERSON, "day", "subdistrict", "unnamed"]],
  [
    /地址$/u,
    ["authority", "committee", "owners", "branch", "community", "company", "day", "person", "subdistrict", "unnamed"],
  ],
  [/街道$/u, [...OF_PERSON, "day", "person"]],
  [/社区$/u, ["address", "authority", "owners", "branch", "company", "day", "person", "subdistrict"]],
  [/企业名称$/u, [...OF_PERSON.filter((one) => one !== "company"), "day", "person", "subdistrict", "unnamed"]],
  [/支部名称$/u, [...OF_PERSON.filter((one) => one !== "branch"), "day", "person", "subdistrict", "unnamed"]],
  [/名称$/u, ["authority", "committee", "owners", "branch", "company", "day", "subdistrict", "unnamed"]],
  [/审批单位$/u, ["address", "branch", "community", "company", "compound", "day", "person", "unnamed"]],
  [/单位$/u, ["address", "day", "person", "unnamed"]],
];

/** Whether the line is, as it stands, an answer to another kind of question: 李红梅 at 小区地址, 业委会 at 党支部书记. */
export function isOfOtherKind(label: string, line: string): boolean {
  const [, refused = []] = REFUSES.find(([end]) => end.test(label)) ?? [];
  return refused.some((shape) => SHAPES[shape].test(line));
}

/** Fields of what the line is: where it may have been meant for. */
const MEANT: readonly (readonly [Shape, RegExp])[] = [
  ["address", /地址$/u],
  ["subdistrict", /街道$/u],
  ["community", /社区$/u],
  ["company", /企业名称$/u],
  ["branch", /支部名称$/u],
];

/** Whether a field of that label is where such a line belongs. */
export const isMeantFor = (label: string, line: string): boolean =>
  MEANT.some(([shape, end]) => SHAPES[shape].test(line) && end.test(label) && !SHAPES.unnamed.test(line));

const BODY = "(?:局|厅|委员会|业委会|办事处|政府|公司|党支部)";
const BETWEEN_BODIES = new RegExp(
  `[、,，;；/／\\s]+|(?<=${BODY})(?:和|及|与|以及|报|[（(])|(?<=${BODY})(?=\\p{Script=Han}{2,6}[区县市].*${BODY}$)`,
  "u",
);
const ENDS_AS_BODY = new RegExp(`${BODY}$`, "u");
const BRANCH_OFFICE = /^.{0,6}(?:分局|分公司|分厅)$/u;

/** 柯桥区住建局、绍兴市住建局 at 审批单位: each of them. Empty where it is one only. */
export function severalBodies(line: string): readonly string[] {
  const parts = line
    .split(BETWEEN_BODIES)
    .map((part) => part.replace(/[)）]+$/u, "").trim())
    .filter((part) => part !== "");
  const isEach = parts.length > 1 && parts.every((part) => ENDS_AS_BODY.test(part) && !BRANCH_OFFICE.test(part));
  return isEach ? parts : [];
}

const PEOPLE = /^(\p{Script=Han}{2,3})\s*(?:[、,，;；/／\s]|和|及|与)\s*(\p{Script=Han}{2,3})$/u;

/** 李红梅、王芳 at 党支部书记: both. */
export function severalPeople(line: string): readonly string[] {
  const [, first, second] = PEOPLE.exec(line) ?? [];
  const isEach = first !== undefined && second !== undefined && [first, second].every((one) => isNamed(one));
  return isEach ? [first, second] : [];
}

const SURNAMES = new RegExp(SHAPES.person.source.replace(/^\^(\[[^\]]+\]).*$/u, "^$1"), "u");
const isNamed = (name: string): boolean => SURNAMES.test(name);

/** 李红梅（代）, 李红梅 兼, 李红梅（代理主任）: the name, and that somebody stands in. A title, （经理）, stays with it. */
const STANDS_IN =
  /^(\p{Script=Han}{2,4})(?:\s*[（(]|\s+)(?:暂代|代理|兼任|挂职|拟任|主持工作|代|兼)\p{Script=Han}{0,4}[)）]?$/u;

export const nameBeforeNote = (line: string): string | undefined => STANDS_IN.exec(line)?.[1];

const EITHER = /[，,\s]*(?:或者?是?|还是|要么是?)[，,\s]*/u;
/** In characters. */
const SHORTEST_NAME = 2;

/** 塔山花园或者塔山名苑: names of which one is meant. */
export function eitherOf(line: string): readonly string[] {
  const names = line.split(EITHER);
  return names.every((name) => [...name].length >= SHORTEST_NAME) ? names : [];
}

/** ①塔山花园, （1）塔山花园, 1. 塔山花园: what numbered it in a list. */
export const withoutNumber = (line: string): string =>
  line.replace(/^(?:[\u2460-\u249b]|[（(]\d{1,2}[)）]|\d{1,2}[.．])[.、\s]*(?=\p{Script=Han}{2})/u, "");

/** 塔山花园 滨海路8号: an address behind a name. */
export const nameBeforeAddress = (line: string): string | undefined =>
  /^(\S{3,}?)[\s\u3000]+\S{0,12}(?:路|街|大道|巷|弄)\d+号?\S*$/u.exec(line)?.[1];
