import { countWords } from "../../platform/conversation/count-words.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { reportAsked } from "./rules.ts";

/** A text below this length, in words, is asked about: 收到 is no report. */
export const SENSIBLE_WORDS = 30;

/** Why something is asked about before it counts as the report. */
export type Doubt =
  | { kind: "short"; words: number }
  /** Its stage has not begun. */
  | { kind: "early"; from: CivilDate }
  /** It is named after another paper of the campaign. */
  | { kind: "otherPaper"; paper: string };

/** @param content the text, or the name of the file */
export function doubtsAbout(
  definition: Definition,
  content: { text: string } | { fileName: string },
  now: Date,
): readonly Doubt[] {
  const report = reportAsked(definition);
  const { from } = stageWindow(definition, stageById(definition, report.stage));
  const words = "text" in content ? countWords(content.text) : undefined;
  const named = "text" in content ? (content.text.split("\n")[0] ?? "") : content.fileName;
  const others = definition.campaign.deliverables.filter(({ id, owedBy }) => id !== report.id && owedBy === "district");
  const other = named.includes(report.name) ? undefined : others.find(({ name }) => named.includes(name));
  return [
    ...(words !== undefined && words < SENSIBLE_WORDS ? [{ kind: "short" as const, words }] : []),
    ...(dayOf(now) < from ? [{ kind: "early" as const, from }] : []),
    ...(other && (words === undefined || named.startsWith(other.name))
      ? [{ kind: "otherPaper" as const, paper: other.name }]
      : []),
  ];
}
