import { type Edit, edited, editsIn, isEdit } from "./edit.ts";
import { workReportPhrases as phrases } from "./phrases.ts";
import type { Received } from "./receive.ts";

/** A report, or the texts that wait to be one. */
interface Texts {
  report: Received;
  last?: Received | undefined;
}

/** As it stands now, and what is said of it. */
export interface Corrected extends Texts {
  told: readonly string[];
  changed: boolean;
}

/**
 * 更正：横幅32条改为36条: the report with that corrected where it stands once; unchanged, with what was not plain, where it
 * does not. Undefined: the words correct nothing of it.
 */
export function correctionOf({ report, last }: Texts, said: string): Corrected | undefined {
  const edits = editsIn(said);
  if (!edits || report.content.kind !== "text") return undefined;
  const done = edited(report.content.text, edits);
  if (done.kind === "unclear") {
    if (done.times === 0 && !isEdit(said, edits)) return undefined;
    return { report, last, changed: false, told: [phrases.notCorrected(said.trim(), done.wrong, done.times)] };
  }
  return {
    changed: true,
    report: withText(report, done.text),
    last: last && inLast(last, edits),
    told: done.changes.map(({ wrong, right }) => phrases.correctedNow(wrong, right)),
  };
}

/** What is corrected stands in the last part, or before it. */
function inLast(last: Received, edits: readonly Edit[]): Received {
  return edits.reduce((now, edit) => {
    const done = now.content.kind === "text" ? edited(now.content.text, [edit]) : undefined;
    return done?.kind === "edited" ? withText(now, done.text) : now;
  }, last);
}

const withText = (received: Received, text: string): Received => ({ ...received, content: { kind: "text", text } });
