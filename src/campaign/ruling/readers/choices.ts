import type { Definition } from "../../definition/definition.ts";
import { fieldFor, formFor, rulingDeciding } from "../../definition/purposes.ts";
import { noRulings, rulingValue } from "../../definition/rulings-in-force.ts";
import { levelsOf } from "../levels.ts";
import type { Read } from "./reader.ts";
import type { Taker } from "./taker.ts";

const NO = /不|否|禁止|无须|无需/;

/**
 * The first clause with yes or no decides: 可以，但不对外发布 is a yes; the rest of the text is left over.
 * @param topic words of the question
 */
function yesOrNo(taker: Taker, topic: RegExp, more = ""): boolean | undefined {
  const yes = new RegExp(`可以|允许|同意|^是|^可|^能|^行${more}`);
  const clause = taker.text
    .split(/[,;。:]/)
    .map((part) => part.trim())
    .find((part) => NO.test(part) || yes.test(part));
  if (clause === undefined) return undefined;
  const [verb] =
    new RegExp(`不(?:可以|可|得|能|允许|予|准|同意|是|行)?|否|禁止|无须|无需|可以|允许|同意|是|可|能|行${more}`).exec(
      clause,
    ) ?? [];
  if (verb !== undefined) taker.takeLiteral(verb);
  taker.takeAll(topic);
  return !NO.test(clause);
}

export const yesNo =
  (key: string, topic: RegExp, more?: string): Read =>
  (taker) => {
    const answer = yesOrNo(taker, topic, more);
    return answer === undefined ? undefined : { [key]: answer };
  };

/** The question asks whether members may see the points. */
export const blind: Read = (taker) => {
  const maySee = yesOrNo(taker, /看到?|初评分|打分前/);
  return maySee === undefined ? undefined : { blind: !maySee };
};

