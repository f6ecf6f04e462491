import type { EmulatedMessage } from "dingtalk-emulator/contract/control.ts";

/**
 * The label of the open question in what the bot answered last; undefined when nothing is asked. An answer in words
 * counts before the cards that are drawn again with it.
 */
export function openQuestion(messages: readonly EmulatedMessage[]): string | undefined {
  const answer = messages.findLast(({ kind }) => kind === "markdown") ?? messages.at(-1);
  return /【([^】]+)】/.exec(answer?.text ?? answer?.card?.text ?? "")?.[1];
}

/** The place of a name in the numbered list that was shown, from 1; the newest list that begins with names counts. */
export function numberOf(messages: readonly EmulatedMessage[], name: string): number {
  const texts = messages.map(({ text: words = "", card }) => `${words}\n${card?.text ?? ""}`);
  const lines = texts.flatMap((text) => text.split("\n").map((line) => /^\s*(\d+)\.\s*(.*)$/.exec(line)));
  const found = lines.findLast((line) => line?.[2]?.startsWith(name));
  if (!found) throw new Error(`${name} is not in the list:\n${texts.slice(-2).join("\n")}`);
  return Number(found[1]);
}
