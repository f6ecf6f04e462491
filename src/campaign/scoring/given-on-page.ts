import { z } from "zod";
import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { cleanLine, plainAnswer } from "../../platform/conversation/plain.ts";
import { notApplicableWhy, withoutRemark } from "../../platform/conversation/score-notes.ts";
import { readVerdict } from "../../platform/conversation/score-verdict.ts";
import type { Refused } from "../../platform/conversation/shared-work.ts";
import type { Context } from "../engine/context.ts";
import { KNOCKED_OUT, PASSED } from "./page.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { readFinding } from "./read-findings.ts";
import { REASONS, readReasons } from "./reasons.ts";
import { type Criterion, criterionById } from "./rubric.ts";
import type { GivenScore, Ledger } from "./score-sheet.ts";

/** A field of its own for a row's reason, as cards of earlier versions have it. */
const REASON = "-reason";

const pageValues = z.record(z.string(), z.union([z.string().trim(), z.number()]).catch(""));

/** Reads a submitted page: points or verdict, reason and remark by row. Empty fields keep the stored values. */
export function givenOnPage(
  { campaign }: Pick<Context, "campaign">,
  submitted: Readonly<Record<string, unknown>>,
  ledger: Ledger = "district",
): { given: GivenScore[]; refused: Refused[] } {
  const { rubric } = campaign.definition;
  const { [REASONS]: reasons = "", ...values } = pageValues.parse(submitted);
  const byRow = new Map<string, GivenScore>();
  const refused: Refused[] = [];
  const add = (criterion: string, given: Partial<GivenScore>) =>
    void byRow.set(criterion, { criterion, ...byRow.get(criterion), ...given });
  for (const [name, value] of Object.entries(values)) {
    const id = name.endsWith(REASON) ? name.slice(0, -REASON.length) : name;
    const row = criterionById(rubric, id);
    if (!row) refused.push(refusal(name.slice(0, 20), phrases.noSuchRow(name.slice(0, 20)), value));
    if (!row || value === "") continue;
    const answer = name.endsWith(REASON) ? { reason: String(value) } : answerOf(row, value);
    if (answer) add(id, answer);
    else refused.push(refusal(id, row.knockOut ? phrases.notAVerdict(id) : phrases.notANumber(id), value));
  }
  const read = readReasons(rubric, String(reasons));
  for (const { criterion, reason } of read.reasons) {
    const noted = notedIn(reason, ledger);
    if (noted.notApplicable || noted.asDistrict || noted.notMet !== undefined) byRow.delete(criterion);
    if (Object.keys(noted).length > 0) add(criterion, noted);
  }
  return { given: [...byRow.values()], refused: [...refused, ...unreadReasons(read)] };
}

/**
 * 环境差 备注 东门改造中; 不适用 无此设施, 与初评一致 and 不符合 8-2 …, which take the place of points, as a client sends those
 * as well.
 */
function notedIn(typed: string, ledger: Ledger): Omit<GivenScore, "criterion"> {
  const { rest, remark } = withoutRemark(typed);
  const found = ledger === "city" ? readFinding(rest) : undefined;
  if (found) return { ...found, ...(remark === undefined ? {} : { remark }) };
  const why = notApplicableWhy(rest);
  const reason = why ?? cleanLine(rest);
  return {
    ...(why === undefined ? {} : { notApplicable: true as const }),
    ...(reason === "" ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
  };
}

const refusal = (key: string, sentence: string, typed: string | number): Refused => ({
  key,
  label: key,
  sentence,
  typed: String(typed),
});

/** What of the reasons belongs to no row, kept word for word. */
function unreadReasons({ unknown, unnumbered }: ReturnType<typeof readReasons>): Refused[] {
  const left = [...(unnumbered === "" ? [] : [unnumbered]), ...unknown.map(({ row, text }) => `${row} ${text}`)];
  if (left.length === 0) return [];
  const sentences = [
    ...(unnumbered === "" ? [] : [phrases.reasonWithoutRow()]),
    ...unknown.map(({ row }) => phrases.noSuchRow(row)),
  ];
  return [refusal(REASONS, sentences.join(""), left.join("；"))];
}

function answerOf(row: Criterion, value: string | number): Omit<GivenScore, "criterion"> | undefined {
  if (row.knockOut) {
    const knockedOut =
      value === KNOCKED_OUT ? true : value === PASSED ? false : readVerdict(plainAnswer(String(value)));
    return knockedOut === undefined ? undefined : { points: 0, knockedOut };
  }
  const points = typeof value === "number" ? value : readPoints(plainAnswer(value), row.maxPoints);
  return points === undefined ? undefined : { points };
}
