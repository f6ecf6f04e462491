import { textView, type View } from "../../platform/chat/view.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { dayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { Reply } from "./consultation.ts";

const listed = (parts: readonly string[]): string => parts.join("、");
const closed = (text: string): string => text.replace(/[。.]$/u, "");
const findings = { noObjection: "无异议", reported: "有情况" } as const;
const verdicts = { upheld: "属实", dismissed: "不属实或不影响" } as const;

interface Line {
  words: string;
  repliedBy: string;
  concerns: readonly string[];
  reopened: string;
}

interface Decided {
  by: string;
  at: string;
  opinion: string;
  authority: string | undefined;
}

/** Of {@link ReplyWords} what a message says of a reply. */
interface Named {
  caseName: string;
  district: string;
  department: string;
}

export const consultationPhrases = {
  word: () => "征求意见",
  words: ["征求意见", "征求意见情况", "部门意见"],
  purpose: ({ case: one }: Nouns) => `查看就推荐${one}征求部门意见的情况和回复`,
  title: () => "征求部门意见",
  status: {
    none: "尚未发函",
    waiting: (count: number) => `${count}个部门尚未全部回复`,
    pending: (count: number) => `${count}项待认定`,
    done: "均已回复",
  },
  intro: ({ case: one }: Nouns) => `公示前就推荐的${one}及其物业服务企业征求下列部门意见。尚未回复的不影响核验。`,
  /** One department: 10月9日发函，征求14个小区，已回复9个，5个尚未回复. */
  notAsked: (name: string) => `${name}：尚未导出征求意见函`,
  asked: (name: string, at: string, { asked, unanswered }: { asked: number; unanswered: number }, nouns: Nouns) =>
    `${name}：${at}导出征求意见函，征求${nouns.cases(asked)}；${
      unanswered === 0
        ? "均已回复"
        : unanswered === asked
          ? "尚未回复"
          : `已回复${asked - unanswered}${nouns.measure}，${unanswered}${nouns.measure}尚未回复`
    }`,
  notInLetter: (names: readonly string[], { case: one }: Nouns) =>
    `征求意见函导出之后又推荐的${one}：${listed(names)}。请重新导出征求意见函。`,
  repliesHeading: () => "反映有情况的",
  noneReported: () => "目前没有部门反映情况。",
  more: (count: number, { case: one }: Nouns) => `另有${count}项，请查看有关${one}的要求一页。`,
  beside: (concern: string, standing: string | undefined) => `${concern}（申报：${standing ?? "未填报"}）`,
  declarations: { met: "无", notMet: "有", unclear: "待核实", notApplicable: "不适用" },
  replyLine: (
    { finding, repliedOn, state }: Pick<Reply, "finding" | "repliedOn" | "state">,
    { words, repliedBy, concerns, reopened }: Line,
  ) =>
    [
      `${findings[finding]}${words === "" ? "" : `：${closed(words)}`}`,
      ...(concerns.length > 0 ? [`涉及${listed(concerns)}`] : []),
      ...(finding === "noObjection" && state === "pending" ? [`原已认定${reopened}，须重新认定`] : []),
      `${dayWords(repliedOn)}回复，${repliedBy}`,
      ...(state === "pending" ? ["待认定"] : []),
    ].join("；"),
  of: ({ caseName, district }: Named, line: string) => `${caseName}（${district}）：${line}`,
  by: (department: string, line: string) => `${department}：${line}`,
  decision: (state: "upheld" | "dismissed", { by, at, opinion, authority }: Decided) =>
    `${by}于${at}认定${verdicts[state]}：${closed(opinion)}${authority === undefined ? "" : `（${authority}）`}`,
  erased: () => "（已删除）",
  findings,

  /** On the card of a case. */
  caseHeading: () => "部门意见",
  notAnswered: (names: readonly string[]) => `${listed(names)}：尚未回复`,
  ground: (department: string, day: CivilDate) => `${department}${dayWords(day)}回复，已认定属实`,
  pendingGround: (department: string, day: CivilDate) => `${department}${dayWords(day)}回复有情况，待认定`,
  exclusion: (department: string, topic: string, day: CivilDate) =>
    `${department}${dayWords(day)}回复有${topic}，已认定属实，不得参与。`,

  lettersWord: () => "导出 征求意见函",
  lettersWords: ["导出 征求意见函", "导出征求意见函", "征求意见函"],
  lettersLabel: () => "导出征求意见函",
  lettersPurpose: ({ case: one }: Nouns) =>
    `导出发给各部门的征求意见函（草稿）和回复表，写明推荐的${one}和物业服务企业`,
  lettersMade: (count: number, cases: string) =>
    `已导出${count}个部门的征求意见函（草稿）和回复表，征求${cases}。文号、日期和反馈期限由人工填写；回复表填好后发回本聊天即可登记。`,

  recordWord: () => "登记回复",
  recordWords: ["登记回复", "登记部门回复", "登记部门意见"],
  recordExample: (department: string, { caseName }: Nouns) => `登记回复 ${department} ${caseName} 无异议 回复人 姓名`,
  recordPurpose: () => "登记部门对征求意见函的回复",
  /** Without the city's noun, so that the name fits on a button. */
  recordLabel: (department: string, { city }: Nouns) =>
    `登记${department.startsWith(city) ? department.slice(city.length) : department}`,
  recordTitle: (department: string) => `登记${department}的回复`,
  recordIntro: (unanswered: readonly string[], nouns: Nouns) =>
    unanswered.length === 0
      ? `征求的${nouns.case}均已回复；部门更正的可在此重新登记。`
      : `尚未回复的${nouns.cases(unanswered.length)}：${listed(unanswered)}。`,
  recordHow: ({ case: one, caseName, measure }: Nouns) =>
    `${caseName}填“全部”的，登记为全部尚未回复的${one}；有情况的请逐${measure}登记，写明内容和涉及的要求。`,
  recordAgain: () => "认定之后部门另行来函的，请在内容中写明“补充来函”。",
  fields: {
    cases: ({ caseName }: Nouns) => caseName,
    casesHolder: () => "名称，或“全部”",
    finding: () => "意见",
    concerns: () => "涉及要求",
    words: () => "内容",
    wordsHolder: () => "有情况的必填",
    repliedOn: () => "回复日期",
    repliedBy: () => "回复人或文号",
  },
  choose: () => "请选择",
  save: () => "登记",
  saved: (
    department: string,
    { stored, same, pending }: { stored: number; same: number; pending: number },
    nouns: Nouns,
  ) =>
    stored === 0
      ? `${department}的回复与已登记的相同，未重复登记。`
      : `已登记${department}对${nouns.cases(stored)}的回复${same > 0 ? `，另有${same}${nouns.measure}与已登记的相同` : ""}。${
          pending > 0 ? `其中${pending}${nouns.measure}与申报不一致或申报未明确，已报${nouns.approver}认定。` : ""
        }`,
  recordTyped: (department: string, concern: string, { caseName }: Nouns) =>
    `请按以下格式登记：登记回复 ${department} 全部无异议 回复人 姓名；有情况的：登记回复 ${department} ${caseName} 有情况 ${concern} 内容 回复人 姓名。`,

  openWord: () => "审批部门意见",
  openTitle: () => "部门意见的认定",
  openStatus: (count: number) => (count === 0 ? "没有待认定" : `${count}项待认定`),
  nothingOpen: () => "没有待认定的部门意见。",
  openIntro: ({ district }: Nouns) =>
    `部门反映的情况与申报不一致或申报未明确。认定属实的，有关要求按不符合处理，属于不得参与情形的不得参与，并告知有关${district}；认定不属实或不影响的，仍按申报处理。认定前按待核实处理。`,
  decidesFirst: (name: string, department: string) => `以下认定的是${name}（${department}）。`,
  verdict: () => "认定结果",
  verdicts,
  submitDecision: () => "提交认定",
  upholdWord: () => "认定属实",
  dismissWord: () => "认定不属实",
  dismissWords: ["认定不属实", "认定不影响"],
  decidePurpose: (isUpheld: boolean) =>
    isUpheld ? "认定部门反映的情况属实，写明意见和依据" : "认定部门反映的情况不属实或不影响，写明意见和依据",
  decided: ({ caseName, department }: Named, verdict: "upheld" | "dismissed", excluded: boolean) =>
    `${caseName}：已认定${department}反映的情况${verdicts[verdict]}。${
      excluded && verdict === "dismissed" ? "此前不得参与的认定仍然有效，须凭文件另行解除。" : ""
    }`,
  told: (
    { caseName, department }: Named,
    { verdict, opinion }: { verdict: "upheld" | "dismissed"; opinion: string },
    { approver }: Nouns,
  ): View =>
    textView(
      "部门意见已认定",
      `${approver}认定${department}就${caseName}反映的情况${verdicts[verdict]}。审批意见：${closed(opinion)}。`,
      { tone: "done" },
    ),
  toldDistrict: (
    { caseName, department }: Named,
    ids: readonly string[],
    { city, clauses }: Pick<Nouns, "city" | "clauses">,
  ): View =>
    textView(
      `${caseName}：要求核实结果`,
      `${city}级征求${department}意见并核实，${caseName}的${clauses(ids)}认定为不符合。如有不同意见，请联系${city}级。`,
      { tone: "near" },
    ),
  decisionName: (name: string, department: string) => `${name}的部门意见（${department}）`,
  notYours: (): View => textView("征求部门意见", "您目前不能查看部门意见。", { tone: "closed" }),
};

