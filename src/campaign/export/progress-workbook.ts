import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import type { Deliverable } from "../definition/purposes.ts";
import { fullDayWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { countPhrases } from "../tasks/count-phrases.ts";
import { type DistrictCount, listCounts, sum } from "../tasks/counts.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { onBehalfNotes } from "./on-behalf-notes.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { type Counted, countedIn } from "./progress.ts";

/**
 * Counts by district, with a total row for several districts.
 * @param isWhole all districts are included, so the file name has no district
 */
export async function progressWorkbook(
  context: Context,
  progress: readonly DistrictCount[],
  isWhole: boolean,
): Promise<ExportedFile> {
  const { definition } = context.campaign;
  const { year, city, name } = definition.campaign;
  const title = phrases.progressTitle(year.value, city.name, name);
  const counted = countedIn(definition);
  const rows = [
    ...progress.map((one) => [one.name, ...counted.map(({ of }) => cellOf(one, of))]),
    ...(progress.length > 1 ? [[phrases.total(), ...counted.map(({ of }) => totalOf(progress, of))]] : []),
  ];
  const bytes = await writeWorkbook({
    author: city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.progressSheet(),
        titles: [title, phrases.progressAsOf(fullDayWords(dayOf(context.now)))],
        columns: columnsOf(definition, counted),
        rows,
        notes: await onBehalfNotes(
          context,
          progress.map(({ district }) => district),
        ),
        paper: "portrait",
      },
    ],
  });
  return {
    name: phrases.fileName(title, isWhole ? undefined : progress.map((one) => one.name).join("、")),
    bytes,
  };
}

function columnsOf(
  definition: Definition,
  counted: readonly { of: Counted; deliverable: Deliverable }[],
): SheetColumn[] {
  const { district, applied, locked } = phrases.columns(nounsOf(definition));
  return [
    { header: district, width: 14, kind: "text" },
    ...counted.map(({ of, deliverable }): SheetColumn => {
      if (of === "application") return { header: applied, width: 18, kind: "integer" };
      if (of === "review") return { header: locked, width: 18, kind: "integer" };
      return { header: deliverable.name, width: 16, kind: "text" };
    }),
  ];
}

function cellOf(one: DistrictCount, of: Counted): CellValue {
  switch (of) {
    case "application":
      return one.applied;
    case "review":
      return one.finalized;
    case "list":
      return countPhrases.listStates[one.list]();
    case "report":
      return countPhrases.handedIn(one.reportIn);
  }
}

function totalOf(progress: readonly DistrictCount[], of: Counted): CellValue {
  switch (of) {
    case "application":
      return sum(progress.map(({ applied }) => applied));
    case "review":
      return sum(progress.map(({ finalized }) => finalized));
    case "list": {
      const { received, expected } = listCounts(progress);
      return phrases.totalOf(received, expected);
    }
    case "report":
      return phrases.totalOf(progress.filter(({ reportIn }) => reportIn).length, progress.length);
  }
}
