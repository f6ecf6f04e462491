import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { dayWords } from "../../definition/wording.ts";
import type { Nouns } from "../../directory/nouns.ts";
import { visitDay } from "../phrases.ts";

const NUMBERS = ["①", "②", "③", "④", "⑤"];
const blank = (count: number): string => "　".repeat(count);
const quoted = (name: string): string => `“${name}”`;

export const recordPhrases = {
  /** Typed after 导出, and as a command of its own. */
  word: () => "现场核验记录表",
  words: ["现场核验记录表", "导出 现场核验记录表", "导出现场核验记录表", "打印现场核验记录表", "核验记录表"],
  example: ({ caseName }: Nouns) => `现场核验记录表 ${caseName}`,
  purpose: () => "打印现场核验记录表，可写日期一次打印当日全部；签字后拍照发回即归档",
  title: (list: string) => `${list}现场核验记录表`,
  titleOf: (campaign: string, { case: noun }: Nouns) => `“${campaign}”${noun}`,
  fileName: (part: string) => `现场核验记录表_${part}.docx`,
  dayPart: (day: CivilDate) => dayWords(day),
  labels: ({ district }: Nouns) => ({
    name: "名称",
    district,
    address: "地址",
    enterprise: "物业服务企业",
    day: "核验日期",
    escort: "陪同人员",
  }),
  day: (day: CivilDate | undefined, car: number | undefined) =>
    day === undefined ? `${blank(2)}月${blank(2)}日` : `${visitDay(day)}${car === undefined ? "" : `　${car}号车`}`,
  members: (names: readonly string[], places: number) =>
    `核验成员：${Array.from({ length: places }, (_, at) => `${NUMBERS[at] ?? ""}${names[at] ?? blank(6)}`).join(blank(2))}`,
  how: () =>
    "标●的条目现场查看，其余对照证明材料核验。核验分由各成员分别填写；低于分值的须写明扣分事实；不适用的写“不适用”和理由。",
  columns: (places: number): string[][] => [
    ["序号"],
    ["评选标准"],
    ["分值"],
    ...Array.from({ length: places }, (_, at) => ["核验分", NUMBERS[at] ?? ""]),
    ["扣分事实"],
  ],
  section: ({ numeral, name, maxPoints }: { numeral: string; name: string; maxPoints: number }) =>
    `${numeral}、${name}${maxPoints > 0 ? `（${maxPoints}分）` : ""}`,
  row: (text: string, onSite: boolean) => `${onSite ? "●" : ""}${text}`,
  total: () => "合计",
  clauses: (annex: string) => `不符合${annex}要求的（写明条款和事实）`,
  /** What is signed, each with what stands in its place to be filled in. @param places of members */
  signatures: (places: number): (readonly [string, string?])[] => [
    ...Array.from({ length: places }, (_, at) => [`核验成员${NUMBERS[at] ?? ""}签字`] as const),
    ["组长签字"],
    ["陪同人员签字"],
    ["陪同单位、职务"],
    ["核验日期", `${blank(2)}年${blank(2)}月${blank(2)}日`],
  ],
  footer: (name: string, { day, number }: { day: string; number: string }) => `${name}　${day}　校验号：${number}`,
  undated: () => "日期未定",
  qrPlace: "二维码",
  printed: (count: number) => `已生成${count}份，见下方。签字后拍照或扫描发回单聊，按二维码或校验号归档到该次核验。`,
  nothing: ({ case: noun }: Nouns) =>
    `没有可打印的记录表。请写明${noun}或日期，例如「现场核验记录表 名称」「现场核验记录表 9月25日」。`,
  nothingThatDay: (day: CivilDate) => `${visitDay(day)}没有安排核验，没有可打印的记录表。`,
  notYours: (name: string) => `${quoted(name)}不由您核验，未打印。`,

  // The signed copy.
  fileWords: ["归档记录表", "归档核验记录表", "记录表归档"],
  fileWord: () => "归档记录表",
  file: () => "归档记录表",
  typed: (what: string) => `归档记录表 ${what}`,
  place: () => "现场核验记录表（签字件）",
  recognised: (name: string, day: CivilDate, button: Action): View =>
    textView(
      "收到现场核验记录表",
      `按校验号识别，为${quoted(name)}${dayWords(day)}的现场核验记录表。请核对，点击「归档记录表」归档。`,
      {
        actions: [button],
      },
    ),
  otherDay: (name: string, day: CivilDate, now: CivilDate, button: Action): View =>
    textView(
      "收到现场核验记录表",
      `按校验号识别，为${quoted(name)}的现场核验记录表，按原定${dayWords(day)}打印；现行安排为${dayWords(now)}。确为该次核验的，点击「归档记录表」归档。`,
      { actions: [button] },
    ),
  refused: (sentence: string): View =>
    textView("收到现场核验记录表", `${sentence}文件24小时内自动删除，未作任何改动。`),
  gone: (name: string) => `按校验号识别，为${quoted(name)}的现场核验记录表，该对象已不参加核验，未归档。`,
  cancelled: (name: string) => `按校验号识别，为${quoted(name)}的现场核验记录表，该次核验已取消且未另行安排，未归档。`,
  foreign: () => "校验号不属于本活动的现场核验记录表，未归档。",
  notYourSite: (name: string) => `按校验号识别，为${quoted(name)}的现场核验记录表，${quoted(name)}不由您核验，未归档。`,
  otherSite: (name: string, wanted: string) =>
    `按校验号识别，这是${quoted(name)}的现场核验记录表，不是${quoted(wanted)}的，未归档。`,
  notTaken: (name: string) => `${quoted(name)}没有已安排的核验，未归档。请先安排。`,
  askNumber: () =>
    textView(
      "现场核验记录表",
      "图片上没有识别到二维码。请回复页脚的校验号，例如「40817-22615」；看不清的，请重新拍照，将二维码拍入。",
    ),
  wrongNumber: () => "校验号不正确，未归档。请核对页脚的10位数字后重新回复。",
  filed: (name: string, count: number, day: CivilDate) =>
    `${quoted(name)}的现场核验记录表已归档，共${count}份，登记为${dayWords(day)}已核验。`,
  filedAgain: (name: string) => `同一文件此前已归档到${quoted(name)}的核验，未重复归档。`,
  seeWords: ["查看记录表", "查看核验记录表"],
  noneFiled: (name: string) => `${quoted(name)}没有已归档的现场核验记录表，未作任何改动。`,
  notShown: (name: string) => `${quoted(name)}的记录表上有各成员的核验分，全部成员提交定稿后方可查看。`,
  copyName: (name: string, ordinal: number) => `现场核验记录表_${name}_签字件${ordinal}`,
  sent: (name: string, count: number) => `${quoted(name)}的现场核验记录表共${count}份，见下方。`,
  withdrawWords: ["撤回记录表", "撤回核验记录表"],
  othersCopy: (name: string, { organizer }: Nouns) =>
    `${quoted(name)}最近一份记录表由他人归档，由归档人、组长或${organizer}撤回，未作任何改动。`,
  withdrawn: (name: string, left: number) =>
    `已撤回${quoted(name)}最近归档的一份记录表，现有${left}份。核验完成的登记不变。`,
};
