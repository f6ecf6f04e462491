import type { Form, Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import { labelNames } from "./label-names.ts";

/** 不要。, 名称另说，, 略 : said to what was asked, before a text. */
const ANSWERS =
  /^\s*(?:不要了?|不用了?|不记录?|[nN]|略|跳过|同上|\p{Script=Han}{2,6}(?:另说|再说|不变|待定|另补|先空着?))(?=[。，,；;\s])[。，,；;\s]+(?=\S)/u;
/** 删 地址98号改89号: of what stands there. */
const EDITS = /^\s*(?:删[掉除]?|去掉|清空|清除)(?=[\s，,；;]|\p{Script=Han})/u;
/** 前者，电话13757500011: a number, and hardly a word beside it. */
const isNumber = (text: string): boolean =>
  /\d{7}/u.test(text) &&
  (text.replaceAll(/联系|电话|手机|号码?/gu, "").match(/\p{Script=Han}/gu) ?? []).length < FEWEST;
/** In Chinese signs: less is no text. */
const FEWEST = 4;

/** What stands before a text and is none of it. */
export interface BeforeContent {
  said: string;
  /** What would be recorded; empty where nothing of it is a text. */
  content: string;
}

/** Of a text of paragraphs: what at its head answers the program or is an order, instead of being content. */
export function beforeContent(form: Form, own: Question, text: string): BeforeContent | undefined {
  if (isNumber(text)) return { said: text.trim(), content: "" };
  if (EDITS.test(text) && !text.includes("\n")) return { said: text.trim(), content: "" };
  const said = ANSWERS.exec(text)?.[0];
  if (said === undefined) return undefined;
  const rest = text.slice(said.length);
  const name = labelNames(form).find(({ name, part, question }) => {
    return question === own && part !== "start" && rest.startsWith(name) && /^\s*[:：]/u.test(rest.slice(name.length));
  })?.name;
  const content = name === undefined ? rest : rest.slice(name.length).replace(/^\s*[:：]\s*/u, "");
  const isText = (content.match(/\p{Script=Han}/gu) ?? []).length >= FEWEST && readFormCommand(content) === undefined;
  return { said: said.trim(), content: isText ? content : "" };
}
