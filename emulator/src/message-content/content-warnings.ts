import type { Warnings } from "../instruments/warnings.ts";
import type { Doubt } from "./content-warning.ts";
import { markdownLinks } from "./markdown-links.ts";
import { markdownDoubts } from "./markdown-warnings.ts";
import type { ShownContent } from "./shown-content.ts";

/** Nobody documents it; longer ones are cut in lists of chats. */
const LONGEST_TITLE = 64;
/** The most of any `sampleActionCard`. */
const MOST_BUTTONS = 5;
/** Documented for the buttons of work notices. */
const LONGEST_BUTTON = 20;

const lengthOf = (text: string): number => [...text].length;

/** What a client would show of a robot's message otherwise than its sender may think. */
export function contentDoubts({ kind, title = "", text = "", links = [] }: ShownContent): Doubt[] {
  if (kind !== "markdown" && kind !== "actionCard") return [];
  const doubts = markdownDoubts(text);
  if (kind === "markdown") return doubts;
  if (lengthOf(title) > LONGEST_TITLE) {
    doubts.push({ code: "actionCard.title", message: `actionCard 的标题超过 ${LONGEST_TITLE} 个字` });
  }
  const buttons = links.slice(markdownLinks(text).length);
  if (buttons.length > MOST_BUTTONS) {
    doubts.push({ code: "actionCard.buttons", message: `actionCard 的按钮超过 ${MOST_BUTTONS} 个` });
  }
  const long = buttons.find(({ label }) => lengthOf(label) > LONGEST_BUTTON);
  if (long !== undefined) {
    doubts.push({ code: "actionCard.button", message: `按钮“${long.label}”超过 ${LONGEST_BUTTON} 个字` });
  }
  return doubts;
}

export function tellDoubts(warnings: Warnings, doubts: readonly Doubt[]): void {
  for (const { code, message } of doubts) warnings.add(code, message);
}