/** Whose points rank; both or neither is no answer. */
export const rankingBasis: Read = (taker, { definition }) => {
  const levels = levelsOf(definition);
  const district =
    taker.has(/区级|初评|区\(县/) || [levels.district, `各${levels.noun}`].some((one) => taker.text.includes(one));
  const city =
    taker.has(/市级|自评|市局/) || taker.text.includes(levels.city) || (!district && taker.has(/核验分|核验得分/));
  if (district === city) return undefined;
  const { noun } = definition.campaign.words.city;
  for (const word of [levels.district, levels.city, `各${levels.noun}`, `全${noun}`]) taker.takeLiteral(word);
  taker.takeAll(
    /核验(?:后)?(?:修正|校正|调整)(?:后)?|经核验|区级|市级|初评(?:得?分)?|自评(?:得?分)?|核验得?分|评分|打分|得分|分数|总分|排名|市局/,
  );
  return { basis: district ? "district" : "city" };
};

/** 去掉最高分和最低分后平均, 取平均分; 保留一位小数; 不记录合议分. */
export const teamScore: Read = (taker) => {
  const trimmed = taker.take(
    /(?:五名以上成员的?|每条)?(?:去掉|去除|剔除)(?:一个)?最高分?(?:[和与、]|及)?(?:一个)?最低分?(?:后)?(?:取|求|的|再)*(?:平均(?:分|值)?)?|截尾平均(?:分|值)?/,
  );
  const mean = taker.take(/(?:每条)?(?:取|求)?(?:算术)?平均(?:分|值)?/);
  if (!trimmed && !mean) return undefined;
  const decimals = taker.take(/(?:四舍五入)?(?:保留)?整数|取整/)
    ? 0
    : taker.take(/(?:四舍五入)?保留一位小数/)
      ? 1
      : undefined;
  taker.take(/(?:四舍五入)?保留两位小数/);
  const denied = taker.take(/(?:组长)?不(?:得|能|予|可)?(?:记录)?(?:合议分?|一致意见)/);
  return {
    combine: trimmed ? "trimmedMean" : "mean",
    ...(decimals === undefined ? {} : { decimals }),
    ...(denied ? { agreedFigureAllowed: false } : {}),
  };
};

/** 不得推荐, 推荐时提示; 不公布, 公布时提示. */
export const undecided: Read = (taker) => {
  const publication = eitherOf(taker, {
    block: /(?:未明确前|明确前|暂)?不(?:得|予|能)?公布/,
    warn: /可以?公布|公布时?(?:予以)?提示/,
  });
  const recommendation = eitherOf(taker, {
    block: /不(?:得|予|能)?推荐/,
    warn: /可以?推荐|推荐时?(?:予以)?提示/,
  });
  if (publication === undefined && recommendation === undefined) return undefined;
  return {
    ...(recommendation === undefined ? {} : { atRecommendation: recommendation }),
    ...(publication === undefined ? {} : { atPublication: publication }),
  };
};

function eitherOf(taker: Taker, { block, warn }: { block: RegExp; warn: RegExp }): "block" | "warn" | undefined {
  if (taker.take(block)) return "block";
  return taker.take(warn) ? "warn" : undefined;
}

const BODY_NAMES: Readonly<Record<string, string>> = {
  业主委员会: "业委会",
  物业管理委员会: "物管会",
  小区自管组织: "自管组织",
};
const NOT_COUNTED = /不(?:予|得|能|再)?(?:计入|满足|符合|算|视为|认可|作数)/;
const COUNTED = /计入|满足|符合|视为|算作?|认可/;

/** 均予计入; 物业管理委员会不计入: each kind that is named by its clause, the others as they are. */
export const ownersBodies: Read = (taker, { definition, rulings = noRulings }) => {
  const form = formFor(definition, "application");
  const options = (form && fieldFor(form, "ownersBody")?.options) ?? [];
  const ruling = rulingDeciding(definition, "ownersBodies");
  const kinds = listIn(ruling?.default?.value?.counted);
  const counted = new Set(listIn(ruling && rulingValue(definition, ruling.id, rulings).counted));
  let found = false;
  for (const clause of taker.text.split(/[,;。]/)) {
    const isOut = NOT_COUNTED.test(clause);
    if (!isOut && !COUNTED.test(clause)) continue;
    const named = options
      .filter(
        ({ value, text }) =>
          kinds.includes(value) && (clause.includes(text) || clause.includes(BODY_NAMES[text] ?? text)),
      )
      .map(({ value }) => value);
    const meant = named.length === 0 && /均|都|全部|一律/.test(clause) ? kinds : named;
    if (meant.length === 0) return undefined;
    found = true;
    for (const kind of meant) isOut ? counted.delete(kind) : counted.add(kind);
  }
  if (!found) return undefined;
  for (const { text } of options) {
    taker.takeLiteral(text);
    taker.takeLiteral(BODY_NAMES[text] ?? "");
  }
  taker.takeAll(NOT_COUNTED);
  taker.takeAll(/均予?|都|全部|一律|予以?|计入|满足|符合|视为|算作?|认可/);
  return { counted: kinds.filter((kind) => counted.has(kind)) };
};

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** 按进一法取整，并列的均计入; 向下取整, 四舍五入; 并列的不计入. */
export const cityShare: Read = (taker) => {
  const rounding = taker.take(/进一法?|向上(?:取整)?|进位/)
    ? "up"
    : taker.take(/去尾法?|向下(?:取整)?|舍去(?:尾数)?/)
      ? "down"
      : taker.take(/四舍五入/) && "half";
  const ties = taker.take(/并列(?:的|者)?[^,;。]{0,3}?不(?:予|再)?(?:计入|列入|算)/)
    ? "out"
    : taker.take(/并列(?:的|者)?[^,;。]{0,3}?(?:计入|列入|算)/) && "in";
  taker.takeAll(/取整|5%/);
  if (!rounding && !ties) return undefined;
  return { ...(rounding ? { rounding } : {}), ...(ties ? { ties } : {}) };
};

/** 越城区、柯桥区、…; 不含新昌县: all others. A name that is not among the districts is left over. */
export const districts: Read = (taker, { definition }) => {
  const named = namedIn(taker, definition);
  if (named.length === 0) return undefined;
  const excluded = taker.take(/不(?:包?含|包括|计入?|算)|除[^外]{0,2}外|除外|除/) !== undefined;
  taker.takeAll(/包括|[一二三四五六七八九十\d]+个地区|地区|以外|外/);
  if (taker.has(/[区县市]/)) return undefined;
  const all = definition.campaign.districts.map(({ id }) => id);
  const counted = excluded ? all.filter((id) => !named.includes(id)) : named;
  return counted.length === 0 ? undefined : { districts: counted };
};

const namedIn = (taker: Taker, { campaign }: Definition): string[] =>
  campaign.districts.filter(({ name }) => taker.takeLiteral(name)).map(({ id }) => id);

/** 只告知入选或未入选, 反馈分数和理由, 反馈理由，不反馈分数: what districts are told of their own cases. */
export const resultsShared: Read = (taker) => {
  const clauses = taker.text.split(/[,;。:]/);
  const told = (topic: RegExp): boolean | undefined => {
    const clause = clauses.find((part) => topic.test(part));
    return clause === undefined ? undefined : !NO.test(clause);
  };
  const [points, reasons] = [told(/分数|得分|总分|评分/), told(/理由|原因/)];
  const onlyResult = taker.has(/只|仅/) && taker.has(/入选|结果/);
  if (points === undefined && reasons === undefined && !onlyResult) return undefined;
  taker.takeAll(
    /(?:只|仅)?(?:告知|反馈|提供)|不(?:反馈|告知|提供)|本?(?:地区|小区)的?|入选(?:或|和|与)?(?:未入选|落选)?|未入选|结果|分数|得分|总分|评分|理由|原因|只|仅|不/,
  );
  return { points: points === true, reasons: reasons === true };
};

/** 只从公布的10个中产生, 不限于公布的10个: whether only cases of the published list are recommended further up. */
export const onlyFromSelected: Read = (taker) => {
  const others = taker.has(/不(?:只|仅)?限(?:于|定)?|不只|不仅|之外|以外/);
  if (!others && !taker.has(/只|仅|从.*(?:公布|名单|个)/)) return undefined;
  taker.takeAll(/不(?:只|仅)?限(?:于|定)?|不只|不仅|之外|以外|只|仅|能|可|从|公布|名单|中|产生|的|\d+个/);
  return { onlyFromSelected: !others };
};
