import type { WordBlockSpec, WordRowSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import { statementPhrases as phrases } from "./phrases-statement.ts";
import type { SelectionWords } from "./words.ts";

/** One compound in 择优说明. */
export interface StatedCase {
  district: string;
  name: string;
  outcome: { kind: "selected" | "passed" } | { kind: "reserve"; place: number };
  /** Undefined while nobody has written one. */
  reason: string | undefined;
  /** Points and proof in a sentence; undefined without points. */
  facts: string | undefined;
}

/** 择优说明: what was decided on every compound, why, and what that rests on. */
export interface Statement {
  /** 草稿，未报批, or the version and its state. */
  part: string;
  /** What ranks, the ladder, a tie, the spread over the districts. */
  basis: readonly string[];
  cases: readonly StatedCase[];
  /** Who proposed and decided it, and what the decision rests on. */
  decided: readonly string[];
}

const COLUMNS = [12, 20, 34, 24, 66];

/** The statement in Word, to be read through, edited and signed. */
export async function statementDocument(
  context: Context,
  { part, basis, cases, decided }: Statement,
  words: SelectionWords,
): Promise<{ name: string; bytes: Buffer }> {
  const { campaign, now } = context;
  const { year, city, name } = campaign.definition.campaign;
  const journal = await journalLines(context, ["selection.proposed", "selection.approved", "selection.declined"]);
  const title = phrases.title({ year: year.value, city: city.name, name }, words);
  const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
  const heading = (text: string): WordBlockSpec => ({
    kind: "paragraph",
    text,
    look: "heading",
    before: 4,
    keepsWithNext: true,
  });
  const sign = (text: string, before: number): WordBlockSpec => ({ kind: "paragraph", text, look: "plain", before });
  const bytes = await writeWord({
    author: city.bureau,
    at: now,
    sections: [
      {
        start: "nextPage",
        paper: "portrait",
        footer: { lines: [phrases.fileName(title, part).replace(/\.docx$/u, ""), ...journal], numbered: true },
        blocks: [
          { kind: "paragraph", text: title, look: "title" },
          { kind: "paragraph", text: part, look: "subtitle" },
          { kind: "paragraph", text: phrases.lead(words), look: "small", before: 2 },
          heading(phrases.basisHeading()),
          ...basis.map(body),
          heading(phrases.chosenHeading()),
          tableOf(cases, words),
          heading(phrases.factsHeading()),
          ...cases.map((one) => body(phrases.fact(one.name, one.facts ?? phrases.noFacts()))),
          ...decided.map((text) => sign(text, 2)),
          sign(phrases.signed(), 12),
          sign(phrases.countersigned(words), 6),
        ],
      },
    ],
  });
  return { name: phrases.fileName(title, part), bytes };
}

function tableOf(cases: readonly StatedCase[], words: SelectionWords): WordBlockSpec {
  const label = (text: string) => ({ texts: [text], look: "label" as const, align: "center" as const });
  const centered = (text: string) => ({ texts: [text], look: "small" as const, align: "center" as const });
  return {
    kind: "table",
    columns: COLUMNS,
    lines: "form",
    rows: [
      { repeats: true, cells: phrases.columns(words).map(label) },
      ...cases.map(
        ({ district, name, outcome, reason }, at): WordRowSpec => ({
          whole: true,
          cells: [
            ...[String(at + 1), district, name, outcomeWords(outcome)].map(centered),
            { texts: [reason ?? phrases.noReason()], look: "small", align: "left" },
          ],
        }),
      ),
    ],
  };
}

function outcomeWords(outcome: StatedCase["outcome"]): string {
  return outcome.kind === "reserve" ? phrases.outcome.reserve(outcome.place) : phrases.outcome[outcome.kind]();
}
