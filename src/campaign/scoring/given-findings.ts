import { readScoreLine } from "../../platform/conversation/score-line.ts";
import type { ScoreLine, ScoreRules } from "../../platform/conversation/score-rules.ts";
import type { Definition } from "../definition/definition.ts";
import { decided, rulingDeciding } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { pointsByRow, unanswered } from "./points.ts";
import { readFinding, readFindings } from "./read-findings.ts";
import { criteriaOf } from "./rubric.ts";
import type { GivenScore } from "./score-sheet.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** `line`: what was read of the rest of the message; its entries are among the given. */
interface Found {
  given: readonly GivenScore[];
  line?: Extract<ScoreLine, { kind: "points" | "rest" }>;
}

/**
 * 3-5 与初评一致；3-6 不符合 8-2 …, 其余与初评一致: taken out of the message; the rest is read as points. All of it is
 * given, or a sentence says why none of it is. Undefined where nothing of the kind is said.
 */
export function givenFindings(
  { campaign: { definition }, rulings }: PersonContext,
  { draft: { at, sheet }, rules }: { draft: ScoringDraft; rules: ScoreRules },
  text: string,
): Found | { sentence: string } | undefined {
  const ids = rowIds(definition);
  const own = at === undefined ? undefined : readFinding(text, ids);
  const read =
    own && at !== undefined ? { given: [{ criterion: at, ...own }], others: false, rest: "" } : readFindings(text, ids);
  if (read.given.length === 0 && !read.others) return undefined;
  const line = read.rest === "" ? undefined : readScoreLine(rules, read.rest);
  if (line && line.kind !== "points" && line.kind !== "rest")
    return { sentence: line.kind === "retry" ? line.sentence : phrases.notReadWhole(read.rest) };
  const isRest = line?.kind === "rest" || line?.rest === true;
  if (read.others && isRest) return { sentence: phrases.notReadWhole(text.trim()) };
  const entries = line?.kind === "points" ? line.entries : [];
  const points = entries.map(({ row, ...given }): GivenScore => ({ criterion: row, ...given }));
  const named = [...read.given, ...points];
  const open = read.others ? unanswered(definition.rubric, pointsByRow(sheet)) : [];
  const others = open.filter((id) => named.every(({ criterion }) => criterion !== id));
  const given = [...named, ...others.map((criterion): GivenScore => ({ criterion, asDistrict: true }))];
  // After one's own points the district's are known: then they may be taken.
  const same = given
    .filter(({ criterion, asDistrict }) => asDistrict && !sheet.scores.has(criterion))
    .map(({ criterion }) => criterion);
  if (same.length > 1 && decided(definition, "blindScoring", rulings).blind !== false)
    return {
      sentence: phrases.ownFirst(
        read.others ? phrases.otherRows() : same.join("、"),
        rulingDeciding(definition, "blindScoring")?.id,
      ),
    };
  return given.length === 0 ? { sentence: phrases.noneOpen() } : { given, ...(line ? { line } : {}) };
}

/** Of the rows of the sheet, in order. */
export const rowIds = ({ rubric }: Pick<Definition, "rubric">): string[] => criteriaOf(rubric).map(({ id }) => id);

/** Whether a message in the city's ledger holds such findings of rows it names, or of the rest. */
export function speaksOfFindings({ campaign: { definition } }: Pick<PersonContext, "campaign">, text: string): boolean {
  const { given, others } = readFindings(text, rowIds(definition));
  return given.length > 0 || others;
}
