import { type Action, textView, type View } from "../../platform/chat/view.ts";
import type { Question } from "../../platform/conversation/field.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { dayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { ApplicationWords } from "./words.ts";
import { eventWords } from "./words.ts";

const fullDay = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join("、");

/** Long values are cut; in full they stand where they were written. */
const MOST_SHOWN = 40;
const shortened = (typed: string): string =>
  [...typed].length > MOST_SHOWN ? `${[...typed].slice(0, MOST_SHOWN).join("")}……` : typed;

const likenessWords = (likeness: readonly ("name" | "address")[]): string =>
  likeness.map((one) => (one === "name" ? "名称" : "地址")).join("或");

/** What a case still lacks, beside its state. */
export const lackingPhrases = {
  requirements: (annex: string) => `${annex}尚未填报`,
  clauses: (annex: string, open: number) => `${annex}还有${open}条未填报`,
  opinions: (given: number, of: number) => `意见已登记${given}/${of}`,
};

export const applicationPhrases = {
  appliedIn: (year: number) => `${year}年度申报时`,
  editWord: () => "修改申报",
  editOf: (name: string) => `修改申报 ${name}`,
  fillingTitle: (district: string, name: string, words: ApplicationWords) =>
    `${district}　${name === "" ? words.case : name}${words.form}`,
  progress: (done: number, all: number) => `已填${done}/${all}项`,
  filling: () => "填写中",
  review: () => "待提交",
  left: () => "已保存",
  submitted: () => "已提交",
  excluded: () => "不得参与",
  withdrawn: () => "已撤回",
  formHint: () =>
    "可在下方表单中分页填写，也可直接回复以下问题，两种方式可以混用。填好本页后，在“完成后”一项选择去向，再按「保存本页」。",
  start: () => "申报",
  exportSheet: (word: string) => `导出 ${word}`,
  back: () => "上一页",
  typedBack: () => "上一步",
  leave: () => "保存退出",
  submit: () => "提交",
  goOn: () => "继续填写",
  edit: () => "修改",
  another: (measure: string) => `再报一${measure}`,
  opinions: () => "登记意见",
  noOpenForm: (word: string) => `目前没有正在填写的申报表，「${word}」未作任何改动。请发送「申报」或「继续填写」。`,
  seeCase: () => "查看",
  seeNamed: (name: string) => `查看${name}`,
  seeTyped: (name: string) => `查看 ${name}`,
  startReview: () => "初评",
  recommend: () => "推荐",
  fillPurpose: ({ case: noun, form }: ApplicationWords) => `填写${noun}${form}，可分次填写`,
  reviewLead: (label: string) =>
    `请核对以下内容，无误后提交。需要修改的，可回复「改」加栏目名称，例如「改 ${label}」。`,
  leftLead: () => "已填内容均已保存。随时发送「继续填写」，或按下方按钮，从中断处继续填写。",
  cancelled: () =>
    textView("已停止填写", "已停止填写，申报表未提交；已填内容均已保存，发送「继续填写」可接着填。", {
      tone: "closed",
    }),
  changeCancelled: () =>
    textView("已停止修改", "已停止修改，修改的内容未提交，原申报不变；改过的内容已保存，发送「修改申报」可接着改。", {
      tone: "closed",
    }),
  nothingChanged: () =>
    textView("已停止修改", "没有作任何修改，原申报不变。", {
      tone: "closed",
    }),
  goOnWith: (name: string) => `继续填写 ${name}`,
  goOnPurpose: ({ form }: ApplicationWords) => `接着填写未提交的${form}`,
  startAnother: () => "另填一份",
  startAnotherNamed: (name: string) => `另填一份 ${name}`,
  noSuchForm: (name: string, { form }: ApplicationWords) => `没有名为“${shortened(name)}”的未提交的${form}。`,
  otherUnanswered: (name: string, label: string) => `“${name}”的“${label}”尚未填写，没有可以采用的内容，请直接填写。`,
  /** Words that are of another case, while a question of one is open. */
  ofOther: ({ caseName, label, value }: { caseName: string; label: string; value: string }, text: string): View => {
    const change = `${caseName}的${label}改为${value}`;
    return textView("请确认", `“${shortened(text)}”是“${caseName}”的“${label}”，还是本项的内容？未作任何改动。`, {
      tone: "running",
      actions: [
        { id: "", label: change, typed: `/${change}`, look: "primary" },
        { id: "", label: "作为本项内容", typed: `内容：${text}`, look: "default" },
      ],
    });
  },
  nameTyped: (label: string, name: string) => `${label}：${name}`,
  whichTitle: ({ form }: ApplicationWords) => `未提交的${form}`,
  whichLead: ({ form }: ApplicationWords) => `您有未提交的${form}，请选择接着填写，或者另填一份。`,
  unnamed: ({ caseName }: Nouns) => `${caseName}未填`,
  /** As work that is not finished. */
  begun: (name: string, { form, case: noun, isChange }: ApplicationWords & { isChange: boolean }) =>
    `${name === "" ? `未填名称的${noun}` : `“${name}”`}的${form}${isChange ? "修改" : ""}`,
  unfinishedItem: (name: string, { done, all, by }: { done: number; all: number; by: string }) =>
    `${name}：已填${done}/${all}项，由${by}开始填写`,
  someColleague: () => "同事",
  empty: () => "未填写",
  colleaguesChanged: () => "您上次查看之后，同事有以下修改：",
  changed: (
    who: string,
    label: string,
    { before, after }: { before: string | undefined; after: string | undefined },
  ) => {
    if (after === undefined) return `${who}清除了“${label}”`;
    return before === undefined ? `${who}填写了“${label}”：${after}` : `${who}将“${label}”由“${before}”改为“${after}”`;
  },
  moreChanges: (count: number) => `另有${count}项修改，请核对全部内容。`,
  conflict: (who: string, label: string, { theirs, mine }: { theirs: string; mine: string }) =>
    `“${label}”：${who}已改为“${theirs}”，您填写的是“${mine}”。`,
  conflictHint: () =>
    "您填写的尚未保存。请选择以哪一个为准：回复「以同事为准」或「以我为准」，也可回复1（同事的）或2（我的）。选择之前，其他内容不予保存。",
  nothingToSettle: (): View => textView("无须选择", "目前没有与同事填写不一致的内容需要选择，未作任何改动。"),
  takeTheirs: () => "以同事为准",
  takeMine: () => "以我为准",
  theirs: (value: string) => `同事填写的：${value}`,
  mine: (value: string) => `我填写的：${value}`,
  settle: () => "确定",
  settled: () => "已按您的选择处理。",
  lookFirst: () => "尚未提交：同事有新的修改，已列在卡片上，请核对后再提交。",
  heldFirst: () => "尚未提交：此前的消息中有内容尚未记录，已列在卡片上，请决定是否记录后再提交。",
  refusedLead: (count: number) => `以下${count}项未保存，请改正：`,
  refused: (label: string, sentence: string, typed: string) =>
    `${label}：${sentence}${typed === "" ? "" : `（您填写的是“${shortened(typed)}”）`}`,
  /** Beside its label. @param who a colleague; undefined: the reader, on another device. @param now undefined: cleared */
  changedElsewhere: ({ now, who }: { now: string | undefined; who: string | undefined }) =>
    `${who === undefined ? "您已在另一处" : `${who}已`}${now === undefined ? "清空" : `改为“${now}”`}，本页所填的未保存；确需修改的，请重新填写。`,
  /**
   * @param some whether anything new was saved
   * @param unsaved number of values that could not be saved, and of those that a colleague changed meanwhile
   */
  pageSaved: (some: boolean, { problems, conflicts }: { problems: number; conflicts: number }) => {
    const refused = problems > 0 ? `${problems}项未保存，应填内容已列在表单上方。${viewPhrases.restSaved(some)}` : "";
    if (conflicts > 0) return `${refused}${conflicts}项与同事的修改不一致，请选择以哪一个为准。`;
    return refused === "" ? viewPhrases.pageSaved(some) : refused;
  },
  submittedLead: (at: string, { form, next, ...nouns }: ApplicationWords) =>
    `${form}已于${at}提交。${applicationPhrases.next[next](nouns)}`,
  next: {
    review: () => "下一步请对照评选标准进行初评。",
    reviewed: () => "初评已提交定稿。",
    recommendation: () => "下一步请发送「推荐」。",
    published: ({ city }) => `${city}级名单已公布，不再接收推荐名单。`,
    nothing: () => "",
  } satisfies Record<ApplicationWords["next"], (nouns: Pick<ApplicationWords, "city">) => string>,
  /** @param told whether a pending declaration blocks recommendation, and the source in the plan */
  pendingLead: (topic: string, option: string, told: { blocks: boolean; source: string | undefined }) =>
    `${topic}情况填报为“${option}”（调查中，尚无结论）：推荐时会提示，${applicationPhrases.pendingThen(told)}。`,
  pendingThen: ({ blocks, source }: { blocks: boolean; source: string | undefined }) =>
    `${blocks ? "未明确之前不予公布" : "请尽快明确"}${source === undefined ? "" : `（${source}）`}`,
  /** @param since first day of the time window, if there is one */
  exclusion: (
    label: string,
    { since, source, ruling }: { since: CivilDate | undefined; source: string; ruling: string | undefined },
  ) => {
    const asRuled = ruling === undefined ? "" : `（口径${ruling}）`;
    const what = since === undefined ? "属实" : `发生在${since.slice(0, 4)}年${dayWords(since)}以后`;
    return `填报的${eventWords(label)}${what}，依据${source}，不得参与本次评选${asRuled}。`;
  },
  /** @param told days as stored */
  outsideWindow: (
    label: string,
    told: { happenedOn: string; since: CivilDate; firstOn: CivilDate; source: string; ruling: string | undefined },
  ) => {
    const asRuled = told.ruling === undefined ? "" : `，口径${told.ruling}`;
    return `填报的${eventWords(label)}发生于${fullDay(told.happenedOn)}，早于${fullDay(told.since)}（自首次提交之日${fullDay(told.firstOn)}往前推算${asRuled}），不属于${told.source}所列不得参与的情形。`;
  },
  footnote: (source: string) => `依据：${source}。`,
  duplicate: (name: string, likeness: "name" | "address", { district }: Nouns) =>
    `本${district}已有${likeness === "name" ? `名为“${name}”` : `地址相同的“${name}”`}的申报，请核对是否重复（系统建议，非文件规定）。`,
  duplicateElsewhere: (districts: readonly string[], likeness: readonly ("name" | "address")[]) =>
    `${districts.join("、")}有${likenessWords(likeness)}相同的申报，请核对是否重复（系统建议，非文件规定）。`,
  caseOf: (district: string, name: string) => `${district}“${name}”`,
  duplicatePair: (one: string, other: string, likeness: "name" | "address") =>
    `${one}与${other}（${likenessWords([likeness])}相同）`,
  sameEnterprise: (name: string, topic: string) =>
    `另有申报填报了“${name}”的${topic}情况，请核对本次填报是否一致（系统建议，非文件规定）。`,
  missing: (questions: readonly Question[]) =>
    `还有${questions.length}项必填内容未填：${questions.map(({ label }) => label).join("、")}。已填内容均已保存。`,
  ofCase: (name: string) => `办理“${name}”`,
  ofThisCase: () => "记入本表",
  wordWithName: (text: string, name: string, label: string): View =>
    textView(
      "请确认",
      `“${shortened(text)}”写有“${name}”，未记入${label}，未作任何改动。确为本项内容的，请点击下方。`,
      {
        tone: "running",
        actions: [{ id: "", label: "作为本项内容", typed: `内容：${text}`, look: "default" }],
      },
    ),
  severalCasesTitle: () => "请逐个办理",
  severalCases: (names: readonly string[]) =>
    `内容涉及${names.map((name) => `“${name}”`).join("")}，整条未保存。请点击或逐个发送。`,
  noForm: () => "本活动没有申报表，未作任何改动。",
  noDistrict: (word: string, { district, organizer }: Nouns) =>
    `您没有负责的${district}，无法办理${word}。如有疑问，请联系${organizer}。`,
  otherDistrict: (word: string, names: readonly string[]) =>
    `您负责的${names.join("、")}目前不办理${word}，未作任何改动。`,
  whichDistrict: (word: string, names: readonly string[], { district }: Nouns) =>
    `您负责不止一个${district}，请注明：${quoted(names.map((name) => `${word} ${name}`))}。`,
  /** Said with what was recorded in a form that is submitted already. */
  /** Another form is begun over it. */
  changeLeft: (name: string) =>
    textView(
      "修改尚未提交",
      `“${name}”申报表的改动已保存、尚未提交，提交前仍以原内容为准。以下另填一份；改完“${name}”的，请发送「修改申报 ${name}」后提交。`,
      { tone: "near", actions: [{ id: "", label: `修改申报 ${name}`, typed: `修改申报 ${name}`, look: "default" }] },
    ),
  changeOpen: () => "本次改动尚未提交，提交前「查看」仍为原内容。改完请发送「提交」。",
  notOpen: () => "这份申报表已不在填写中，未作任何改动。请发送「申报」重新开始。",
  noSuch: () => "没有这份申报，未作任何改动。",
  noSuchName: (name: string, { nearest, total }: { nearest: readonly string[]; total: number }) => {
    if (nearest.length === 0) return "还没有申报。请先发送「申报」。";
    return total === nearest.length
      ? `没有名为“${name}”的已提交的申报。已有的申报：${nearest.join("、")}。`
      : `没有名为“${name}”的已提交的申报。名称相近的有：${nearest.join("、")}；共有${total}份申报，发送时不写名称即可列出全部。`;
  },
  /** Of a name that only a form has. */
  notSubmitted: (name: string, { form }: ApplicationWords) =>
    `“${name}”的${form}正在填写，尚未提交，提交后才能办理这一事项。接着填写请发送「继续填写 ${name}」。`,
  whichName: (names: readonly string[], { caseName, district }: Nouns) =>
    names.length === 0
      ? "还没有申报。请先发送「申报」。"
      : `请注明${caseName}，本${district}的申报有：${names.join("、")}。`,
  /** To who sees only what districts have reported. */
  noSuchReported: (name: string, { nearest, total }: { nearest: readonly string[]; total: number }) => {
    if (nearest.length === 0) return "还没有已报送的申报。";
    const among = total === nearest.length ? "已报送的有" : "名称相近的有";
    return `已报送的申报中没有“${name}”，${among}：${nearest.join("、")}。`;
  },
  whichReported: (names: readonly string[], { caseName }: Nouns) =>
    names.length === 0 ? "还没有已报送的申报。" : `请注明${caseName}，已报送的有：${names.join("、")}。`,
  nothingToChange: (label: string, { form }: ApplicationWords) =>
    `没有可以修改“${label}”的${form}，未作任何改动。请先发送「申报」。`,
  /** A field is to be changed, and several forms have it. */
  opinionsElsewhere: () => "是意见栏，不在此填写，请在提交之后用「意见」登记。",
  fillPasted: (text = "") => `按所发内容申报 ${text}`.trim(),
  discarded: ({ form }: ApplicationWords): View =>
    textView("已删除", `这份${form}未提交，已删除，填写的内容不再保留。`),
  nameInOrder: (name: string, place: number) => `${name === "" ? "未填名称" : name} 第${place}份`,
  whichToChange: (
    { label, value, all = [`${label}改为${value}`] }: { label: string; value: string; all?: readonly string[] },
    names: readonly string[],
  ): View => {
    const actions = names.map((name): Action => {
      const typed = `${name}的${all.join("\n")}`;
      return {
        id: "application.change",
        label: name === "" ? "未填名称的" : name,
        typed,
        look: "default",
        subject: typed,
      };
    });
    return textView("请选择", `${all.join("；")}。请选择修改哪一份，尚未作任何改动。`, { actions });
  },
  withdrawnAlready: () => "该申报已撤回，未作任何改动。",
  published: () => "名单已公布，申报内容不再修改，未作任何改动。",
  correctedTitle: (district: string, name: string) => `申报有修改：${district}“${name}”`,
  corrected: (who: string, labels: readonly string[]) =>
    `该申报在推荐名单报送之后由${who}修改并重新提交，修改的栏目：${labels.join("、")}。`,
  overflowHelp: (help: string) => `${help}超出部分可另附页。`,
  overflowStays: (names: string) => `已提交的申报材料超出字数，内容不变，修改后重新提交的须压缩：${names}`,
  overflowDrafts: (count: number) => `填写中的申报表有${count}份超出字数，须压缩后方可提交`,
  marksStay: (names: string) => `已提交的申报不重新认定是否逾期：${names}`,
  colleague: () => "同事",
  /** @param earlier who submitted before, where that was somebody else */
  revised: (revision: number, by: string, earlier: string | undefined) =>
    `本次为第${revision}次提交，由${by}提交${earlier === undefined ? "" : `；上一次由${earlier}提交`}。`,
  /** Used as the answer text. The number is the hash of the stored file. */
  attached: ({ name, hash }: { name: string; hash: string }) => `见附件《${name}》（文件编号${hash}）`,
};

