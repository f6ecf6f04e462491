import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { fullDayWords } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import { historyPhrases } from "./phrases.ts";
import type { TrailLine } from "./trail.ts";

const phrases = historyPhrases.trail;

const WIDTHS = [6, 24, 24, 14, 22, 36, 12];

/** 操作留痕 of one case for the files. */
export async function trailWorkbook(
  { campaign, now }: PersonContext,
  name: string,
  lines: readonly TrailLine[],
): Promise<{ name: string; bytes: Buffer }> {
  const bytes = await writeWorkbook({
    author: campaign.definition.campaign.city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [phrases.title(name), phrases.asOf(fullDayWords(dayOf(now)))],
        columns: phrases
          .columns()
          .map((header, at) => ({ header, width: WIDTHS[at] ?? 12, kind: KINDS[at] ?? "text" })),
        rows: lines.map((one) => [
          one.number,
          ...[one.at, one.recordedAt, one.who, one.what, one.reason ?? "", one.ruling ?? ""],
        ]),
        notes: [phrases.footnote()],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(name), bytes };
}

const KINDS: readonly SheetColumn["kind"][] = ["integer", "moment", "moment"];
