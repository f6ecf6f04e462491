import type { ListWords } from "../list-words.ts";

export const gapsPhrases = {
  word: () => "所缺",
  label: () => "所缺一览",
  typed: (district: string | undefined) => (district === undefined ? "所缺" : `所缺 ${district}`),
  example: () => "所缺",
  purpose: () => "一页列出推荐名单各对象还缺的材料、附件1、意见",
  title: (district: string) => `${district}　推荐名单所缺`,
  toConfirm: () => "待核对",
  reported: (version: number) => `已报送，第${version}版`,
  ended: () => "已结束",
  lead: ({ to }: ListWords) =>
    `以下为名单各对象目前所缺，不影响报送。核对后可按现状报送${to}，报送后仍可补充，市级可见。`,
  /** @param isOver the city's list is published */
  reportedLead: (at: string, isOver: boolean) =>
    `名单于${at}报送。以下为目前所缺，${isOver ? "" : "可继续补充，"}市级可见。`,
  complete: () => "各项齐备，没有所缺。",
  nothing: (name: string) => `${name}：各项齐备`,
  confirm: () => "核对无误，报送",
  none: (district: string) => `${district}尚未排定推荐名单，没有可列的所缺。请先发送「推荐」。`,
  gone: (district: string) => `${district}目前没有已排定或已报送的推荐名单。`,
  notReported: (district: string) => `${district}尚未报送推荐名单，报送后可以查看。`,
  which: (names: readonly string[]) => `请写明地区，例如「所缺 ${names[0] ?? ""}」。`,
};
