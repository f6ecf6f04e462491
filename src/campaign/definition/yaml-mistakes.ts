import type { YAMLParseError } from "yaml";

/** Parser errors as Chinese instructions. */
const mistakes: Partial<Record<YAMLParseError["code"], string>> = {
  BAD_ALIAS: "“*”或“&”后面的名称不对：文字以这些符号开头的，请用引号括起来",
  BAD_INDENT: "缩进不对，或上面的括号没有成对：同一层的各项要对齐，下一层比上一层多两个空格",
  BAD_SCALAR_START: "文字不能以“@”、“`”、“%”等符号开头：请用引号括起来",
  BAD_DQ_ESCAPE: "双引号里的“\\”用法不对：请改用单引号",
  BLOCK_AS_IMPLICIT_KEY: "同一行里有两个“: ”，或缩进不对：文字里有冒号加空格的，请用引号括起来",
  BLOCK_IN_FLOW: "“{ }”或“[ ]”里面不能换成多行的写法：请检查括号是否成对",
  DUPLICATE_KEY: "同一项写了两次：请只留一个",
  MISSING_CHAR: "缺少符号：请检查括号、引号是否成对，冒号是否半角、后面是否有空格，各项之间是否有逗号",
  MULTILINE_IMPLICIT_KEY: "缺少冒号，或缩进不对：每一项写成“名称: 内容”，冒号用半角，后面空一格",
  MULTIPLE_DOCS: "一个文件里只能有一份内容：请删去单独成行的“---”",
  TAB_AS_INDENT: "缩进用了制表符：请改用空格",
  UNEXPECTED_TOKEN: "这里有多余的内容：请检查括号、引号是否成对，缩进是否对齐",
};

export const yamlMistake = (code: YAMLParseError["code"]): string =>
  `YAML 写法有误：${mistakes[code] ?? "这一行无法读懂，请对照示例检查符号和缩进"}。`;
