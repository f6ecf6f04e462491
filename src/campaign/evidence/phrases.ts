import { textView, type View } from "../../platform/chat/view.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { Criterion } from "../scoring/rubric.ts";
import type { Coverage, Share, StripPart } from "./rules.ts";

type Row = Pick<Criterion, "id" | "short" | "residentsData">;

const quoted = (name: string): string => `“${name}”`;
const rowName = ({ id, short }: Pick<Row, "id" | "short">): string => `${id} ${short}`;
const share = ({ done, of }: Share): string => `${done}/${of}条`;
/** 25条中已有14条 */
const shareWords = ({ done, of }: Share): string => `${of}条中已有${done}条`;

/** 已有1条，尚缺4条 */
const partWords = (has: number, of: number): string => {
  if (has === of) return "各条均有";
  return has === 0 ? "各条尚无" : `已有${has}条，尚缺${of - has}条`;
};

const cellsOf = (cells: readonly boolean[]): string => cells.map((has) => (has ? "■" : "□")).join("");
/** How a row is checked. */
const ways = { material: "材料", site: "现场", data: "数据" } as const satisfies Record<keyof Coverage["by"], string>;
const COVER = "请勿上传业主姓名、房号、电话、欠费明细；请遮挡后上传。";

/** What files are, by count: 图片3份、视频1份. */
const kinds = { picture: "图片", film: "视频", paper: "文件" } as const;
export type FileSort = keyof typeof kinds;

