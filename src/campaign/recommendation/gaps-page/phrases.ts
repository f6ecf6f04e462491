import type { Nouns } from "../../directory/nouns.ts";
import type { ListWords } from "../list-words.ts";

/** What the campaign's cases may lack. */
export interface GapKinds {
  evidence: boolean;
  /** Name of the annex with the requirements: 附件1. */
  requirements: string | undefined;
  opinions: boolean;
}

export const gapsPhrases = {
  word: () => "所缺",
  label: () => "所缺一览",
  typed: (district: string | undefined) => (district === undefined ? "所缺" : `所缺 ${district}`),
  example: () => "所缺",
  purpose: ({ evidence, requirements, opinions }: GapKinds) => {
    const kinds = [
      ...(evidence ? ["材料"] : []),
      ...(requirements ? [requirements] : []),
      ...(opinions ? ["意见"] : []),
    ];
    return `一页列出推荐名单各对象还缺的${kinds.length > 0 ? kinds.join("、") : "内容"}`;
  },
  title: (district: string) => `${district}　推荐名单所缺`,
  toConfirm: () => "待核对",
  reported: (version: number) => `已报送，第${version}版`,
  ended: () => "已结束",
  lead: ({ to, city }: ListWords) =>
    `以下为名单各对象目前所缺，不影响报送。核对后可按现状报送${to}，报送后仍可补充，${city}级可见。`,
  /** @param isOver the city's list is published */
  reportedLead: (at: string, isOver: boolean, { city }: Nouns) =>
    `名单于${at}报送。以下为目前所缺，${isOver ? "" : "可继续补充，"}${city}级可见。`,
  /** A case that was returned. */
  limited: () => "已退回补正，目前只能补充退回时所列各项",
  complete: () => "各项齐备，没有所缺。",
  nothing: (name: string) => `${name}：各项齐备`,
  confirm: () => "核对无误，报送",
  none: (district: string) => `${district}尚未排定推荐名单，没有可列的所缺。请先发送「推荐」。`,
  gone: (district: string) => `${district}目前没有已排定或已报送的推荐名单。`,
  notReported: (district: string) => `${district}尚未报送推荐名单，报送后可以查看。`,
  which: (names: readonly string[], { district }: Nouns) => `请写明${district}，例如「所缺 ${names[0] ?? ""}」。`,
};
