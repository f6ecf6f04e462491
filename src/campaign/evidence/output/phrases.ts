import type { Criterion } from "../../scoring/rubric.ts";

type Row = Pick<Criterion, "id" | "short">;
const rowName = ({ id, short }: Row): string => `${id} ${short}`;
const quoted = (name: string): string => `“${name}”`;

/** What the files of an order are: of one row, or of all. */
export interface Meant {
  name: string;
  row: Row | undefined;
}

const materials = ({ name, row }: Meant): string =>
  row === undefined ? `${quoted(name)}的证明材料` : `${quoted(name)}${rowName(row)}的材料`;

export const outputPhrases = {
  /** Beside a form, which it does not save. */
  besidePage: (row: string) => `材料${row}（不保存本页）`,
  sheet: () => "材料",
  pack: () => "材料包",
  originalWord: () => "原件",
  alsoPack: () => ["压缩包", "打包下载", "打包材料"],
  alsoSheet: () => ["材料一览", "查看材料"],
  typedSheet: (name: string, row: string) => `材料 ${name} ${row}`,
  typedPack: (name: string) => `材料包 ${name}`,
  packLabel: () => "打包发送",
  example: (noun: string, row: string) => `材料 ${noun}名称 ${row}`,
  purpose: () => "一条的全部材料编号成一张图；随后可回复「原件 2」取原件，或以「材料包」加名称打包",
  which: (noun: string, row: string) =>
    `未注明${noun}和条目，未发送。请注明，例如「材料 某${noun} ${row}」；全部材料请发送「材料包 某${noun}」。`,
  none: (meant: Meant) => `目前没有${materials(meant)}，未发送。`,
  making: (meant: Meant) => `正在制作${materials(meant)}一览，随后发送。`,
  packingUp: (meant: Meant, { count, packs, megabytes }: { count: number; packs: number; megabytes: string }) =>
    `正在打包${materials(meant)}，共${count}份，约${megabytes}MB，随后发送${packs === 1 ? "" : `${packs}个压缩包，各含同一份目录`}。`,
  /** Files that no pack can carry. */
  leftOut: (count: number) => `另有${count}份文件过大，未装入压缩包，已在目录中注明，请向提供单位索取。`,
  onlyLeft: (meant: Meant) => `${materials(meant)}文件过大，不能装入压缩包，未发送。请向提供单位索取。`,
  packTitle: () => "材料打包",
  failedTitle: () => "材料未发送",
  failed: (meant: Meant) =>
    `${materials(meant)}未能制作，未发送，材料不变。请稍后重新发送；多次不成功的，请联系系统管理员。`,
  whichNumber: (noun: string, row: string) =>
    `未注明序号，未发送。请注明，例如「原件 2」（指最近一次发来的材料一览中的第2份），或「原件 某${noun} ${row} 2」。`,
  noSheet: (noun: string, row: string) =>
    `今日尚未发送过材料一览，无法确定是哪一条的材料，未发送。请发送「原件 某${noun} ${row} 2」。`,
  tooMany: (most: number) => `一次最多取${most}份原件，未发送。全部材料请发送「材料包」加名称。`,
  noSuch: (row: string, number: number) => `${row}没有第${number}份材料，未发送。`,
  gone: (number: number) => `第${number}份材料已撤回，未发送，其他材料不变。`,
  packedToo: (count: number) => `其中${count}份机器人不能直接转发，正在打包，随后发送。`,
  /** On the sheet. */
  sheetTitle: ({ name, row }: Meant) => `${quoted(name)}${row === undefined ? "" : rowName(row)}　材料一览`,
  sheetLead: (count: number, at: string) => `共${count}份，${at}生成。`,
  sheetPart: (part: { at: number; of: number; from: number; to: number }) =>
    `第${part.at}张，共${part.of}张：第${part.from}至${part.to}份。`,
  sheetFoot: (row: string) => `需要原件，请在单聊中回复「原件 序号」；这一条全部原件，请发送「材料包 ${row}」。`,
  taken: (day: string) => `${day}拍摄`,
  filed: (day: string) => `${day}归入`,
  isPersonal: () => "含个人信息",
  like: ({ same, where }: { same: boolean; where: string }) => `与${where}的一份材料${same ? "相同" : "相近"}，请核对`,
  unreadable: () => "图片未能读取",
  kinds: { film: "视频", pdf: "PDF 文件", docx: "Word 文件", xlsx: "Excel 文件" },
  sheetName: ({ name, row }: Meant, part: string) => `${name}_${row?.id ?? ""}_材料一览${part}.jpg`,
  partSuffix: (at: number, of: number) => (of === 1 ? "" : `_共${of}张第${at}张`),
  /** In the pack. */
  packName: ({ name, row }: Meant, at: number, of: number) =>
    `${name}_${row === undefined ? "证明材料" : `${row.id}_${row.short}`}${of === 1 ? "" : `_共${of}包第${at}包`}.zip`,
  folder: (name: string) => name,
  indexFile: () => "00_目录.xlsx",
  indexSheet: () => "目录",
  indexTitle: (meant: Meant) => `${materials(meant)}目录`,
  indexLead: (count: number, at: string, packs: number) =>
    `共${count}份${packs === 1 ? "" : `，分${packs}个压缩包`}，${at}生成。按评选标准条目顺序排列。`,
  indexColumns: ["序号", "条目", "评选内容", "说明", "日期", "日期依据", "文件名", "压缩包", "备注"],
  dayTaken: () => "拍摄",
  dayFiled: () => "归入",
  inPack: (at: number) => `第${at}包`,
  notPacked: () => "未装入",
  isTooLarge: () => "文件过大，未能装入压缩包",
  isLost: () => "文件未能读取",
};
