import type { Action, View } from "../../chat/view.ts";
import { blockMarkdown } from "./body.ts";
import { escapeLine } from "./escape.ts";
import { bytesOf, charactersOf, MARKDOWN_CHARACTERS, MESSAGE_BYTES, shortened, TITLE_CHARACTERS } from "./limits.ts";
import { splitText } from "./pack-text.ts";
import { fieldsAsList, typedHint } from "./plain-text.ts";

/** A markdown message; its title is shown in the list of chats and in notifications. */
export interface MarkdownMessage {
  title: string;
  text: string;
}

/** Clients may look for the end of a label without minding escapes. */
const linkLabel = (label: string): string =>
  escapeLine(label.replaceAll("[", "［").replaceAll("]", "］").replaceAll("\\", "＼"));

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A link that makes the client send the action's words as the person's message. */
const actionLink = (action: Action): string =>
  `[${linkLabel(action.label)}](dtmd://dingtalkclient/sendMessage?content=${encoded(action.typed)})`;

const actionLinks = (view: View): string =>
  view.actions
    .filter((action) => action.disabled !== true)
    .map(actionLink)
    .join("  \n  ");

/**
 * A view as one markdown message, used without a card template.
 * @param links whether actions are links; not in groups, where the bot only receives messages that mention it
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

/** Limits of a message, in characters and in bytes. */
const LIMITS = [MARKDOWN_CHARACTERS, MESSAGE_BYTES];
/** As a string in JSON, without its quotes. */
const bytesWithin = (text: string): number => bytesOf(JSON.stringify(text)) - 2;
const sizeOf = (text: string): readonly number[] => [charactersOf(text), bytesWithin(text)];
const besidesOf = (title: string): readonly number[] => [0, bytesOf(JSON.stringify({ title, text: "" }))];

const MARK_CHARACTERS = 7;

/** Splits a message that is too long, between paragraphs if possible; the parts are numbered in their titles. */
export function splitMarkdown(message: MarkdownMessage): MarkdownMessage[] {
  const besides = besidesOf(message.title);
  if (sizeOf(message.text).every((size, at) => size + (besides[at] ?? 0) <= (LIMITS[at] ?? 0))) return [message];
  const title = shortened(message.title, TITLE_CHARACTERS - MARK_CHARACTERS);
  const parts = splitText(message.text, { limits: LIMITS, sizeOf, besides });
  return parts.map((text, at) => ({ title: `${title}（${at + 1}/${parts.length}）`, text }));
}
