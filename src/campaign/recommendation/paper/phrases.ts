import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import type { Nouns } from "../../directory/nouns.ts";

/** A list that is known by the check number on it. */
export interface PaperWords extends Nouns {
  /** 附件4 */
  paper: string;
  /** Name of the district. */
  of: string;
  version: number;
  newest: number;
}

const report = ({ of, version }: PaperWords): string => `${of}第${version}次报送的推荐名单`;

export const paperPhrases = {
  inForce: (words: PaperWords) => `按校验号识别，为${report(words)}，即现行的一份。`,
  changed: (words: PaperWords) =>
    `按校验号识别，为${report(words)}；导出之后名单上的${words.case}有变动，以现行名单为准。`,
  withdrawn: (words: PaperWords) => `按校验号识别，为${report(words)}，该名单已撤回。`,
  replaced: (words: PaperWords) => `按校验号识别，为${report(words)}，现行的是第${words.newest}次报送。`,
  /** Of a list that was dropped to be read. */
  notRead: (words: PaperWords) =>
    `这份${words.paper}是${report(words)}，现已是第${words.newest}次报送，为避免覆盖新内容未读入。请发送「导出 ${words.paper} Word」，在最新的一份上修改。`,
  otherDistrict: ({ paper, of, district }: PaperWords) =>
    `这份${paper}是${of}的推荐名单，不属于您负责的${district}，未读入。`,
  foreign: (paper: string) => `这份${paper}的校验号不属于本活动，未读入。请使用本活动的${paper}。`,
  scanned: (paper: string, sentences: readonly string[]): View =>
    textView(
      `收到${paper}`,
      [...sentences, `该${paper}不能作为现行名单的盖章件归档，文件24小时内自动删除，未作任何改动。`].join(""),
    ),
  toFile: (paper: string, sentences: readonly string[], action: Action): View =>
    textView(`收到${paper}的盖章件`, [...sentences, "请核对，点击「归档盖章件」归档。"].join(""), {
      actions: [action],
    }),
} as const;
