import { textView } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWords, momentWords } from "../definition/wording.ts";

const NUMERALS = "零一两三四五六七八九";
const nounOf = ({ campaign }: Definition): string => campaign.words.district.noun;

export const workReportPhrases = {
  word: () => "工作报告",
  field: () => "工作报告",
  purpose: (definition: Definition) =>
    `报送本${nounOf(definition)}工作报告；${definition.campaign.words.city.noun}级人员查看报送情况`,
  placeholder: (parts: readonly string[]) =>
    parts.length > 0 ? `${parts.join("、")}；也可在单聊中发送文件` : "也可在单聊中发送文件",
  wholeWord: () => "工作报告全文",
  waitingWhole: () => "待确认的文字（尚未报送）",
  filledWhole: (part: string) => `${part}（分项填写，尚未报送）`,
  submit: () => "报送工作报告",
  again: () => "重新报送",
  askTitle: (district: string) => `${district}　工作报告`,
  ask: (
    { campaign }: Definition,
    {
      stated,
      parts,
      known,
      early,
      onCard,
      prompts,
      promotion,
    }: {
      prompts: readonly string[];
      promotion: boolean;
      stated: string;
      parts: readonly string[];
      known: string | undefined;
      early: string;
      onCard: boolean;
    },
  ) =>
    [
      onCard
        ? "请在下方填写【工作报告】的文字，或点击「分项填写」逐项填写，也可在此发送文件（docx、pdf等）。"
        : "请在此发送【工作报告】的文件（docx、pdf等），或直接回复报告文字。",
      parts.length > 0 ? `内容包括${parts.join("、")}，` : "请于",
      `${stated}前报${campaign.city.shortBureau}。`,
      promotion ? "请以一句话写明经验做法在辖区内推广实施的情况。" : "",
      prompts.length > 0 ? `可一并反映${prompts.join("、")}等方面的做法。` : "",
      early,
      known === undefined ? "" : `${known}再次报送将作为新的一版。`,
      "暂不报送请回复「取消」。",
    ].join(""),
  footnote: (source: string, parts: number) =>
    `依据：${source}。${parts > 1 ? `${NUMERALS[parts] ?? parts}个部分一并报送或逐项填写均可。` : ""}`,
  early: (stage: string, from: string) => `${stage}自${from}起，现在报送的须再确认一次。`,
  askedBefore: (from: string) => `${from}之前报送的，须再确认一次。`,
  askedNoMore: () => "本活动不再要求报送工作报告。",
  known: (version: number, at: Date) => `已收到第${version}版（${momentWords(at)}）。`,

  readByCity: (at: Date, { campaign }: Definition) =>
    `${campaign.words.city.noun}级已阅（${momentWords(at)}首次查看）。`,
  readBy: (names: readonly string[]) => `已阅：${names.join("；")}。`,
  reader: (name: string, at: Date) => `${name}，${momentWords(at)}`,

  receivedTitle: (district: string) => `${district}　工作报告已收到`,
  receivedStatus: (version: number) => `第${version}版`,
  contentLabel: () => "内容",
  file: (name: string) => `文件《${name}》`,
  keptName: (district: string, version: number, type: string) => `${district}工作报告第${version}版.${type}`,
  text: (words: number, firstLine: string) => `文字，共${words}字：${firstLine}`,
  timeLabel: () => "时间",
  lateLabel: () => "逾期",
  late: (closed: string) => `已过${closed}，注明逾期`,
  byLabel: () => "报送人",
  remarkLabel: () => "请核对",
  leftOut: (lines: readonly string[]) => `未作为报告内容：${lines.map((line) => `「${line}」`).join("")}。`,
  shortText: (words: number) => `全文仅${words}字，请核对是否为完整的报告。`,
  contentDiffers: () => "文件内容与扩展名不符，请核对能否正常打开。",
  receivedFootnote: () =>
    "如需修改，再次发送「工作报告」即可，新的一版替代原版，原版留存；查看全文请发送「工作报告全文」；如系误报，请发送「撤回工作报告」。",

  doubtTitle: (district: string) => `${district}　工作报告待确认`,
  doubtStatus: () => "尚未报送",
  short: (words: number) => `全文仅${words}字，请确认是否为工作报告。`,
  less: (words: number, before: number) => `已报送的一版共${before}字，本次收到的仅${words}字，请确认是否以此替代。`,
  fewerParts: (names: readonly string[]) =>
    `已报送的一版写有${names.join("、")}，本次收到的没有，请确认是否以此替代。只补充一部分的，请发送「补充工作报告」。`,
  corrected: (said: string) => `文中有更正的话「${said}」，请确认是否照此报送；需改的，请不报送，改好后重新发送。`,
  /** Under the parts that were found. */
  checkSplit: () =>
    "尚未报送。以上为各部分的划分，请核对；确认报送的，请点击或回复「确认报送」，分几条发送的请接着发送。",
  confirm: () => "确认报送",
  confirmTyped: () => "确认报送工作报告",
  tooEarly: (stage: string, from: string) => `${stage}自${from}起，请确认是否现在报送。`,
  otherPaper: (paper: string) => `内容似为${paper}，请确认是否作为工作报告报送。`,
  otherDistrict: (name: string) => `标题或文件名写的是${name}，不是您所在的辖区，请确认是否发错。`,
  caseStudyNote: (paper: string) => `报送${paper}的，请先回复「不报送」，再发送「${paper}」。`,
  same: (version: number, at: Date) =>
    `内容与已报送的第${version}版（${momentWords(at)}）相同，未重复报送，原报告不变。`,
  sameAsReturned: (version: number, until: string, remarks: string) =>
    `内容与已退回的第${version}版相同，未重新报送，原报告不变。退回意见：${remarks || "见退回卡片"}。请修改后于${until}前重新报送。`,
  replaces: (version: number) => `报送后将替代第${version}版，原版留存。`,
  yes: () => "仍然报送",
  yesTyped: () => "仍然报送工作报告",
  several: () => "已连续收到多段文字，尚未报送。请确认是合为一份报送，还是只报送最后一段。",
  continued: (version: number) =>
    `第${version}版报送后又收到一段文字，尚未报送。请确认是与第${version}版合为一份报送，还是只报送最后一段。`,
  asideNotTaken: (said: string) =>
    `「${said}」未并入报告。要查询或办理其他事项的，请先回复是否报送，再单独发送；可以发送的内容见「帮助」。`,
  scrapNotTaken: (said: string) =>
    `「${said}」未并入报告。确为报告内容的，请写明部分，例如「存在问题：${said}」，或以「补充」开头重新发送。`,
  notTaken: (said: string) => `「${said}」未并入报告。要更正内容，请发送改好的全文，再选择「只报送最后一段」。`,
  correctedNow: (wrong: string, right: string) => `已将「${wrong}」改为「${right}」，尚未报送。`,
  notCorrected: (said: string, wrong: string, times: number) =>
    times === 0
      ? `「${said}」未并入报告，报告未改动：其中没有「${wrong}」。请照报告中的文字写明，例如「更正：原来的文字改为新的文字」。`
      : `「${said}」未并入报告，报告未改动：「${wrong}」在其中有${times}处。请连同前后的文字写明是哪一处，例如「更正：原来的文字改为新的文字」。`,
  nothingToCorrect: (said: string) =>
    `「${said}」似是更正，目前没有收到的报告文字可以更正，未作为报告内容。请发送报告全文或文件。`,
  notCorrectedView: (told: readonly string[]) => textView("工作报告未改动", told.join("")),
  correctionOfHandedIn: (said: string, version: number) =>
    textView(
      "工作报告未改动",
      `「${said}」未并入报告，已报送的第${version}版不变。要更正内容，请发送「工作报告」后发送改好的全文，新的一版替代原版。`,
    ),
  withoutLast: () => "去掉最后一段",
  inParts: () => "报告分几条发送的，请接着发送。",
  lastLabel: () => "最后一段",
  all: () => "全部报送",
  allTyped: () => "全部报送工作报告",
  onlyLast: () => "只报送最后一段",
  onlyLastTyped: () => "只报送最后一段工作报告",
  no: () => "不报送",
  noTyped: () => "不报送工作报告",
  doubtFootnote: () => "也可直接发送报告文件，或接着发送其余文字。",
  pending: (isPart: boolean) => (isPart ? "后收到的一段工作报告" : "待确认的工作报告"),
  lastDropped: (version: number) =>
    textView("工作报告未改动", `后收到的一段已去掉，未报送；第${version}版不变。`, { tone: "closed" }),
  notHandedIn: () => textView("工作报告未报送", "已按您的意见未报送；此前已报送的不变。", { tone: "closed" }),
  askedToast: () => "尚未报送，请在单聊中确认。",

  asReport: () => "作为工作报告",
  wouldReplace: (known: string, file: string) =>
    `工作报告现为${known}，选择「作为工作报告」将以《${file}》替代；两个文件中哪一个是工作报告，请您确认。`,
  heldText: (version: number, at: Date) => `第${version}版文字（${momentWords(at)}）`,
  heldFile: (name: string, version: number, at: Date) => `《${name}》（第${version}版，${momentWords(at)}）`,

  takeBack: () => "撤回工作报告",
  lastVersion: (version: number) => `撤回工作报告第${version}版`,
  takeBackPurpose: () => "撤回最近一版工作报告，恢复前一版，先列出再确认",
  takeBackTitle: (district: string) => `${district}　撤回工作报告`,
  keepIt: () => "不撤回",
  confirmTakeBack: () => "确认撤回工作报告",
  confirmTakeBackOf: (district: string) => `确认撤回工作报告 ${district}`.trim(),
  takesBack: (held: string, then: string, typed: string) =>
    `将撤回${held}。撤回后${then}；撤回的一版不删除，如需恢复，重新报送即可。尚未撤回，确需撤回的，请点击或发送「${typed}」；不撤回的，请发送「取消」。`,
  thenInForce: (version: number, at: Date) => `以第${version}版（${momentWords(at)}）为准`,
  thenNone: () => "没有已报送的工作报告，须重新报送",
  onlyTheLast: (version: number) => `目前以第${version}版为准，只能撤回这一版，未作任何改动。请发送「撤回工作报告」。`,
  takenBackTitle: (district: string) => `${district}　工作报告已撤回`,
  takenBack: (version: number) => `第${version}版工作报告已撤回。`,
  inForceAgain: (version: number, at: Date) => `现以第${version}版（${momentWords(at)}）为准。`,
  noneInForce: () => "目前没有已报送的工作报告。",
  nothingToTakeBack: () => "没有可撤回的工作报告，未作任何改动。",
  toast: (version: number) => `工作报告已收到（第${version}版）。`,

  unknownType: (name: string, types: readonly string[]) =>
    `《${name}》不是可接收的报告文件，未作任何改动。可发送${types.join("、")}文件，或直接回复报告文字。`,
  emptyFile: (name: string) => `《${name}》是空文件，未作任何改动。请重新发送。`,
  emptyText: () => "没有收到报告内容，未作任何改动。请填写文字，或在单聊中发送「工作报告」后发送文件。",
  tooLong: (length: number, most: number) => `报告共${length}字，超过${most}字，未作任何改动。请改以文件报送。`,
  whichDistrict: (definition: Definition, names: readonly string[]) =>
    `请注明${nounOf(definition)}：${names.map((name) => `「工作报告 ${name}」`).join("、")}。`,
  notYours: (definition: Definition) => `工作报告由本${nounOf(definition)}经办人报送，未作任何改动。`,
  notAsked: () => "本次活动没有安排工作报告，未作任何改动。",

  listTitle: (definition: Definition, received: number, of: number) =>
    `工作报告　已收到${received}${definition.campaign.words.district.measure}，共${districtsWords(definition, of)}`,
  listColumns: (definition: Definition) => [nounOf(definition), "状态", "报送时间"],
  listReceived: (version: number, late: boolean) => `第${version}版${late ? "，逾期" : ""}`,
  listMissing: () => "未收到",
  listFootnote: (definition: Definition, example: string) =>
    `查看一个${nounOf(definition)}的报告请发送「工作报告 ${nounOf(definition)}」，例如「工作报告 ${example}」。`,
  missingOne: (district: string) => `${district}的工作报告尚未收到。`,
  unknownDistrict: (definition: Definition, typed: string, names: readonly string[]) =>
    `没有名为「${typed.slice(0, 20)}」的${nounOf(definition)}。可选：${names.join("、")}。`,
  erased: () => "报告文字已按规定清除。",
  cannotForward: (type: string) => `钉钉不支持由家园助手转发${type}文件，请与报送人联系。`,
  fileBelow: () => "文件随后发送。",
};
