import { scoringPhrases } from "../scoring/phrases.ts";
import type { ListWords, NumberWords } from "./list-words.ts";
import type { Misfit } from "./numbers.ts";
import type { BarredCase, ListCandidate } from "./rules.ts";

const points = (hundredths: number): string => String(hundredths / 100);

const sourced = (source: string | undefined): string => (source === undefined ? "" : `（${source}）`);

const outOf = {
  reviewed: ({ case: noun }: ListWords) => `已锁定初评的${noun}`,
  applied: ({ case: noun }: ListWords) => `已申报的${noun}`,
  recommended: ({ case: noun }: ListWords) => `下级推荐的${noun}`,
} satisfies Record<ListWords["from"], (words: ListWords) => string>;

/** 原则上不少于2个, 其中“甲类”不超过1个, 不超过5个（口径R12） */
const ruled = ({ figure, soft, category, ruling }: NumberWords): string =>
  `${category === undefined ? "" : `其中“${category}”`}${soft ? "原则上" : ""}${figure}${ruling === undefined ? "" : `（口径${ruling}）`}`;

const sides = { tooFew: "少于", tooMany: "多于" } satisfies Record<Misfit["fit"], string>;

export const recommendationPhrases = {
  title: (district: string) => `${district}　推荐名单`,
  formTitle: () => "推荐名单",
  word: () => "推荐",
  startPurpose: (words: ListWords) => `从${outOf[words.from](words)}中择优推荐`,
  confirmPurpose: ({ to }: Pick<ListWords, "to">) => `确认推荐名单并报送${to}`,
  choosing: () => "待排序",
  reasoning: () => "待说明",
  ready: () => "待确认",
  confirmed: () => "已确认",
  lead: (words: ListWords, numbers: readonly NumberWords[], source: string) => {
    const first = words.satisfaction === undefined ? [] : ["以满意度为首要标准"];
    // A hard rule on the total follows the verb: 择优推荐2—4户.
    const firm = numbers.find(({ soft, category }) => !soft && category === undefined);
    const others = numbers.filter((one) => one !== firm).map(ruled);
    const begin = `请从${outOf[words.from](words)}中择优推荐${firm ? ruled(firm) : ""}`;
    const parts = [begin, ...others, ...first].join("，");
    return `${parts}（${source}）。${words.passMark === undefined ? "" : `总分低于${words.passMark}分的不能推荐。`}`;
  },
  candidate: (
    { application, total, satisfaction }: ListCandidate,
    { words, category }: { words: ListWords; category: string | undefined },
  ) => {
    const facts = [
      ...(category === undefined ? [] : [category]),
      ...(total === undefined ? [] : [`总分${points(total)}分`]),
      ...(satisfaction === undefined ? [] : [`满意度（${words.satisfaction}）${points(satisfaction)}分`]),
      ...(application.declaration === "unclear" ? [`${words.topic}${words.pendingOption}`] : []),
    ];
    return `${application.compoundName}${facts.length === 0 ? "" : `：${facts.join("，")}`}`;
  },
  barred: (barred: readonly BarredCase[], words: ListWords) =>
    `不能推荐：${barred.map(({ application, bar }) => `${application.compoundName}，${bar.kind === "unclear" ? `${words.topic}情况${words.pendingOption}` : scoringPhrases.bar(bar)}`).join("；")}。`,
  askOrder: (example: string, { case: noun }: ListWords) =>
    `请按推荐次序回复序号，填写【推荐次序】，例如「${example}」。未写序号的${noun}不推荐。`,
  orderLabel: () => "推荐次序",
  orderPlaceholder: (example: string) => `例如：${example}`,
  saveOrder: () => "保存次序",
  saveReasons: () => "保存理由",
  reorder: () => "重新排序",
  confirm: () => "确认推荐",
  reasonLabel: (name: string) => `${name}的推荐理由`,
  reasonHelp: ({ case: noun }: ListWords) => `该${noun}排在分数更高的${noun}之前，请说明择优理由。`,
  numberLabel: (fit: Misfit["fit"], bound: number, { measure, category }: { measure: string; category?: string }) =>
    `推荐${category === undefined ? "" : `“${category}”`}${sides[fit]}${bound}${measure}的理由`,
  numberHelp: ({ figure }: NumberWords, { plan }: ListWords) => `${plan}要求原则上${figure}，请说明原因。`,
  /** Refusal for a broken hard rule. */
  numberRefused: (count: number, rule: NumberWords, { measure, source }: { measure: string; source: string }) => {
    const of = rule.category === undefined ? "" : `“${rule.category}”`;
    const ruling = rule.ruling === undefined ? "" : `，口径${rule.ruling}`;
    return `选了${of}${count}${measure}，应为${rule.figure}（${source}${ruling}），未保存。请重新选择。`;
  },
  item: (name: string, total: number | undefined, reason: string | undefined) =>
    `${name}${total === undefined ? "" : `：${points(total)}分`}${reason === undefined ? "" : `；理由：${reason}`}`,
  numberReason: (fit: Misfit["fit"], reason: string) => `${sides[fit]}规定数量的理由：${reason}`,
  pending: (names: readonly string[], words: ListWords, told: { blocks: boolean; source: string | undefined }) =>
    `${names.join("、")}的${words.topic}情况为“${words.pendingOption}”，可以推荐${told.blocks ? "，但未明确之前不予公布" : ""}${sourced(told.source)}。`,
  readyLead: ({ to }: ListWords) => `请核对推荐名单。确认后报送${to}；如有变化，可再次推荐，形成新的版本。`,
  confirmedLead: (cases: string, { version, late, to }: { version: number; late: boolean; to: string }) =>
    `推荐名单（第${version}版，${cases}）已报送${to}。${late ? "报送时间已过规定日期，已注明逾期。" : ""}`,
  orderSaved: () => "次序已保存。",
  reasonsSaved: () => "理由已保存。",
  leftLead: () => "已保存。随时发送「推荐」继续。",
  exportList: (name: string) => `导出${name}`,
  another: () => "重新推荐",
  footnote: (source: string) => `依据：${source}。推荐与否由人决定，系统不作取舍。`,
  nothingYet: (words: ListWords) => `还没有可以推荐的${words.case}：${recommendationPhrases.needed[words.from](words)}`,
  needed: {
    reviewed: ({ caseName }) => `须先提交申报，并锁定初评。发送「申报」或「初评 ${caseName}」办理。`,
    applied: () => "须先提交申报。发送「申报」办理。",
    recommended: () => "下级的推荐名单尚未报送。",
  } satisfies Record<ListWords["from"], (words: ListWords) => string>,
  notOpen: () => "这份推荐名单已确认或已不在编制中，未作任何改动。发送「推荐」可重新编制。",
  noOrder: (example: string) => `还没有排定推荐次序，未确认。请先回复序号，例如「${example}」。`,
  noReason: (labels: readonly string[]) => `还缺${labels.map((label) => `【${label}】`).join("、")}，未确认。`,
  noneOpen: () => "目前没有正在编制的推荐名单。请发送「推荐」。",
  noList: (district: string) => `${district}不报推荐名单，未作任何改动。`,
};
