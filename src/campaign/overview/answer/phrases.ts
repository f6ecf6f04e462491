import type { Nouns } from "../../directory/nouns.ts";

/** What is said of a district that has not handed in. */
interface Behind {
  district: string;
  agreedUntil?: string | undefined;
  extendedTo?: string | undefined;
  told?: { on: string; isRead?: boolean } | undefined;
}

export const answerPhrases = {
  title: (names: readonly string[]) => (names.length === 0 ? "报送情况" : `${names.join("、")}　报送情况`),
  nothing: () => "目前没有须报送的材料。",
  heading: () => "可直接转发",
  /** Three sentences that a superior can be sent as they are. */
  counts: (at: string, name: string, words: string) => `截至${at}，${name}${words}。`,
  allIn: ({ district }: Nouns) => `各${district}均已报送。`,
  noneYet: (districts: readonly string[]) => `尚未提交的：${districts.join("、")}。`,
  missing: (all: readonly Behind[]) => `尚未报送的：${all.map(answerPhrases.behind).join("、")}。`,
  behind: ({ district, agreedUntil, extendedTo, told }: Behind) => {
    const notes = [
      ...(agreedUntil === undefined ? [] : [`约定${agreedUntil}报送`]),
      ...(extendedTo === undefined ? [] : [`已准予延期至${extendedTo}`]),
      ...(told ? [`${told.on}已提醒${told.isRead === undefined ? "" : told.isRead ? "，已读" : "，未读"}`] : []),
    ];
    return notes.length === 0 ? district : `${district}（${notes.join("，")}）`;
  },
  due: (name: string, words: string) => `${name}${words}。`,
  rest: (name: string, words: string, last: string) => `${name}${words}，遇休息日，最后一个工作日为${last}。`,
  byPhrase: (name: string, by: string) => `${name}的报送期限为${by}。`,
  ended: ({ city }: Nouns) => `${city}级名单已公布，不再接收。`,
  ofDistrict: (at: string, district: string, parts: readonly string[]) => `截至${at}，${district}${parts.join("，")}。`,
  districtTold: (notes: readonly string[]) => `${notes.join("；")}。`,
  districtNote: (name: string, { agreedUntil, extendedTo, told }: Omit<Behind, "district">) =>
    `${name}：${[
      ...(agreedUntil === undefined ? [] : [`约定${agreedUntil}报送`]),
      ...(extendedTo === undefined ? [] : [`已准予延期至${extendedTo}`]),
      told ? `${told.on}已提醒${told.isRead === undefined ? "" : told.isRead ? "，已读" : "，未读"}` : "尚未提醒",
    ].join("，")}`,
  progress: () => "查看进度",
};
