import type { SelectionWords } from "../words.ts";

export const resultPhrases = {
  title: ({ list, district }: SelectionWords) => `${list}已公布：本${district}结果`,
  status: () => "已公布",
  lead: (day: string, { list, district, case: one }: SelectionWords) =>
    `${list}已于${day}公布。本${district}推荐的${one}：`,
  line: (name: string, selected: boolean, more: { points: string | undefined; reason: string | undefined }) => {
    const said = [
      selected ? "入选" : "未入选",
      ...(more.points === undefined ? [] : [`${more.points}分`]),
      ...(more.reason === undefined ? [] : [`理由：${more.reason.replace(/[。.]$/u, "")}`]),
    ];
    return `${name}：${said.join("，")}`;
  },
  footnote: ({ district, case: one }: SelectionWords) => `只列本${district}的${one}，供经办人了解。`,
};

export const publicationTextPhrases = {
  word: () => "公布文本",
  purpose: () => "查看公布的文字，可复制到网站、报纸；另发Word文件",
  template: () => "公布名单的通知",
  fields: { lead: "缘由", list: "名单", after: "说明" },
  to: ({ district }: SelectionWords) => `各${district}有关单位：`,
  title: (title: string) => `关于公布${title}的通知`,
  number: () => "文号：",
  lead: (source: string, title: string, count: string) => `根据${source}，经评选，现将${title}（共${count}）公布如下。`,
  district: (name: string, names: readonly string[]) => `${name}：${names.join("、")}`,
  order: ({ district }: SelectionWords) => `（按${district}排列，不分先后）`,
  correction: (text: string) => `更正：${text.replace(/[。.]$/u, "")}。`,
  replaces: (day: string) => `${day}公布的名单同时作废，以本名单为准。`,
  newspaper: (title: string, count: string, names: string) => `报纸用稿：${title}（共${count}）已公布：${names}。`,
  names: (district: string, names: readonly string[]) => `${district}${names.join("、")}`,
  date: () => "　　　　年　　月　　日",
  footnote: () => "文字可直接复制；Word文件随后发送。文号、落款日期请自行填写。",
  wordName: (title: string) => `${title}.docx`,
  none: ({ list }: SelectionWords) => `${list}尚未公布，没有公布文本。请先发送「公布」办理。`,
};

export const suspensionPhrases = {
  suspendWord: () => "暂停公布",
  suspendExample: () => "暂停公布 理由",
  suspendPurpose: ({ list }: SelectionWords) => `公布后发现问题的，暂停${list}，写明理由`,
  resumeWord: () => "恢复公布",
  resumePurpose: ({ list }: SelectionWords) => `恢复已暂停的${list}，写明理由`,
  status: () => "暂停公布",
  shown: (at: string) => `本名单自${at}起暂停公布，正在核实，请暂勿引用。`,
  suspended: ({ list }: SelectionWords) =>
    `${list}已暂停公布，活动群的名单已注明。核实后请发送「恢复公布 理由」，或重新择优、报批、公布。`,
  resumed: ({ list }: SelectionWords) => `${list}已恢复公布，活动群的名单已更新。`,
  told: (isSuspended: boolean, by: string, reason: string) =>
    `${by}已${isSuspended ? "暂停" : "恢复"}公布，理由：${reason.replace(/[。.]$/u, "")}。`,
  noReason: (isSuspending: boolean) =>
    `请写明理由，未作任何改动。例如：${isSuspending ? "暂停公布 名单中有对象被举报，正在核实" : "恢复公布 经核实不属实"}。`,
  tooLong: (most: number) => `理由请控制在${most}字以内，未作任何改动。`,
  nothing: ({ list }: SelectionWords) => `${list}尚未公布，未作任何改动。`,
  already: () => "名单已经暂停公布，未作任何改动。",
  notSuspended: () => "名单没有暂停公布，未作任何改动。",
  corrected: () => "已更正",
  replaced: (day: string) => `本名单已于${day}更正，以最新公布的名单为准。`,
};
