import type { Nouns } from "../directory/nouns.ts";

export const overduePhrases = {
  label: (name: string) => `${name}逾期`,
  title: (name: string, by: string) => `${name}　应于${by}报送`,
  status: () => "已逾期",
  text: (district: string, name: string, by: string) =>
    `${district}的${name}尚未报送，应于${by}报送，现已逾期。仍可报送，将注明逾期。`,
  doneTitle: (district: string, name: string) => `${district}　${name}`,
  done: () => "已报送，无须再办。",
  /** @param words 尚未报送；市级名单已公布，不再接收 */
  ended: (words: string) => `${words}，无须再办。`,
  cityEnded: ({ city }: Nouns, missing: readonly string[]) =>
    `${city}级名单已公布，不再接收。公布时尚未报送的：${missing.join("、")}。`,
  cityTitle: (name: string) => `${name}　逾期情况`,
  allIn: () => "均已报送",
  missing: (by: string, { district }: Nouns) => `应于${by}报送，以下${district}尚未报送：`,
  footnote: (source: string) => `依据：${source}。告知时间为系统建议，非文件规定。`,
  gone: () => "本卡片已失效",
  goneText: () => "本活动不再要求报送，无须办理。",
};
