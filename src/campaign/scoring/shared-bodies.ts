import type { Application } from "../application/application.ts";
import { formOf } from "../application/offered.ts";
import { applicationsOf } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { SharedBody } from "../definition/schema/purposes.ts";
import type { Context } from "../engine/context.ts";
import { isFinalized } from "./points.ts";
import { type Criterion, criteriaOf } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { sheetsOf } from "./store.ts";

/** A row about a body that other cases have in common with this one, with final points that differ. */
export interface DifferingRow {
  criterion: string;
  /** What they have in common: the form's label, e.g. 所属街道; undefined for the district. */
  label: string | undefined;
  /** In hundredths. */
  others: readonly { name: string; hundredths: number }[];
}

/** A case and its points. */
interface Scored extends Pick<ScoreSheet, "scores">, Pick<Application, "district" | "answers"> {
  name: string;
}

/**
 * Rows about the same body that are scored otherwise for others. Rows marked 不适用 are left out.
 * @param others cases of the same district whose points are final
 */
export function differingRows(definition: Definition, own: Scored, others: readonly Scored[]): DifferingRow[] {
  return criteriaOf(definition.rubric).flatMap((row): DifferingRow[] => {
    const given = pointsOf(own, row);
    const body = row.sharedBy && bodyOf(definition, own, row.sharedBy);
    if (given === undefined || row.sharedBy === undefined || body === undefined) return [];
    const { sharedBy } = row;
    const differing = others.flatMap((other) => {
      const hundredths = pointsOf(other, row);
      const isSame = bodyOf(definition, other, sharedBy) === body;
      if (hundredths === undefined || hundredths === given || !isSame) return [];
      return [{ name: other.name, hundredths }];
    });
    if (differing.length === 0) return [];
    return [{ criterion: row.id, label: fieldOf(definition, sharedBy)?.label, others: differing }];
  });
}

/** {@link differingRows} of a case as it stands now. */
export async function differencesOf(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  { application, sheet }: { application: Application; sheet: Pick<ScoreSheet, "scores"> },
): Promise<DifferingRow[]> {
  const { definition, id: campaignId } = campaign;
  if (!criteriaOf(definition.rubric).some(({ sharedBy }) => sharedBy !== undefined)) return [];
  const { district } = application;
  const [all, sheets] = await Promise.all([
    applicationsOf(tx, campaignId, { district, states: ["submitted"] }),
    sheetsOf(tx, { campaignId, ledger: "district", district, without: application.id }),
  ]);
  const others = all.flatMap((one): Scored[] => {
    const theirs = sheets.get(one.id);
    return isFinalized(theirs) ? [scored(one, theirs)] : [];
  });
  return differingRows(definition, scored(application, sheet), others);
}

const scored = (
  { compoundName: name, district, answers }: Application,
  { scores }: Pick<ScoreSheet, "scores">,
): Scored => ({ name, district, answers, scores });

function pointsOf({ scores }: Scored, { id }: Criterion): number | undefined {
  const given = scores.get(id);
  return given === undefined || given.state === "notApplicable" ? undefined : given.hundredths;
}

const fieldOf = (definition: Definition, body: SharedBody) => {
  const form = formOf(definition);
  return body === "district" || !form ? undefined : fieldFor(form, body);
};

/** Names are compared without blanks and in half width. */
function bodyOf(definition: Definition, { district, answers }: Scored, body: SharedBody) {
  if (body === "district") return district;
  const answer = answers[fieldOf(definition, body)?.key ?? ""];
  const name = typeof answer === "string" ? answer.normalize("NFKC").replaceAll(/\s/gu, "") : "";
  return name === "" ? undefined : name;
}
