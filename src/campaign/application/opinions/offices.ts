import { isNobodys, opinionLabelsOf, relabelled } from "../../definition/governed-form.ts";
import type { District, Form } from "../../definition/purposes.ts";
import type { StoredAnswer } from "../application.ts";

type OpinionOffice = Form["opinions"][number];

/** Whose opinion a box asks for on one application. */
export interface Office {
  id: string;
  /** 业委会意见; where the form says so, what the owners' body of the case is: 物业管理委员会意见. */
  label: string;
  /** 业委会, 属地社区 */
  name: string;
  givenBy: OpinionOffice["givenBy"];
  /** The case has no such body: the box stays empty. */
  nobody: boolean;
}

const OPINION = /意见(?=（|$)/u;

const nameOf = (label: string): string => label.replace(OPINION, "");

/** The boxes of the form in its order, for a case with these answers. */
export const officesOf = (form: Form, answers: Readonly<Record<string, StoredAnswer>>): Office[] =>
  relabelled(form, answers).opinions.map(({ id, label, givenBy }) => ({
    ...{ id, label, givenBy, name: nameOf(label) },
    nobody: isNobodys(form, answers, id),
  }));

/** How people call the offices of one district. */
export interface CalledIn {
  district: Pick<District, "name" | "kind">;
  city: string;
}

const OWNERS = ["业主委员会", "业委会", "物业管理委员会", "物管会", "小区自管组织", "自管组织", "业主组织"];
const NEIGHBORHOOD = ["属地社区", "社区居委会", "居民委员会", "居委会", "社区", "村委会"];
const SUBDISTRICT = ["属地街道", "街道办事处", "街道办", "街道", "乡镇", "乡政府", "镇政府"];
const BUREAU = ["住房和城乡建设局", "住建局", "建设局", "住房城乡建设局", "住建", "局"];
/** 局里, 我局, 本局: the bureau as its own people call it. */
const OWN_BUREAU = [
  "住建局里",
  "建设局里",
  "我们住建局",
  "我们建设局",
  "我们局",
  "局里",
  "我局",
  "本局",
  "我区局",
  "我县局",
  "我市局",
  "区局里",
  "县局里",
];

/**
 * Words by which people call each office, by its id, longest first. 市局 is the city's, but in a city within the city it
 * may be its own: there it is nobody's until the city is named.
 */
export function calledOffices(form: Form, { district, city }: CalledIn): ReadonlyMap<string, readonly string[]> {
  const bureausOf = (names: readonly string[]) => names.flatMap((name) => BUREAU.map((bureau) => `${name}${bureau}`));
  // 区住建局 in a city within the city, as the form prints it: 区（县、市）住房和城乡建设局.
  const ownShort = ["区", "县", "区县", "区里", "县里", "区里的", "县里的"];
  const cityShort = district.kind === "countyLevelCity" ? [] : ["市", "市级"];
  const words = (office: OpinionOffice): string[] => {
    const name = nameOf(office.label);
    const others = opinionLabelsOf(form, office.id).slice(1).map(nameOf);
    if (office.givenBy === "city")
      return [name, ...bureausOf([city, ...cityShort]), ...(cityShort.length > 0 ? ["市级"] : [])];
    if (others.length > 0) return [name, ...OWNERS, ...others];
    if (name.includes("社区")) return [name, ...NEIGHBORHOOD];
    if (name.includes("街道") || name.includes("乡镇")) return [name, ...SUBDISTRICT];
    if (name.includes("局"))
      return [name, ...bureausOf([district.name, ...ownShort]), "区级", "县级", ...BUREAU, ...OWN_BUREAU];
    return [name];
  };
  return new Map(
    form.opinions.map((office) => [
      office.id,
      [...new Set(words(office).map((word) => word.normalize("NFKC")))].toSorted((a, b) => b.length - a.length),
    ]),
  );
}

export interface Mention {
  office: string;
  from: number;
  to: number;
}

/** Bare 局 is the district's own only where it stands as a word: after 同意, a day or a sign, and before what it says. */
const AS_WORD = /(?:^|同意|属实|无异议|推荐|[日号天]|[^\p{Script=Han}])$/u;
const SAYS =
  /^(?:$|[^\p{Script=Han}]|[和与及]|意见|[一二三四五六七八九十]{1,2}月|(?:也|都|均|已|还|尚|是){0,2}(?:不?同意|不赞成|反对|赞成|支持|属实|无异议|[没未]|盖|签))/u;

/** Whether the word of an office stands at this place of the text as a word of its own. */
export function standsAt(text: string, word: string, at: number): boolean {
  if (!text.startsWith(word, at)) return false;
  return isWithin(word) || (AS_WORD.test(text.slice(0, at)) && SAYS.test(text.slice(at + word.length)));
}

/** Whether a word names its office wherever it stands within another: 柯桥街道, but not 城管局. */
export const isWithin = (word: string): boolean => !BUREAU.includes(word) && !OWN_BUREAU.includes(word);

/** Whether the word of an office stands anywhere in the text. */
export const standsIn = (text: string, word: string): boolean =>
  isWithin(word)
    ? text.includes(word)
    : [...text.matchAll(new RegExp(word, "gu"))].some(({ index }) => standsAt(text, word, index));

/** Offices from left to right, each by its longest word. */
export function mentionsIn(text: string, called: ReadonlyMap<string, readonly string[]>): Mention[] {
  const words = [...called]
    .flatMap(([office, names]) => names.map((word) => ({ office, word })))
    .toSorted((one, other) => other.word.length - one.word.length);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const found = words.find(({ word }) => standsAt(text, word, at));
    if (!found) continue;
    mentions.push({ office: found.office, from: at, to: at + found.word.length });
    at += found.word.length - 1;
  }
  return mentions;
}
