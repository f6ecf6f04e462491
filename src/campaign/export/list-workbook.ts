import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { applicationsOf } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { templates } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce } from "../recommendation/store.ts";
import { HUNDREDTHS, isFinalized, totalOf } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { exportPhrases as phrases } from "./phrases.ts";

type Column = Definition["recommendationList"]["columns"][number];

export interface ExportedFile {
  name: string;
  bytes: Buffer;
}

/** One line of 附件4. */
interface Line {
  application: Application;
  /** 评价分数 in points, finalized by the district. */
  score: number | null;
}

/**
 * 附件4 of the districts, in the plan's words and layout: 序号 only counts, empty printed lines stay empty, what is
 * more than the printed lines goes on below.
 *
 * @throws {RefusalError} when none of the districts has confirmed a list
 */
export async function listWorkbook(context: Context, districts: readonly string[]): Promise<ExportedFile> {
  const { campaign, recommendationList } = context.campaign.definition;
  const lines = await linesOf(context, districts);
  const names = campaign.districts.filter(({ id }) => districts.includes(id)).map(({ name }) => name);
  const isWhole = names.length === campaign.districts.length;
  if (lines.length === 0) {
    throw new RefusalError("export.no-list", isWhole ? phrases.noLists() : phrases.noList(names.join("、")));
  }
  const title = String(
    templates.parseAndRenderSync(recommendationList.title, { year: campaign.year.value, city: campaign.city.name }),
  );
  const { columns, printedRows } = recommendationList;
  const count = Math.max(lines.length, printedRows);
  const rows = Array.from({ length: count }, (_, at) =>
    columns.map((column) => cellOf(context, column, { position: at + 1, line: lines[at] })),
  );
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.listSheet(),
        titles: [title],
        columns: columns.map((column) => columnOf(context.campaign.definition, column)),
        rows,
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(title, isWhole ? undefined : names.join("、")), bytes };
}

async function linesOf({ tx, campaign }: Context, districts: readonly string[]): Promise<Line[]> {
  const lists = await listsInForce(tx, campaign.id);
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return campaign.definition.campaign.districts
    .filter(({ id }) => districts.includes(id))
    .flatMap(({ id }) => lists.get(id)?.items ?? [])
    .flatMap(({ applicationId }) => {
      const application = taking.find(({ id }) => id === applicationId);
      const sheet = sheets.get(applicationId);
      return application ? [{ application, score: isFinalized(sheet) ? totalOf(sheet) / HUNDREDTHS : null }] : [];
    });
}

function cellOf(
  context: Context,
  { from }: Column,
  { position, line }: { position: number; line: Line | undefined },
): CellValue {
  if (from.kind === "position") return position;
  if (!line) return null;
  const { application, score } = line;
  switch (from.kind) {
    case "district":
      return context.campaign.definition.campaign.districts.find(({ id }) => id === application.district)?.name ?? null;
    case "evaluationScore":
      return score;
    case "field":
      return fieldCell(context, application, from.field);
  }
}

const fieldOf = ({ forms }: Definition, key: string) =>
  forms.flatMap(({ fields }) => fields).find((field) => field.key === key);

/** An answer as it stands in a file that others read: never a personal value. */
function fieldCell({ campaign }: Context, { answers }: Application, key: string): CellValue {
  const field = fieldOf(campaign.definition, key);
  const answer = answers[key];
  if (field?.personal || answer === undefined || typeof answer === "object") return null;
  return field?.kind === "percent" ? Number(answer) : String(answer);
}

const WIDTHS: Record<Column["from"]["kind"], number> = { position: 7, district: 12, evaluationScore: 12, field: 22 };

const columnOf = (definition: Definition, { label, from }: Column): SheetColumn => ({
  header: label,
  width: WIDTHS[from.kind],
  kind: kindOf(definition, from),
});

function kindOf(definition: Definition, from: Column["from"]): SheetColumn["kind"] {
  switch (from.kind) {
    case "position":
      return "integer";
    case "district":
      return "text";
    case "evaluationScore":
      return "decimal2";
    case "field":
      return fieldOf(definition, from.field)?.kind === "percent" ? "decimal2" : "text";
  }
}
