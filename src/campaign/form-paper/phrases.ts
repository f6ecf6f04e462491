import type { Nouns } from "../directory/nouns.ts";

export const formPaperPhrases = {
  labelPlace: (label: string) => `名称：${label}`,
  /** Places of the template besides labels and answers. */
  places: { footer: "页脚", qr: "二维码", attached: "附页", supplement: "补充页" },
  attachedPage: () => "附页",
  supplementTitle: () => "申报信息补充页",
  /** @param form 附件3 */
  supplementNote: (form: string) =>
    `以下各项供推荐名单等使用，不属于${form}，填写后随本文件发回即可，不打印、不盖章。选项请在□内打√。`,
  option: (text: string) => `□${text}`,
  detail: (label: string) => `${label}：`,
  footer: (name: string, { revision, on, number }: { revision: number; on: string; number: string }) =>
    `${name}　第${revision}次提交（${on}）　校验号：${number}`,
  blankFooter: (title: string) => `${title}（空白表）`,
  opinion: (text: string, sealedBy: string | undefined, on: string) =>
    `${text}\n${[...(sealedBy === undefined ? [] : [sealedBy]), on].join("　")}`,
  fileName: (title: string, part: string) => `${title}（${part}）.docx`,
  blankName: () => "空白",
  brokenTemplate: (file: string) => `模板${file}无法读取`,
  programs: (file: string) => `模板${file}含有宏或嵌入的对象，不予使用`,
  unknownPlaces: (file: string, problems: readonly string[]) => `模板${file}中有无法填写的位置：${problems.join("、")}`,
  unknownPlace: (name: string, near: string | undefined) =>
    `{{${name}}}${near === undefined ? "" : `（可能应为{{${near}}}）`}`,
  misspeltPlace: (text: string) => `${text}（应写成{{栏目名称}}）`,
  notExported: (problem: string) =>
    `${problem}，未导出。请管理员改正活动文件夹中的模板，或移走该文件以使用系统自带的版式，再重新导出。`,
  templateTitle: () => "申报表模板有问题",
  reported: (problem: string) =>
    `${problem}，改正之前不能导出申报表，其他事项照常办理。请改正活动文件夹中的模板，或移走该文件以使用系统自带的版式；改后无须重启。`,
  templateFault: (problem: string) => `${problem}。`,
  noneSubmitted: (where: string, form: string) =>
    `${where}还没有提交的申报，没有可导出的${form}。空白表请发送「导出 ${form} 空白」。`,
  notSubmitted: (name: string, form: string) =>
    `“${name}”的申报尚未提交，没有可导出的${form}。请先发送「继续填写 ${name}」完成提交。`,
  withdrawn: (name: string, form: string) => `“${name}”的申报已撤回，没有可导出的${form}。`,
  notReported: (name: string, form: string) => `“${name}”尚未随推荐名单报送，未导出。报送后可以导出${form}。`,
  noneReported: (where: string, form: string, { case: noun }: Nouns) =>
    `${where}还没有随推荐名单报送的${noun}，未导出。报送后可以导出${form}。`,
  noCase: (name: string, form: string, { case: noun, district }: Nouns) =>
    `没有找到名为“${name}”的${noun}，未导出。请发送「导出 ${form} ${noun}名称」、「导出 ${form} 空白」，或在后面加${district}名称一次导出全部。`,
  which: (names: readonly string[], form: string) =>
    `请注明要导出哪一个的${form}：${names.map((name) => `「导出 ${form} ${name}」`).join("、")}。`,
} as const;