export const evidencePhrases = {
  name: () => "证明材料",
  rowName,
  /** Said once, with the first file of several. */
  received: (row: Row | undefined, example: string): View =>
    textView(
      "已收到，正在保存",
      row === undefined
        ? `可继续发送。停止发送约15秒后，一并询问归入评选标准的哪一条；也可直接回复条目编号，例如「${example}」或「${example} 东门」。`
        : `将归入${rowName(row)}。可继续发送，停止发送约15秒后告知结果。${row.residentsData ? COVER : ""}`,
    ),
  unknownRow: (row: string): View =>
    textView("没有这一条", `评选标准中没有可归入材料的${row}，文件已收到，随后请选择条目。`),
  severalRows: (): View =>
    textView("请选择一条", "一次发送的文件归入一条，文件已收到，随后请选择条目；其余各条的材料请另行发送。"),
  /** @param name of the case, where one is named */
  otherRow: (row: string, name: string | undefined): View =>
    textView(
      "未作任何改动",
      name === undefined
        ? `此前发送的材料没有改动。归入后要改放到${row}的，请发送「改放 ${row}」。`
        : `此前发送的材料没有改动。要归入“${name}”${row}的：材料已在${quoted(name)}的，请发送「改放 ${row}」；归入了别处的，请先发送「撤回材料」，再重新发送并写明「${name} ${row}」。`,
    ),
  unknownCase: (name: string): View =>
    textView("没有这一名称", `您负责的申报中没有唯一对应${quoted(name)}的，文件已收到，随后请选择。`),
  /** 东方 1-5 where two are called so. */
  whichCase: (name: string, row: string, names: readonly string[], label: string): View => ({
    ...textView(
      "请注明是哪一个",
      `与${quoted(name)}相近的有${names.join("、")}，未作任何改动。请点击或回复其中一项。`,
      {
        tone: "near",
      },
    ),
    actions: names.map((one) => ({
      ...{ id: "", label: `${one} ${row}`, typed: `${one} ${row}${label === "" ? "" : ` ${label}`}`, look: "default" },
    })),
  }),
  /** Several rows said of files that wait. */
  oneRow: (example: string): View =>
    textView(
      "请选择一条",
      `一次发送的文件归入一条，未作任何改动，文件仍待归入。请写明一条，例如「${example}」；其余各条的材料请另行发送。`,
      { tone: "near" },
    ),
  whichFiles: (count: number, row: string): View =>
    textView(
      "请注明是哪一次的材料",
      `有${count}次发送的材料待归入，${row}是其中哪一次的不明确，未作任何改动。请在以下各卡片上选择条目；都归入${row}的，请发送「都归入 ${row}」。`,
      { tone: "near" },
    ),
  /** Points or a clause, with no sheet open. */
  notFiled: (text: string, annex: string, name?: string): View =>
    textView(
      "未作改动",
      `“${text}”未作任何改动：目前没有正在填写的初评或${annex}。请先发送${name === undefined ? "「初评」或「要求」加名称" : `「初评 ${name}」或「要求 ${name}」`}；初评已提交定稿的，请先发送「重新修改」加名称和理由。`,
    ),
  sendTitle: (row: Row) => `请发送${rowName(row)}的材料`,
  send: (row: Row, name: string | undefined) =>
    `接下来发送的照片、视频和文件归入${name === undefined ? "" : quoted(name)}${rowName(row)}，10分钟内有效。${row.residentsData ? COVER : ""}`,
  failed: () => "文件未能处理，未归入。请重新发送；仍未成功的，请联系系统管理员。",
  nothingAsked: () => "这些文件已归入或已撤回，未作任何改动。",
  notLive: () => "该申报已撤回，材料不能归入或改动，此前归入的不变。",
  withdrawnCase: (name: string): View =>
    textView("材料未归入", `${quoted(name)}的申报已撤回，材料未归入，此前归入的不变。文件保留24小时，可另选用途。`),
  /** @param sentence which parts of the case are open */
  closedRow: (row: string, sentence: string, files: number): View =>
    textView(
      "材料未归入",
      `${sentence}${row}的材料目前不能归入。${files > 0 ? "文件保留24小时，可另选用途。" : "请勿发送该条的材料。"}`,
    ),
  gone: () => "这些文件已另作他用，或超过24小时未归入而删除，未归入。请重新发送。",
  replaced: () => "以新文件替换",
  /** @param sorts in how many files of each sort there are */
  count: (sorts: Readonly<Partial<Record<FileSort, number>>>) =>
    (Object.keys(kinds) as FileSort[])
      .flatMap((sort) => (sorts[sort] ? [`${kinds[sort]}${sorts[sort]}份`] : []))
      .join("、"),
  askCaseTitle: (noun: string) => `请选择材料所属的${noun}`,
  askCase: (count: string, noun: string, example: string) =>
    `已收到${count}。请选择${noun}，或回复名称和条目编号，例如「某${noun} ${example}」。`,
  askRowTitle: () => "请选择材料归入的条目",
  askRow: (count: string, name: string, example: string) =>
    `已收到${count}，用于${quoted(name)}。请选择条目，或直接回复条目编号，例如「${example}」；可加说明，例如「${example} 东门」；用于其他名称的，请回复该名称。`,
  askMoveTitle: () => "请选择改放到的条目",
  askMove: (name: string, from: string | undefined) =>
    `${quoted(name)}${from ?? ""}本次归入的材料改放到哪一条，请选择，或直接回复条目编号。`,
  withoutFirst: () => "先列出尚无材料的条目。",
  cover: (rows: readonly string[]) => `${rows.join("、")}：${COVER}`,
  /** Of files that are filed already. */
  covered: (rows: readonly string[]) =>
    `${rows.join("、")}：请核对材料中没有业主姓名、房号、电话、欠费明细；如有，请撤回材料、遮挡后重新发送，或标注“含个人信息”。`,
  filedTitle: (name: string) => `${quoted(name)}的材料已归入`,
  filed: (row: Row, { from, to, count }: { from: number; to: number; count: number }) =>
    `${rowName(row)}：${count}份，为该条第${from === to ? from : `${from}至${to}`}份。`,
  /** After 取消. @param count of files that waited */
  dropped: (count: number) => `${count}份文件未归入，24小时内自动删除；需要归入的，请重新发送。`,
  notMoved: () => "材料未改放，仍在原条目。",
  rowNotAwaited: (row: string) => `不再等待${row}的材料。`,
  nothingFiledTitle: () => "文件未归入",
  again: (count: number) => `其中${count}份此前已归入同一条，未重复归入。`,
  personalMarked: () => "已标注“含个人信息”，只在单聊中提供。",
  refused: (at: number, sentence: string) => `第${at}份未归入：${sentence}`,
  like: (at: number, { same, where }: { same: boolean; where: string }) =>
    `第${at}份与${where}的一份材料${same ? "相同" : "相近"}，请核对是否确为本条证明；如不是，请撤回或替换。`,
  /** @param district where it is another one */
  likeOwn: (name: string, row: string, district: string) => `${district}${quoted(name)}${row}`,
  likeElsewhere: ({ district }: Nouns) => `其他${district}已归入`,
  likeEarlier: () => "往年活动",
  asked: () => "待选择",
  filedStatus: () => "已归入",
  withdrawnTitle: () => "材料已撤回",
  withdrawnLead: (name: string, rows: readonly string[], count: number) =>
    `${quoted(name)}${rows.join("、")}本次归入的${count}份材料已撤回，文件在24小时后删除，办理记录保留。`,
  more: () => "更多条目",
  move: () => "改放",
  moveFrom: (row: string) => `改放${row}`,
  typedMoveFrom: (row: string) => `改放 从${row}`,
  typedCase: (name: string) => `证明材料 ${name}`,
  takeFile: () => "归入证明材料",
  typedFile: (name: string) => `归入证明材料 ${name}`,
  notEvidence: (why: string) => `不能归入证明材料：${why}`,
  notEvidenceOf: (name: string, why: string) => `《${name}》${evidencePhrases.notEvidence(why)}`,
  withdraw: () => "撤回材料",
  withdrawn: (count: number) => `已撤回${count}份材料。`,
  personal: () => "含个人信息",
  notPersonal: () => "取消标注",
  otherUse: () => "其他用途",
  replace: () => "替换材料",
  placed: (row: string) => `已归入${row}。`,
  moved: (row: string) => `已改放到${row}。`,
  mayNotSee: ({ district, city }: Nouns) =>
    `材料仅本${district}经办人可以查看，${city}级人员在推荐名单报送后可以查看，未作任何改动。`,
  which: (noun: string, example: string) => `请注明条目和序号，例如「某${noun} ${example} 2」，未作任何改动。`,
  /** @param from the case that the files were filed for */
  otherCase: (from: string, to: string, row: string) =>
    `本次的材料归入的是${quoted(from)}，不能直接改放到${quoted(to)}，未作任何改动。请先发送「撤回材料」，再发送「${to} ${row}」和材料；只改条目的，请发送「改放 ${row}」。`,
  moveUnread: (typed: string, example: string) =>
    `「${typed}」指哪一条不明确，未作任何改动。请发送「改放 ${example}」。`,
  none: (what: string) => `目前没有可供「${what}」的材料，未作任何改动。`,
  noSuch: (name: string, row: string, position: number) =>
    `${quoted(name)}${row}没有第${position}份材料，未作任何改动。`,
  one: (name: string, row: Pick<Row, "id" | "short">, position: number) =>
    `${quoted(name)}${rowName(row)}第${position}份`,
  oneWithdrawn: (one: string) => `已撤回${one}，文件在24小时后删除，办理记录保留。`,
  oneMarked: (one: string, personal: boolean) =>
    personal ? `${one}已标注“含个人信息”，只在单聊中提供。` : `${one}已取消“含个人信息”标注。`,
  oneMoved: (one: string, to: string) => `${one}已改放到${to}。`,
  sendReplacement: (one: string) => `请发送新文件，替换${one}；10分钟内有效，新文件归入前原文件不变。`,
  example: (noun: string) => `证明材料 ${noun}名称`,
  purpose: () => "直接发送照片、视频或文件，归入评选标准各条；可「改放」「撤回材料」「替换材料」，标注「含个人信息」",
  choose: () => "选择",
  noSuchRow: (row: string) => `评选标准中没有可归入材料的${row}，未作任何改动。`,
  coverageTitle: (name: string) => `${quoted(name)}的证明材料`,
  howTo: (example: string) => `直接发送照片、视频或文件即可归入；也可先回复条目编号，例如「${example}」，再发送。`,
  /** 证明材料：25条中已有14条。按核验方式：材料15条中已有10条，…；第1部分 ■□□□□ 已有1条，尚缺4条，… */
  coverage: (all: Coverage, strip: readonly StripPart[]) =>
    `${evidencePhrases.shares(all)}；${strip.map(evidencePhrases.stripPart).join("；")}`,
  shares: ({ by, ...all }: Coverage) =>
    `证明材料：${shareWords(all)}。按核验方式：材料${shareWords(by.material)}，现场${shareWords(by.site)}，数据${shareWords(by.data)}（一条可有几种核验方式）`,
  /** 第1部分 ■□□□□ 已有1条，尚缺4条 */
  stripPart: ({ section, cells }: StripPart) => {
    const has = cells.filter(Boolean).length;
    return `第${section}部分 ${cellsOf(cells)} ${partWords(has, cells.length)}`;
  },
  ofRow: (count: number) => (count === 0 ? "尚无材料" : `材料${count}份`),
  /** @param rows each with how many of its files are so */
  likes: (rows: readonly { row: string; count: number }[], { case: noun }: Nouns) =>
    `与其他${noun}或往年材料相同、相近：${rows.map(({ row, count }) => `${row}（${count}份）`).join("、")}，请核对；发送「材料」加名称和条目可查看。`,
  missing: (rows: readonly string[]) => `尚无材料：${rows.join("、")}。`,
  missingTitle: () => "尚无材料的条目",
  missingBy: (way: keyof Coverage["by"], rows: readonly string[]) => `${ways[way]}：${rows.join("、")}`,
  filedRow: (row: Pick<Row, "id" | "short">, count: number, personal: number) =>
    `${rowName(row)}：${count}份${personal === 0 ? "" : `，其中${personal}份含个人信息`}`,
  filedRows: () => "已有材料的条目",
  alikeTitle: () => "与其他材料相同或相近，请核对",
  alike: (row: string, position: number, { same, where }: { same: boolean; where: string }) =>
    `${row}第${position}份与${where}的一份材料${same ? "相同" : "相近"}`,
  /** 证明材料1/25条：■□□□□ □□□□ □□□□□□□□□ □□□□□□□（■有□无） */
  short: ({ done, of }: Share, strip: readonly StripPart[]) =>
    `证明材料${share({ done, of })}：${strip.map(({ cells }) => cellsOf(cells)).join(" ")}（■有□无）`,
};
