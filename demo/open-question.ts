import type { EmulatedMessage } from "dingtalk-emulator/contract/control.ts";

/**
 * The label of the open question in what the bot answered last; undefined when nothing is asked. An answer in words
 * counts before the cards that are drawn again with it.
 */
export function openQuestion(messages: readonly EmulatedMessage[]): string | undefined {
  const answer = messages.findLast(({ kind }) => kind === "markdown") ?? messages.at(-1);
  return /【([^】]+)】/.exec(answer?.text ?? answer?.card?.text ?? "")?.[1];
}

/** The place of a name in the numbered list that was shown, from 1. */
export function numberOf(messages: readonly EmulatedMessage[], name: string): number {
  const text = messages.map(({ text: words = "", card }) => `${words}\n${card?.text ?? ""}`).join("\n");
  const line = text.split("\n").find((one) => /^\s*\d+\./.test(one) && one.includes(name));
  if (line === undefined) throw new Error(`${name} is not in the list:\n${text}`);
  return Number.parseInt(line.trim(), 10);
}
