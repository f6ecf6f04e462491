import { textView, type View } from "../../platform/chat/view.ts";
import { labelledPhrases } from "../../platform/conversation/phrases.ts";
import { compactAnswer } from "../../platform/conversation/plain.ts";
import { type Form, fieldFor } from "../definition/purposes.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

const LONGEST_NAME = 20;

/** 申报 金色港湾, 申报表 金色港湾 and 开始申报 金色港湾 above rows of the form, or alone: the name, and what is below it. */
export function orderAtHead(text: string): { name: string; rest: string } | undefined {
  const order = phrases.start();
  const [line = "", ...below] = text.trim().split("\n");
  const head = new RegExp(`^(?:我们?|要|想|请|开始|新增?|[/／])*${order}表?(?:[ \\u3000]+|[:：]\\s*)(\\S+)\\s*$`, "u");
  const name = head.exec(line)?.[1] ?? "";
  if (name === "" || [...name].length > LONGEST_NAME || /[:：，,。；;？?]/u.test(name)) return undefined;
  return { name, rest: below.join("\n").trim() };
}

/** Rows of a form below it: the open form asks whose they are. */
const headsRows = (text: string): boolean => (orderAtHead(text)?.rest ?? "") !== "";

/** 申报材料 全文, 全文 备注: a text of the open form, and no case of that name. */
const TEXT_FIELD = "\\p{Script=Han}{0,8}(?:材料|备注|事迹|简介|说明|情况)";
const ASKS_FOR_TEXT = new RegExp(`^(?:[全原]文的?\\s*${TEXT_FIELD}|${TEXT_FIELD}\\s*的?[全原]文)[吧了。\\s]*$`, "u");

/** What an open form takes before any command. */
export const isOfOpenForm = (text: string): boolean => headsRows(text) || ASKS_FOR_TEXT.test(text.trim());

/** The field of the name, and what it is answered with. */
export const nameOf = (form: Form, answers: Readonly<Record<string, unknown>>): { label: string; own: string } => {
  const field = fieldFor(form, "name");
  return { label: field?.label ?? "", own: String(answers[field?.key ?? ""] ?? "") };
};

/**
 * What such a message says to the open form: its name where it has none yet or is called so, with what is below; another
 * name above rows is theirs, which is asked about as with any other form. Another name alone is asked about here.
 * @param label of the field of the name
 */
export function saidAtHead(text: string, { label, own }: { label: string; own: string }): string | View {
  const head = orderAtHead(text);
  if (!head) return text;
  const { name, rest } = head;
  const named = labelledPhrases.line(label, name);
  if (own === "" || rest !== "") return rest === "" ? named : `${named}\n${rest}`;
  if (compactAnswer(own) === compactAnswer(name)) return named;
  const typed = `${phrases.start()} ${name}`;
  const change = `${label}改为${name}`;
  return textView(
    "请确认",
    `“${text.trim()}”未记入本表（${label}为“${own}”），未作任何改动。另报“${name}”的，请点击「${typed}」，本表已填内容保留；更改本表名称的，请点击「${change}」。`,
    {
      tone: "running",
      actions: [
        { id: "", label: typed, typed, look: "primary" },
        { id: "", label: change, typed: change, look: "default" },
      ],
    },
  );
}
