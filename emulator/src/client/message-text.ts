import type { EmulatedMessage } from "../contract/control.ts";

/** What a person reads of a message: title, text, card, file name, and the links that do not stand in them. */
export function messageText({ title, text, card, file, links = [] }: EmulatedMessage): string {
  const words = [title, text, card?.text, file?.fileName].filter((part) => part !== undefined);
  const labels = links.map(({ label }) => label).filter((label) => !words.some((one) => one.includes(label)));
  return [...words, ...labels].join("\n");
}
