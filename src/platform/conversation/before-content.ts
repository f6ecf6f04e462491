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

/** 好的就写…: how it is to be written. */
const LEADS = /^(?:好的?|行|嗯|可以|[,，\s])*(?:那?就|请|帮我)(?:写|说是?|填)(?![字作明服报入])[:：,，]?(?=\S{4})/u;
/** 备注写…, behind its name. */
const WRITES = /^写(?![字作真意实])[:：,，]?(?=\S{4})/u;
const NOUN = "(?:物业|地址|名称|电话|主任|书记|负责人|单位|其[他它余])";
/** 其他没了, 物业不换了, 差不多了你看着写: at its end, of something else than the matter. */
const TAILS = [
  "其[他它余](?:的|都|也|就)*(?:没有?了|没啥了?|不变|不改|照旧)",
  `${NOUN}(?:的|就|都|也)*不[换变改]了`,
  "(?:差不多了?)?[你您](?:就|先)?(?:看着|帮我|随便)[写填办弄改]\\S{0,2}",
  "差不多(?:就)?(?:这样)?了|(?:先|就)写?这(?:些|么多)",
  "(?:(?<=[，,。；;\\s])|然后|接着|再|就|请)(?:直接)?(?:提交|保存退出|交(?=[了吧]))",
];
const TAIL = new RegExp(`[，,。；;\\s嗯]*(?:${TAILS.join("|")})[了吧啊。.\\s]*$`, "u");

/** What is said to the program at both ends of one line. */
function aroundContent(own: Question, text: string, typed: string): BeforeContent | undefined {
  if (text.includes("\n")) return undefined;
  const isWritten = typed.slice(0, typed.indexOf(text)).trimEnd().endsWith(own.label);
  const head = LEADS.exec(text)?.[0] ?? (isWritten ? WRITES.exec(text)?.[0] : undefined) ?? "";
  const tails: string[] = [];
  let content = text.slice(head.length);
  for (let at = content.search(TAIL); at > 0; at = content.search(TAIL)) {
    tails.unshift(content.slice(at).replace(/^[，,。；;\s嗯]+/u, ""));
    content = content.slice(0, at);
  }
  const said = [head, ...tails].map((one) => one.trim()).filter((one) => one !== "");
  return said.length === 0 ? undefined : { said: said.join("」「"), content: content.trim() };
}

/**
 * Of a text of paragraphs: what at its head or its end answers the program or is an order, instead of being content.
 * @param typed the message in which it stands
 */
export function beforeContent(form: Form, own: Question, text: string, typed = text): BeforeContent | undefined {
  if (isNumber(text)) return { said: text.trim(), content: "" };
  if (EDITS.test(text) && !text.includes("\n")) return { said: text.trim(), content: "" };
  const said = ANSWERS.exec(text)?.[0];
  if (said === undefined) {
    const around = aroundContent(own, text, typed);
    const isEnough = around !== undefined && (around.content.match(/\p{Script=Han}/gu) ?? []).length >= FEWEST;
    return around && { ...around, content: isEnough ? around.content : "" };
  }
  const rest = text.slice(said.length);
  const name = labelNames(form).find(({ name, part, question }) => {
    return question === own && part !== "start" && rest.startsWith(name) && /^\s*[:：]/u.test(rest.slice(name.length));
  })?.name;
  const content = name === undefined ? rest : rest.slice(name.length).replace(/^\s*[:：]\s*/u, "");
  const isText = (content.match(/\p{Script=Han}/gu) ?? []).length >= FEWEST && readFormCommand(content) === undefined;
  return { said: said.trim(), content: isText ? content : "" };
}