/** Words that an open form takes. */
export const formWordPhrases = {
  undo: ["撤销"],
  undoPurpose: () => "填写申报表时，撤回最近一条内容所填的栏目",
  filled: ["填了哪些", "看一下填了哪些"],
  filledPurpose: () => "填写申报表时，列出已填和未填的栏目",
  changeWord: () => "修改申报",
  noFormToChange: ({ caseName, form }: ApplicationWords) =>
    `目前没有打开的${form}，未作任何改动。接着填写请发送「继续填写」；修改已提交的申报请发送「修改申报 ${caseName}」。`,
  noFormOpen: (word: string) =>
    `「${word}」在填写申报表时使用，目前没有打开的申报表，未作任何改动。接着填写请发送「继续填写」。`,
};

/** A fact that is said without an open form. */
export const factPhrases = {
  which: (said: string, changes: readonly { name: string; all: readonly string[] }[]): View =>
    textView("请选择", `“${said}”没有写明填入哪一份、哪一栏，未作任何改动。请点击其中一项，或照此写明。`, {
      actions: changes.map(({ name, all }): Action => {
        const label = `${name}：${all.map((one) => one.split("改为")[0]).join("、")}`;
        return { id: "", label, typed: `${name}的${all.join("\n")}`, look: "default" };
      }),
    }),
};
