import { onBehalfPhrases } from "../application/on-behalf-phrases.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import type { Contradiction } from "../application/requirements/requirements.ts";
import type { Nouns } from "../directory/nouns.ts";
import { scoringPhrases } from "../scoring/phrases.ts";
import type { ListWords, NumberWords } from "./list-words.ts";
import type { Departure } from "./merit.ts";
import type { Misfit } from "./numbers.ts";
import type { BarredCase, CandidateChange, ListCandidate } from "./rules.ts";

const points = (hundredths: number): string => String(hundredths / 100);

const sourced = (source: string | undefined): string => (source === undefined ? "" : `（${source}）`);

const outOf = {
  reviewed: ({ case: noun }: ListWords) => `已提交初评定稿的${noun}`,
  applied: ({ case: noun }: ListWords) => `已申报的${noun}`,
  recommended: ({ case: noun }: ListWords) => `下级推荐的${noun}`,
} satisfies Record<ListWords["from"], (words: ListWords) => string>;

/** 原则上不少于2个, 其中“甲类”不超过1个, 不超过5个（口径R12） */
const ruled = ({ figure, soft, category, ruling }: NumberWords): string =>
  `${category === undefined ? "" : `其中“${category}”`}${soft ? "原则上" : ""}${figure}${ruling === undefined ? "" : `（口径${ruling}）`}`;

const sides = { tooFew: "少于", tooMany: "多于" } satisfies Record<Misfit["fit"], string>;

/** Ids of the rulings that bar, where the campaign has them. */
export interface BarRulings {
  excludes: string | undefined;
  undecided: string | undefined;
}

function barWords(bar: BarredCase["bar"], words: ListWords, { excludes, undecided }: BarRulings): string {
  if (bar.kind === "unclear") return `${words.topic}情况${words.pendingOption}`;
  if (bar.kind === "requirements") return requirementPhrases.excluded(bar.clauses, excludes, words);
  return bar.kind === "unclearRequirements"
    ? requirementPhrases.undecided(bar.clauses, undecided, words)
    : scoringPhrases.bar(bar);
}

/** A version of the list that was reported. */
interface ReportedWords {
  version: number;
  to: string;
  isWithdrawn: boolean;
}

/** Only where so many stand in the list. */
const spanOf = (count: number): string => (count > 2 ? "，连续的可写「1-3」" : "");

