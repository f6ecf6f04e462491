import type { Warnings } from "../instruments/warnings.ts";
import type { ContentWarning } from "./content-warning.ts";
import { markdownLinks } from "./markdown-links.ts";
import { markdownWarnings } from "./markdown-warnings.ts";
import type { ShownContent } from "./shown-content.ts";

/** Not documented; longer titles are truncated in chat lists. */
const MAX_TITLE_LENGTH = 64;
/** The most of any `sampleActionCard`. */
const MAX_BUTTONS = 5;
/** Documented for the buttons of work notices. */
const MAX_BUTTON_LENGTH = 20;

const lengthOf = (text: string): number => [...text].length;

/** Warnings about what a client would show differently from what the sender may expect. */
export function contentWarnings({ kind, title = "", text = "", links = [] }: ShownContent): ContentWarning[] {
  if (kind !== "markdown" && kind !== "actionCard") return [];
  const found = markdownWarnings(text);
  if (kind === "markdown") return found;
  if (lengthOf(title) > MAX_TITLE_LENGTH) {
    found.push({ code: "actionCard.title", message: `actionCard 的标题超过 ${MAX_TITLE_LENGTH} 个字` });
  }
  const buttons = links.slice(markdownLinks(text).length);
  if (buttons.length > MAX_BUTTONS) {
    found.push({ code: "actionCard.buttons", message: `actionCard 的按钮超过 ${MAX_BUTTONS} 个` });
  }
  const long = buttons.find(({ label }) => lengthOf(label) > MAX_BUTTON_LENGTH);
  if (long !== undefined) {
    found.push({ code: "actionCard.button", message: `按钮“${long.label}”超过 ${MAX_BUTTON_LENGTH} 个字` });
  }
  return found;
}

export function addWarnings(warnings: Warnings, found: readonly ContentWarning[]): void {
  for (const { code, message } of found) warnings.add(code, message);
}
