import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import type { Message, World } from "./world.ts";

/** A message as a person reads it: links as `[label]`, data as it was sent, without the blanks that only make line breaks. */
export function read({ card, text }: Message): string {
  const source = card?.text ?? text ?? "";
  return source
    .replace(/\[([^\]]+)\]\(dtmd:[^)]*\)/g, "[$1]")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * What the bot answered: its words; where there are none, the newest card. Cards that only follow what was done may come
 * after the answer.
 */
export function answerIn(messages: readonly Message[]): Message {
  const answer = messages.findLast(({ kind }) => kind === "markdown") ?? messages.at(-1);
  if (!answer) throw new Error("nothing was answered");
  return answer;
}

/** What each of these messages says, with the chat it stands in where that is not the direct chat. */
export const readAll = (messages: readonly Message[]): string[] => messages.map(read);

/** Title and body of a message of the bot, as {@link read} gives it. */
export const said = (...lines: string[]): string => lines.join("\n");

/** How the bot says why it did not do something. */
export const refusal = (sentence: string): string => said(`### ${chatPhrases.refusal(sentence).title}`, sentence);

/** The newest cards a person has before them, as text. */
export const cardTexts = (messages: readonly Message[]): string[] =>
  messages.flatMap((message) => (message.card ? [read(message)] : []));

/** What a link of the message types for the person, by its label. */
export const typedBy = ({ links = [] }: Message): Record<string, string> =>
  Object.fromEntries(links.map(({ label, url }) => [label, new URL(url).searchParams.get("content") ?? ""]));

/** Adds a group with the bot in it, and gives its id. */
export async function addGroup(
  world: World,
  { title, memberIds }: { title: string; memberIds: readonly string[] },
): Promise<string> {
  const { conversationId } = await world.call<{ conversationId: string }>("/groups", { title, memberIds });
  return conversationId;
}
