import { withoutCourtesy } from "../../platform/conversation/beside-form.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { nameAt } from "./order-by-name.ts";
import { withWholeNames } from "./short-name.ts";

/** `order`: the words without what is said around the order. */
export type OrderWords =
  | { kind: "places"; places: readonly number[] }
  | { kind: "which"; places: readonly number[] }
  /** `not`: those that are not to be in it; `count`: how many are. */
  | { kind: "order"; text: string; not?: readonly number[]; count?: number };

const NUMBER = "[\\d一二两三四五六七八九十]{1,3}";
const COUNT = `(?:${NUMBER})个?(?:小区)?`;
const PUTS = "(?:推荐|上报|报送|报|推|上)";
const END = "(?:上去|上来)?[吧了的啊呀。.!！\\s]*$";
const FILLED = "^(?:[嗯呃额哦好行那就，,\\s]|我们?|咱们?|区里)*";
/** 都推荐, 三个都报 */
const ALL = new RegExp(
  `${FILLED}(?:${PUTS})?(?:全部|全都|所有的?|这?${COUNT}(?:全|都)|都|全)(?:都|小区)?(?:${PUTS})*${END}`,
  "u",
);
/** 两个都推荐，第一是…: how many, before which. */
const ALL_FIRST = new RegExp(
  `${FILLED}(?:这?(${NUMBER})个?(?:小区)?|全部|所有的?)?(?:全|都)+${PUTS}[，,：:。\\s]*(?=第[一1]|先)`,
  "u",
);
/** 按建议次序, 按得分排, 就按这个次序 */
const SHOWN = new RegExp(
  `${FILLED}(?:推荐)?(?:(?:按照?|照|用|依|同意|采用)?(?:[你您]|系统|这个|上面|所列|表上|列出|以上|建议|上述|得分|分数|总分|默认)+的?(?:建议|推荐|所列|列出)?的?(?:次序|顺序|排序|排名)|(?:按照?|照|用|依|同意|采用)(?:[你您]|系统)?(?:建议|得分|分数|总分)的?(?:高低|由高到低|从高到低)?)(?:由高到低|从高到低|来|排|推荐|报)*${END}`,
  "u",
);
/** 前两个 */
const FIRST = new RegExp(
  `${FILLED}(?:只|仅)?要?(?:${PUTS})?前(${NUMBER})[个名位]?(?:小区)?(?:都|就)?(?:${PUTS})?${END}`,
  "u",
);
/** 除了鉴湖都推荐 */
const EXCEPT = new RegExp(
  `${FILLED}除[了去开]?(.+?)(?:以外|之外|外)?[，,\\s]*(?:其他|其余|别的|剩下)?的?(?:全|都|全部|均)${PUTS}?${END}`,
  "u",
);
/** 鉴湖花园不推荐 */
const TAKES_OUT = "(?:给|先|就)?(?:去|拿|撤|删|划)(?:掉|除|下来?)了?";
const LEAVES = `(?:(?:就|先|都)?(?:不|暂不)(?:推荐|报|上|推|要)了?|${TAKES_OUT})`;
const NOT = new RegExp(
  `(?:[，,；;。、\\s]|^)(?:请?把|将)?([^，,；;。、\\s]{2,20}?)(?:(?:就|先)?(?:不|暂不)(?:推荐|报|上|要)了?|${TAKES_OUT})[吧啊]?(?=$|[，,；;。、\\s])`,
  "u",
);
const REST = new RegExp(`^(?:其他|其余|别的|剩下)的?(?:全|都|全部|均)*${PUTS}?${END}`, "u");
const AROUND = new RegExp(`${FILLED}(?:只|仅|想|要)*${PUTS}(?:次序|顺序|名单)?(?:为|是)?[:：\\s]*(?=\\S)`, "u");
const BEHIND = new RegExp(`(?<=\\S)(?:都|均|也)?${PUTS}?${END}`, "u");

/** …，其余不推荐: those that are not named are not. */
const OTHERS_NOT =
  /(?<=\S)[\s，,；;。]*(?:其[余他它]|别的|剩下)(?:的|小区|都|均|就|先)*(?:暂?不)(?:推荐|报|上|推)了?[吧。.\s]*$/u;

/**
 * Words around an order or instead of one.
 * @param names of the candidates, in the order in which they are shown
 */
export function readOrderWords(typed: string, names: readonly string[]): OrderWords {
  const whole = withoutCourtesy(typed.trim())
    .replace(OTHERS_NOT, "")
    .replace(/^按照?(?=[\d\s]+[^\d\s]*$)/u, "");
  const led = ALL_FIRST.exec(whole);
  const said = led ? whole.slice(led[0].length) : whole;
  const counted = led ? { count: readWhole(led[1] ?? "") ?? names.length } : {};
  const all = names.map((_, at) => at);
  if (SHOWN.test(said)) return { kind: "places", places: all };
  if (ALL.test(said)) return of(all);
  const count = readWhole(FIRST.exec(said)?.[1] ?? "");
  if (count !== undefined && count > 0 && count <= names.length) return { kind: "places", places: all.slice(0, count) };
  const excepted = placesIn(EXCEPT.exec(said)?.[1] ?? "", names);
  if (excepted) return of(all.filter((place) => !excepted.includes(place)));
  const left = NOT.exec(said) ?? namedNot(said, names);
  const not = left && placesIn(left[1] ?? "", names);
  const rest = left ? said.replace(left[0], "").replace(/^[，,；;。、\s]+/u, "") : "";
  if (not && (rest === "" || REST.test(rest))) return of(all.filter((place) => !not.includes(place)));
  // 前两个 丙不要
  const first = not ? readWhole(FIRST.exec(rest)?.[1] ?? "") : undefined;
  if (not && first !== undefined && first > 0 && first <= names.length && not.every((place) => place >= first))
    return { kind: "places", places: all.slice(0, first) };
  const text = (not ? rest : said).replace(AROUND, "").replace(BEHIND, "");
  return { kind: "order", text, ...(not ? { not } : {}), ...counted };
}

/** 甲放第一乙不推荐丙第二: without a sign before the name. */
function namedNot(said: string, names: readonly string[]): RegExpExecArray | null {
  for (const name of names.filter((one) => one !== "" && said.includes(one))) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    const found = new RegExp(`(${escaped})${LEAVES}[吧啊]?[，,；;。、\\s]*`, "u").exec(said);
    if (found) return found;
  }
  return null;
}

/** 雅苑不推了, and nothing else: the candidates that are to be left out. */
export function leftOutBy(typed: string, names: readonly string[]): readonly number[] | undefined {
  const said = withoutCourtesy(withWholeNames(typed.trim(), names));
  const found = NOT.exec(said) ?? namedNot(said, names);
  const isAll = found !== null && said.replace(found[0], "").replace(/^[，,；;。、\s]+/u, "") === "";
  return isAll ? placesIn(found[1] ?? "", names) : undefined;
}

/** One alone has no order. */
const of = (places: readonly number[]): OrderWords =>
  places.length === 1 ? { kind: "places", places } : { kind: "which", places };

/** The candidates of which the words are the names, and nothing else. */
function placesIn(said: string, names: readonly string[]): number[] | undefined {
  const parts = said.split(/[、，,和与及跟\s]+/u).filter((part) => part !== "");
  const places = parts.map((part) => {
    const name = nameAt(part, names);
    return name?.length === part.length ? name.at : undefined;
  });
  const known = places.filter((place) => place !== undefined);
  return known.length > 0 && known.length === places.length ? known : undefined;
}
