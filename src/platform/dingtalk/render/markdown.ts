import type { Action, View } from "../../chat/view.ts";
import { blockMarkdown } from "./body.ts";
import { escapeLine } from "./escape.ts";
import { bytesOf, MARKDOWN_CHARACTERS, MESSAGE_BYTES, shortened, TITLE_CHARACTERS } from "./limits.ts";
import { splitText } from "./pack-text.ts";
import { fieldsAsList, typedHint } from "./plain-text.ts";

/** A markdown message: the title stands in the list of chats and in notifications. */
export interface MarkdownMessage {
  title: string;
  text: string;
}

/** Brackets would end a link's label early, a backslash would keep it from ending. */
const linkLabel = (label: string): string =>
  escapeLine(label).replaceAll("[", "［").replaceAll("]", "］").replaceAll("\\", "＼");

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A link that makes the client send the typed twin as the person's own message. */
const actionLink = (action: Action): string =>
  `[${linkLabel(action.label)}](dtmd://dingtalkclient/sendMessage?content=${encoded(action.typed)})`;

const actionLinks = (view: View): string =>
  view.actions
    .filter((action) => action.disabled !== true)
    .map(actionLink)
    .join("  \n  ");

/**
 * A view as one markdown message, for where no card template is set up.
 * @param links whether actions are links (direct chats: in a group the text sent would not reach the bot without an @)
 */
export function toMarkdown(view: View, { links }: { links: boolean }): MarkdownMessage {
  const heading = escapeLine(view.status === undefined ? view.title : `${view.title}（${view.status}）`);
  const text = [
    `### ${heading}`,
    ...view.body.map(blockMarkdown),
    view.form ? fieldsAsList(view.form.fields, escapeLine) : "",
    links ? actionLinks(view) : typedHint(view, escapeLine),
    escapeLine(view.footnote ?? ""),
  ];
  return {
    title: shortened(view.title, TITLE_CHARACTERS),
    text: text.filter((part) => part !== "").join("\n\n"),
  };
}

/** Share of a message's room that a text takes, by characters or bytes, whichever is nearer to full. */
const filling = (title: string, text: string): number =>
  Math.max([...text].length / MARKDOWN_CHARACTERS, bytesOf(JSON.stringify({ title, text })) / MESSAGE_BYTES);

const MARK_CHARACTERS = 7;

/** A message that is too long as several, split between paragraphs where it can be, numbered in their titles. */
export function splitMarkdown(message: MarkdownMessage): MarkdownMessage[] {
  const measure = (text: string): number => filling(message.title, text);
  if (measure(message.text) <= 1) return [message];
  const title = shortened(message.title, TITLE_CHARACTERS - MARK_CHARACTERS);
  const parts = splitText(message.text, { limit: 1, measure });
  return parts.map((text, at) => ({ title: `${title}（${at + 1}/${parts.length}）`, text }));
}
