/** Names of fields, as they stand in the templates that the bureau edits, and what a bad template is told. */
export const officialPhrases = {
  common: {
    title: "标题",
    number: "文号",
    signer: "签发人",
    recipient: "主送",
    signature: "署名",
    date: "成文日期",
    contact: "联系人",
    phone: "联系电话",
    campaign: "活动名称",
    plan: "方案名称",
    city: "城市",
    year: "年度",
    bureau: "主办单位",
  },
  lists: { annexes: "附件说明", journal: "操作留痕" },
  place: (name: string) => `{{${name}}}`,
  repeated: (name: string) => [`{{#${name}}}`, "{{.}}", `{{/${name}}}`],
  rowStart: (list: string, name: string) => `{{#${list}}}{{${name}}}`,
  rowEnd: (list: string, name: string) => `{{${name}}}{{/${list}}}`,
  rowOnly: (list: string, name: string) => `{{#${list}}}{{${name}}}{{/${list}}}`,
  blankNumber: () => "〔　　　〕　　号",
  blankSigner: () => "签发人：　　　　",
  blankDate: () => "　　　　年　　月　　日",
  annexes: (names: readonly string[]) =>
    names.length === 1
      ? [`附件：${names[0]}`]
      : names.map((name, at) => `${at === 0 ? "附件：" : "　　　"}${at + 1}. ${name}`),
  file: (name: string) => `templates/${name}.docx`,
  unreadable: (file: string) => `模板${file}无法读取`,
  macros: (file: string) => `模板${file}含有宏或嵌入的对象，不予使用`,
  unknown: (file: string, names: readonly string[]) =>
    `模板${file}中有无法填写的位置：${names.map((name) => `{{${name}}}`).join("、")}`,
  notMade: (problem: string) =>
    `${problem}，公文未生成。请管理员改正活动文件夹中的模板，或移走该文件以使用系统自带的版式，再重新办理。`,
  faultTitle: () => "公文模板有问题",
  reported: (problem: string) =>
    `${problem}，改正之前不能生成该公文，其他事项照常办理。请改正活动文件夹中的模板，或移走该文件以使用系统自带的版式；改后无须重启。`,
};
