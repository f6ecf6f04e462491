import { textView } from "../../platform/chat/view.ts";
import type { Nouns } from "../directory/nouns.ts";

const quoted = (name: string): string => `“${name}”`;

export const photoPhrases = {
  word: () => "核验照片",
  words: ["核验照片", "现场照片"],
  title: (name: string) => `核验照片：${name}`,
  example: ({ caseName }: Nouns) => `核验照片 ${caseName}`,
  purpose: () => "取回现场照片，可在名称后写明条目",
  none: (name: string) => `${quoted(name)}没有您可以查看的现场照片。成员提交定稿后，方可查看其照片。`,
  sent: (name: string, sent: number, all: number) =>
    textView(
      photoPhrases.title(name),
      sent < all ? `共${all}张，已发送${sent}张；其余的请在名称后写明条目分别取回。` : `已发送${sent}张现场照片。`,
    ),
  count: (count: number) => `现场照片${count}张`,
  taken: (counts: ReadonlyMap<string, number>) =>
    `核验现场照片：${[...counts].map(([row, count]) => `${row}有${count}张`).join("、")}。`,
  others: (rows: readonly { row: string; count: number }[]) =>
    `其余条目的现场照片：${rows.map(({ row, count }) => `${row}有${count}张`).join("、")}。`,

  // Filed wrongly.
  moveWord: () => "改放照片",
  moveWords: ["改放照片", "改放现场照片"],
  moveExample: ({ caseName }: Nouns, [from = "", to = from]: readonly string[]) =>
    `改放照片 ${caseName} ${from} 1 到 ${to} 理由`,
  movePurpose: ({ case: one }: Nouns) => `把存错的现场照片改放到另一条，或另一${one}，须说明理由`,
  moved: (name: string, { row, position, to, count }: { row: string; position: number; to: string; count: number }) =>
    textView(
      photoPhrases.title(name),
      `${quoted(name)}${row}的第${position}张现场照片已改放到${to}，现有${count}张；理由已记录。`,
      { tone: "done" },
    ),
  target: (site: string | undefined, row: string) => (site === undefined ? row : `${quoted(site)}${row}`),
  withdrawWord: () => "撤回照片",
  withdrawWords: ["撤回照片", "撤回现场照片", "删除照片", "删除现场照片"],
  withdrawExample: ({ caseName }: Nouns, [row = ""]: readonly string[]) => `撤回照片 ${caseName} ${row} 1 理由`,
  withdrawPurpose: () => "撤回存错的现场照片，须说明理由",
  withdrawn: (name: string, { row, position, left }: { row: string; position: number; left: number }) =>
    textView(
      photoPhrases.title(name),
      `${quoted(name)}${row}的第${position}张现场照片已撤回，现有${left}张；理由已记录。`,
      { tone: "done" },
    ),
};

export const photoRefusals = {
  how: (example: string) => `请写明哪一条的第几张现场照片和理由，一次一张，未作任何改动。例如「${example}」。`,
  noReason: (example: string) => `请说明理由，未作任何改动。例如「${example}：拍错条目」。`,
  tooLong: () => "理由请控制在200字以内，未作任何改动。",
  noneOwn: () => "没有您存入的现场照片，未作任何改动。",
  which: (name: string, row: string, count: number) =>
    `${quoted(name)}${row}有您存入的${count}张现场照片，未作任何改动。请写明第几张，例如「撤回照片 ${name} ${row} ${count} 理由」。`,
  noSuch: (name: string, row: string, { at, of }: { at: number; of: number }) =>
    `${quoted(name)}${row}没有您存入的${at > 0 && of > 0 ? `第${at}张现场照片，现有${of}张` : "现场照片"}，未作任何改动。`,
  noRow: (row: string) => `评选标准没有条目${row}，未作任何改动。`,
  samePlace: () => "照片已在该条目，未作任何改动。",
  final: (name: string) => `${quoted(name)}的核验打分已提交定稿，其现场照片不再改动。确需改动的，请告知组长退回修改。`,
  setAside: (name: string) => `${quoted(name)}的核验已回避，原有现场照片留存，未作任何改动。`,
};
