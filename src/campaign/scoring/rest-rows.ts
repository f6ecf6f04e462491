import { shareOf } from "../../platform/conversation/shared-work.ts";
import type { Definition } from "../definition/definition.ts";
import { pointsByRow, unanswered } from "./points.ts";
import { type Criterion, criteriaOf, sectionOf } from "./rubric.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** What 其余满分 does with the rows that have no points. */
interface RestRows {
  given: readonly Criterion[];
  /** Bonus and knock-out rows, which need an answer each. */
  asked: readonly Criterion[];
  /** Rows that were just refused. */
  refused: readonly Criterion[];
}

export function restRows(
  { rubric }: Definition,
  { sheet, work, viewer }: Pick<ScoringDraft, "sheet" | "work" | "viewer">,
): RestRows {
  const open = unanswered(rubric, pointsByRow(sheet));
  const keys = shareOf(work, viewer).refused.map(({ key }) => key);
  const rows = criteriaOf(rubric).filter(({ id }) => open.includes(id));
  const asked = rows.filter((row) => row.knockOut || sectionOf(rubric, row.id)?.bonus === true);
  const refused = rows.filter((row) => !asked.includes(row) && keys.includes(row.id));
  return { given: rows.filter((row) => !asked.includes(row) && !refused.includes(row)), asked, refused };
}
