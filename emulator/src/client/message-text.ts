import type { EmulatedMessage } from "../contract/control.ts";

/** The text of a message: title, text, card, file name, and the labels of links that are not part of them. */
export function messageText({ title, text, card, file, links = [] }: EmulatedMessage): string {
  const words = [title, text, card?.text, file?.fileName].filter((part) => part !== undefined);
  const labels = links.map(({ label }) => label).filter((label) => !words.some((one) => one.includes(label)));
  return [...words, ...labels].join("\n");
}