export const recommendationPhrases = {
  // What an answer to a ruling would change.
  overMaximum: (lists: string) =>
    `已报送的推荐名单超过上限，名单仍然有效；需要调整的，由报送单位撤回名单后重新报送：${lists}`,
  pendingAtList: (names: string, blocked: boolean) =>
    blocked ? `情况待核实、将不得推荐的：${names}` : `情况待核实、将可以推荐的：${names}`,
  pendingListed: (names: string) => `情况待核实、已列入推荐名单的，名单不变：${names}`,
  pendingAtPublication: (names: string, published: boolean) =>
    published ? `情况待核实、将可以公布的：${names}` : `情况待核实、未明确前将不得公布的：${names}`,
  /** What a withdrawal of a listed case affects. */
  affected: (district: string, { version, place }: { version: number; place: number }) =>
    `${district}推荐名单第${version}版，次序第${place}。`,
  /** Why points of a district are bound. */
  listBinds: ({ district }: Pick<Nouns, "district">) =>
    `本${district}的推荐名单已报送，初评不再修改；确需修改的，请先「撤回名单」。`,
  /** @param why the list cannot be withdrawn first */
  heldListBinds: (why: string, { district, organizer }: Pick<Nouns, "district" | "organizer">) =>
    `本${district}的推荐名单已报送，${why}，初评不再修改；确有变化的，请与${organizer}联系。`,
  publicationBinds: ({ city }: Pick<Nouns, "city">) => `${city}级名单已公布，初评不再修改。`,
  title: (district: string) => `${district}　推荐名单`,
  /** As work that is not finished. */
  begun: (district: string) => `${district}的推荐名单`,
  formTitle: () => "推荐名单",
  word: () => "推荐",
  noneWord: () => "无推荐",
  cancel: () => "取消",
  startPurpose: (words: ListWords) => `从${outOf[words.from](words)}中择优推荐`,
  noneExample: () => "无推荐 理由",
  nonePurpose: ({ district, to }: ListWords) => `书面说明本${district}无推荐，报送${to}`,
  confirmPurpose: ({ to }: Pick<ListWords, "to">) => `将推荐名单报送${to}`,
  choosing: () => "待排序",
  reasoning: () => "待说明",
  ready: () => "待报送",
  confirmed: () => "已报送",
  notConfirmed: () => "未报送：可推荐的对象有变化，请重新排序。",
  lead: (words: ListWords, numbers: readonly NumberWords[], source: string) => {
    const first = words.satisfaction === undefined ? [] : ["以满意度为首要标准"];
    // A hard rule on the total follows the verb: 择优推荐2—4户.
    const firm = numbers.find(({ soft, category }) => !soft && category === undefined);
    const others = numbers.filter((one) => one !== firm).map(ruled);
    const begin = `请从${outOf[words.from](words)}中择优推荐${firm ? ruled(firm) : ""}`;
    const parts = [begin, ...others, ...first].join("，");
    return `${parts}（${source}）。${words.passMark === undefined ? "" : `总分低于${words.passMark}分的不能推荐。`}`;
  },
  marked: (name: string, onBehalf: true | undefined) => (onBehalf ? `${name}（${onBehalfPhrases.mark()}）` : name),
  candidate: (
    { application, total, satisfaction, figure, participation, gate, onBehalf }: ListCandidate,
    { words, category }: { words: ListWords; category: string | undefined },
  ) => {
    const facts = [
      ...(category === undefined ? [] : [category]),
      ...(total === undefined ? [] : [`总分${points(total)}分`]),
      ...(satisfaction === undefined ? [] : [`满意度（${words.satisfaction}）${points(satisfaction)}分`]),
      ...(figure === undefined ? [] : [`${words.city}级名单数值${figure}`]),
      ...(participation === undefined
        ? []
        : [`参与度（${words.participation.join("、")}）${participation.map(points).join("、")}分`]),
      ...(application.declaration === "unclear" ? [`${words.topic}${words.pendingOption}`] : []),
      ...(gate ? [requirementPhrases.short(gate, words)] : []),
      ...(onBehalf ? [onBehalfPhrases.mark()] : []),
    ];
    return `${application.compoundName}${facts.length === 0 ? "" : `：${facts.join("，")}`}`;
  },
  /** @param rulings ids of the rulings on requirements that exclude, and on those that are not clear */
  barred: (barred: readonly BarredCase[], words: ListWords, rulings: BarRulings) =>
    `不能推荐：${barred.map(({ application, bar }) => `${application.compoundName}，${barWords(bar, words, rulings)}`).join("；")}。`,
  /** How the candidates above are put in order. */
  proposed: ({ satisfaction, participation, from, city }: ListWords, byFigure: boolean) => {
    const beside = participation.length > 0 ? "所列参与度条目供研究时参考（系统建议，非文件规定）。" : "";
    if (satisfaction === undefined) return from === "reviewed" ? `以上按总分由高到低列出。${beside}` : "";
    const figures = byFigure ? `，均达到的按${city}级名单的数值，` : "，";
    return `以上为建议次序：先列达到满意度条目（${satisfaction}）的${figures}再按总分由高到低。${beside}`;
  },
  askOrder: (example: string, count: number, { case: noun, district }: ListWords) =>
    `请按推荐先后回复序号【推荐次序】，例如「${example}」${spanOf(count)}。未写序号的${noun}不推荐；本${district}均不推荐的，请回复「0」。`,
  orderLabel: () => "推荐次序",
  orderPlaceholder: (example: string) => `例如：${example}；均不推荐填0`,
  orderForm: (example: string, count: number) =>
    `请回复1至${count}之间的序号，例如「${example}」${spanOf(count)}；均不推荐的，请回复「0」。`,
  maybeNone: (said: string, { district }: Pick<Nouns, "district">) =>
    `「${said}」的意思不明确，次序未保存。本${district}无推荐的，请发送「无推荐」；有推荐的，请回复序号。`,
  orderUnclear: () => "名称旁的序号先后不明确，次序未保存。",
  /** @param order names as they were read */
  orderNotReason: (order: readonly string[]) =>
    `您发送的是推荐次序（${order.map((name, at) => `${at + 1}.${name}`).join("，")}），未记为理由，次序未改动。`,
  orderSame: () => "该次序与已保存的相同。",
  orderChange: () => "需改次序的，请点击「改为此次序」；已填理由在新次序中仍需填写的，沿用原文。",
  orderWithReason: (why: string) =>
    `「${why}」也未记录，没有写明是哪一项的理由。需改次序的，请点击「改为此次序」，再逐项填写理由。`,
  alreadyIn: (name: string) => `“${name}”已在次序中，未作任何改动。请填写理由。`,
  forAll: (labels: readonly string[], why: string) =>
    `未保存。${labels.map((label) => `【${label}】`).join("、")}都填「${why}」的，请点击「${recommendationPhrases.recordEach()}」；否则请逐项填写。`,
  recordEach: () => "分别记录",
  takeOrder: () => "改为此次序",
  aside: { said: (line: string) => `「${line}」是否属于理由不明确，未保存。`, without: () => "不含该行" },
  asReason: () => "作为理由",
  forwarded: {
    said: () => "内容中有转发人和时间，是否属于理由不明确，未保存。",
    foot: (lines: readonly string[]) =>
      `${lines.map((line) => `「${line}」`).join("")}似为落款，是否属于理由不明确，未保存。`,
    without: () => "只记正文",
  },
  replacesReason: (label: string, before: string) =>
    `“${label}”已填写「${before}」，本条是否替代它不明确，未作任何改动。确需替代的，请点击「作为理由」，或写作「${label}：…」。`,
  /** @param said a correction or another matter within a reason */
  turned: (said: string) =>
    `理由中的「${said}」似为更正或其他事项，整条未保存，所提事项也未办理。请发送改好的理由；其他事项请单独发送。`,
  takeCorrected: () => "按更正后记录",
  corrected: (said: string, meant: string) =>
    `「${said}」中有更正，未保存。理由为「${meant}」的，请点击「按更正后记录」；原文无误的，请点击「${recommendationPhrases.asReason()}」。`,
  /** Of a field of the application. */
  ofForm: (name: string) =>
    `所提似为“${name}”申报表的内容，申报表和推荐理由均未改动。修改申报表请点击或发送「修改申报 ${name}」；修改推荐理由请写「${name}的推荐理由：…」。`,
  editWord: () => "修改申报",
  /** Where all reasons are given. */
  sayWhich: (text: string, labels: readonly string[]) =>
    `「${text}」未记录：理由均已填写，未写明改哪一项。需改的，请发送「${labels[0]}：新的理由」${labels.length > 1 ? `（另有${labels.slice(1).join("、")}）` : ""}；核对无误的，请点击或回复「${recommendationPhrases.confirm()}」。`,
  notAsked: (text: string) =>
    `「${text}」未记录：目前没有须写明的理由。核对无误的，请点击或回复「${recommendationPhrases.confirm()}」；需调整次序的，请发送「${recommendationPhrases.reorder()}」。`,
  numbersNoReason: () => "只有序号，不是理由，未保存。需改次序的，请发送「重新排序」。",
  takenBack: () => "未作任何改动。次序有误的，请发送「重新排序」；否则请填写理由。",
  ofAnother: (name: string) =>
    `${name.endsWith("理由") ? `目前不需要填写“${name}”` : `“${name}”没有需要填写的理由`}，整条未保存。确为本项理由的，请点击「作为理由」；否则请只发送本项的理由。`,
  talkNoReason: (text: string) =>
    `“${text}”不像是理由，未保存。确为理由的，请点击「作为理由」；暂不填写的，已填内容会保留。`,
  whichReason: (name: string, labels: readonly string[]) =>
    `“${name}”须写明是哪一项：${labels.map((label) => `【${label}】`).join("、")}。各项均未保存。`,
  /** Which are recommended was said, in which order was not. */
  orderWhich: (names: readonly string[]) =>
    `推荐${names.join("、")}的先后没有写明，次序未保存。按上述先后推荐的，请点击「${recommendationPhrases.inThisOrder()}」；否则请按先后回复序号。`,
  /** What was said first and not again may still be meant. */
  orderTurned: (names: readonly string[]) =>
    `先后两次说法不同，次序未保存。更正后的次序为${names.map((name, at) => `${at + 1}.${name}`).join("，")}的，请点击「${recommendationPhrases.inThisOrder()}」；否则请重新写明全部次序。`,
  inThisOrder: () => "按上述次序推荐",
  reasonsTaken: (labels: readonly string[]) => `已记录${labels.map((label) => `【${label}】`).join("、")}。`,
  reasonsOnly: (sentence: string) => sentence.replace("整条未保存", "所附理由均未保存"),
  /** Reasons sent along with the order that nothing asks for. */
  reasonsNotAsked: (reasons: readonly { name: string; text: string }[]) =>
    `${reasons.map(({ name, text }) => `“${name}”的“${text}”`).join("、")}未记录：该项没有需要填写的理由。`,
  orderUnread: (part: string) => `“${part}”不是序号，次序未保存。`,
  orderOutside: (number: number, count: number) => `没有序号${number}（共${count}个），次序未保存。`,
  orderTwice: (number: number) => `序号${number}写了两次，次序未保存。`,
  changedSince: ({ added, gone }: CandidateChange, { case: noun }: ListWords) =>
    `可推荐的${noun}有变化：${[
      ...(added.length > 0 ? [`新增${added.join("、")}`] : []),
      ...(gone.length > 0 ? [`${gone.join("、")}已不在其列`] : []),
    ].join("；")}。原次序未报送，请重新排序。`,
  saveOrder: () => "保存次序",
  saveReasons: () => "保存理由",
  reorder: () => "重新排序",
  confirm: () => "报送",
  /** Later words for the same. */
  confirmWords: () => ["报送", "报送名单", "报送推荐名单", "报送吧", "确认报送", "确认推荐", "确认名单"],
  /** What the points say otherwise, by case. */
  contradictions: (items: readonly { name: string; found: readonly Contradiction[] }[], nouns: Nouns) =>
    items.map(({ name, found }) => `${name}：${requirementPhrases.contradictions(found, nouns)}`),
  reasonLabel: (name: string) => `${name}的推荐理由`,
  reasonHelp: {
    satisfaction: ({ case: noun, satisfaction, plan }) =>
      `该${noun}排在满意度（${satisfaction}）更高的${noun}之前。${plan}要求以满意度为首要标准，请说明择优理由。`,
    points: ({ case: noun }) => `该${noun}排在分数更高的${noun}之前，请说明择优理由（系统建议，非文件规定）。`,
  } satisfies Record<Departure, (words: ListWords) => string>,
  favoured: (names: readonly string[], { satisfaction, case: noun }: ListWords) =>
    `${names.join("、")}因满意度（${satisfaction}）更高，排在分数更高的${noun}之前。`,
  noneLabel: () => "无推荐的理由",
  noneHelp: ({ district, plan }: ListWords) =>
    `${plan}要求每个${district}报送推荐名单。本${district}无推荐的，请书面说明理由。`,
  noneOfWhich: (number: string) =>
    `不推荐序号${number}的，排序时不写该序号即可，未作任何改动。请发送「推荐」，回复推荐的序号；均不推荐的，请发送「无推荐」并写明理由。`,
  noneSaved: () => "已记为无推荐。",
  noneReason: (reason: string) => `无推荐的理由：${reason}`,
  noneLead: ({ to, district }: ListWords) =>
    `拟报送${to}：本${district}无推荐。请核对；报送后如有变化，可再次推荐，以名单替代。`,
  noneConfirmedLead: ({ version, to, district, isWithdrawn }: ReportedWords & { district: string }) =>
    `已报送${to}：本${district}无推荐（第${version}版）${isWithdrawn ? "，现已撤回" : ""}。`,
  lateLabel: () => "逾期原因",
  lateHelp: () => "现已过规定的报送日期，仍可报送，将注明逾期，请说明原因。",
  duringRest: (mark: string) => `已注明：${mark}。`,
  lateReason: (reason: string) => `逾期原因：${reason}`,
  numberLabel: (fit: Misfit["fit"], bound: number, { measure, category }: { measure: string; category?: string }) =>
    `推荐${category === undefined ? "" : `“${category}”`}${sides[fit]}${bound}${measure}的理由`,
  numberHelp: ({ figure }: NumberWords, { plan }: ListWords) => `${plan}要求原则上${figure}，请说明理由。`,
  /** Refusal for a broken hard rule. */
  numberRefused: (count: number, rule: NumberWords, { measure, source }: { measure: string; source: string }) => {
    const of = rule.category === undefined ? "" : `“${rule.category}”`;
    const ruling = rule.ruling === undefined ? "" : `，口径${rule.ruling}`;
    return `选了${of}${count}${measure}，应为${rule.figure}（${source}${ruling}），未保存。请重新选择。`;
  },
  item: (name: string, total: number | undefined, reason: string | undefined) =>
    `${name}${total === undefined ? "" : `：${points(total)}分`}${reason === undefined ? "" : `；理由：${reason}`}`,
  numberReason: (fit: Misfit["fit"] | "none", reason: string) =>
    fit === "none" ? recommendationPhrases.noneReason(reason) : `${sides[fit]}规定数量的理由：${reason}`,
  pending: (names: readonly string[], words: ListWords, told: { blocks: boolean; source: string | undefined }) =>
    `${names.join("、")}的${words.topic}情况为“${words.pendingOption}”，可以推荐${told.blocks ? "，但未明确之前不予公布" : ""}${sourced(told.source)}。`,
  /** To 那就报吧: the word that does it. */
  notYetReported: () => `尚未报送，请核对以下内容；报送请点击或回复「${recommendationPhrases.confirm()}」。`,
  readyLead: ({ to }: ListWords) => `请核对推荐名单，无误后报送${to}；报送后如有变化，可再次推荐，形成新的版本。`,
  againstLead: () => "以下意见为不同意，不影响报送，请研究：",
  against: (name: string, offices: readonly string[]) => `${name}：${offices.join("、")}`,
  gapsLead: () => "以下尚缺，不影响报送，请尽快补齐：",
  gap: (name: string, lacking: readonly string[]) => `${name}：${lacking.join("；")}`,
  unproved: (lacking: number, of: number) => `证明材料缺${lacking}条（共${of}条）`,
  blank: (label: string) => `申报表“${label}”未填写`,
  /** Full points beside a clause that waits for the city's list: not the district's to do. */
  unlisted: ({ clause, criterion }: { clause: string; criterion: string }, { city, organizer, clauses }: Nouns) =>
    `条目${criterion}得满分，${clauses([clause])}所需的${city}级名单尚待${organizer}导入`,
  confirmedLead: (cases: string, { version, late, to, isWithdrawn }: ReportedWords & { late: boolean }) =>
    `推荐名单（第${version}版，${cases}）${isWithdrawn ? `报送${to}后已撤回，计为尚未报送` : `已报送${to}`}。${late ? "报送时间已过规定日期，已注明逾期。" : ""}`,
  orderSaved: (names: readonly string[]) => `次序已保存：${names.map((name, at) => `${at + 1}.${name}`).join("，")}。`,
  reason: () => "推荐理由",
  refused: (label: string, sentence: string) => `${label}：${sentence}`,
  colleagueOrdered: () => "同事已填写或修改了次序，已列在上方，您的次序未保存。请核对后再排。",
  colleagueWrote: (who: string, theirs: string) =>
    `${who}已填写“${theirs}”，您填写的未保存。请核对；确需更改的，请再次保存。`,
  lookFirst: () => "尚未报送：同事有新的改动，已列在上方，请核对后再报送。",
  lookBeforeClearing: () => "同事有新的改动，已列在上方，次序未清除。请核对；仍须重新排序的，请再次发送「重新排序」。",
  reasonsSaved: () => "理由已保存。",
  /** Of an order before. */
  reasonsKept: (kept: readonly { label: string; text: string }[]) =>
    `此前所填的理由沿用：${kept
      .map(({ label, text }) => `【${label}】${text}`)
      .join("；")
      .replace(/。$/u, "")}。不合适的，请发送「栏目名称：新的理由」。`,
  reasonsWait: (count: number) => `此前所填的${count}项理由已保留，新次序仍需填写的即沿用。`,
  leftLead: () => "已保存。随时发送「推荐」继续。",
  cancelledTitle: () => "已取消",
  cancelled: (hadOrder: boolean) =>
    hadOrder
      ? "已取消，所填次序和理由已清除；此前已报送的名单不变。发送「推荐」可重新排序。"
      : "已取消，尚未填写次序；此前已报送的名单不变。",
  cancelledKept: () => "已取消。您上次查看之后同事有改动，所填次序和理由均保留。发送「推荐」可查看。",
  exportList: (name: string) => `导出${name}`,
  another: () => "重新推荐",
  footnote: (source: string) => `依据：${source}。推荐对象由贵单位研究确定。`,
  nothingYet: (words: ListWords) =>
    `还没有可以推荐的${words.case}：${recommendationPhrases.needed[words.from](words)}本${words.district}确定无推荐的，请发送「无推荐」并写明理由。`,
  needed: {
    reviewed: ({ caseName }) => `须先提交申报，并提交初评定稿。发送「申报」或「初评 ${caseName}」办理。`,
    applied: () => "须先提交申报。发送「申报」办理。",
    recommended: () => "下级的推荐名单尚未报送。",
  } satisfies Record<ListWords["from"], (words: ListWords) => string>,
  closedLead: ({ city }: ListWords) => `${city}级名单已公布，不再接收推荐名单。`,
  closedStatus: () => "未报送",
  notOpen: () => "这份推荐名单已报送或已不在编制中，未作任何改动。发送「推荐」可重新编制。",
  noOrder: (example: string) => `还没有排定推荐次序，未报送。请先回复序号，例如「${example}」。`,
  noReason: (labels: readonly string[]) => `还缺${labels.map((label) => `【${label}】`).join("、")}，未报送。`,
  noneOpen: () => "目前没有正在编制的推荐名单。请发送「推荐」。",
  noList: (district: string) => `${district}不报推荐名单，未作任何改动。`,
};