export const consultationRefusals = {
  noCases: ({ district, case: one }: Nouns) => `各${district}尚未报送推荐名单，没有可征求意见的${one}，未导出。`,
  noLetter: () => "尚未导出给该部门的征求意见函，未登记。请先发送「导出 征求意见函」。",
  unknownDepartment: (names: readonly string[]) => `请写明部门，未办理。征求意见的部门有：${listed(names)}。`,
  left: (name: string, isWithdrawn: boolean) =>
    `${name}${isWithdrawn ? "已撤回申报" : "已认定不得参与"}，不再登记回复，未作任何改动。`,
  notAsked: (department: string, { case: one }: Nouns) =>
    `发给${department}的征求意见函没有列入该${one}，未登记。后来推荐的，请重新导出征求意见函。`,
  decided: (
    department: string,
    name: string,
    { repliedOn, approver }: Pick<Nouns, "approver"> & { repliedOn: string },
  ) =>
    `${department}${repliedOn}就${name}的回复已由${approver}认定，未作任何改动。部门另行来函的，请在内容中写明“补充来函”后登记，由${approver}重新认定。`,
  whichCase: ({ caseName }: Nouns) => `请写明${caseName}，未登记。全部尚未回复的可写「全部」。`,
  unknownCases: (names: readonly string[], { case: one }: Nouns) =>
    `未找到名为${names.map((name) => `“${name}”`).join("、")}的${one}，未登记。请按征求意见函所列名称书写。`,
  severalCases: (name: string, choices: readonly string[]) =>
    `名称中有“${name}”的有：${listed(choices)}。请写明是哪一个，未登记。`,
  allAnswered: (department: string) => `${department}均已回复，未重复登记。更正的请写明名称。`,
  oneFinding: ({ case: one }: Nouns) =>
    `内容中不止一种情况，或写有“除……外”，不能确定各指哪个${one}，未登记。有情况的请逐个登记，其余的可写「其余无异议」另发一条。`,
  noFinding: () => "请写明“无异议”或“有情况”，未登记。",
  noWords: () => "有情况的请写明内容，未登记。",
  oneByOne: ({ case: one }: Nouns) => `有情况的请写明是哪个${one}，逐一登记，未登记。`,
  wordsTooLong: (most: number) => `内容请控制在${most}字以内，未登记。`,
  noConcern: (labels: readonly string[]) => `请写明涉及哪项要求，未登记。该部门可反映的有：${listed(labels)}。`,
  foreignConcern: (ids: readonly string[], labels: readonly string[]) =>
    `${listed(ids)}不在向该部门征求意见的范围内，未登记。该部门可反映的有：${listed(labels)}。`,
  noReplier: () => "请写明回复人或复函文号，未登记。例如：回复人 张科长。",
  noDate: (typed: string) => `“${typed}”不是有效的日期，未登记。`,
  future: (day: CivilDate) => `回复日期${dayWords(day)}尚未到，未登记。`,
  nothingWaits: () => "没有待认定的部门意见，未作任何改动。",
  whichReply: (names: readonly string[]) => `请写明是哪一项，未办理。待认定的有：${listed(names)}。`,
  otherVersion: () => "该部门又有新的回复，未办理。请按现在所列重新认定。",
  ownRecord: ({ approver }: Nouns) => `该回复由您登记，须由另一位${approver}认定，未办理。`,
  noOpinion: () => "请写明审批意见，未办理。",
  noVerdict: () => "请选择认定结果，未办理。",
};
