import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import type { CellValue, InputCell } from "../../../platform/documents/workbook-spec.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { shownCheckNumber } from "../../application/check-number.ts";
import { formOf } from "../../application/offered.ts";
import { ownDistricts } from "../../application/work-district.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { barredWords } from "../barred.ts";
import { type ListDraft, takeUpList } from "../draft.ts";
import { recommendingDistricts } from "../levels.ts";
import { listWords } from "../list-words.ts";
import { recommendationPhrases } from "../phrases.ts";
import { categoryOf, namesOf, unmetKey } from "../reasons.ts";
import { newestList } from "../store.ts";
import { keepGivenList } from "./given.ts";
import { listSheetHeaders as headers, listSheetRows, listWorkbookPhrases as phrases } from "./phrases.ts";
import { listValues } from "./plan.ts";
import type { ReadListSheet } from "./read.ts";
import type { PlaceDefect } from "./rules.ts";

/** Typed after 导出. */
export const listSheetWord = (definition: Definition): string =>
  phrases.word(deliverableFor(definition, "application")?.name ?? formOf(definition)?.title);

/** How many lists the district has reported. */
export const reportedSoFar = async ({ tx, campaign }: Pick<Context, "tx" | "campaign">, district: string) =>
  (await newestList(tx, campaign.id, district))?.version ?? 0;

/**
 * 推荐表 of the person's district: its candidates in the proposed order, with what stands there now.
 * @throws {RefusalError} if the person recommends for no such district, or there are no candidates
 */
export async function listSheetWorkbook(context: PersonContext, named: readonly string[]) {
  const { definition } = context.campaign;
  const among = recommendingDistricts(context);
  const own = ownDistricts(context).filter((id) => among.includes(id) && (named.length === 0 || named.includes(id)));
  const [district] = own;
  if (district === undefined)
    throw new RefusalError("recommendation.workbook-not-own", phrases.notYours(nounsOf(definition)));
  const words = own.length === 1 ? districtName(definition, district) : "";
  const list = await takeUpList(context, { words, verbatim: words, values: {} });
  const reported = await reportedSoFar(context, list.district);
  const number = await keepGivenList(context, { district: list.district, reported, values: { ...listValues(list) } });
  const title = phrases.title(listSheetWord(definition), districtName(definition, list.district));
  return { name: phrases.fileName(title), bytes: await listSheetBytes(context, list, { number }) };
}

interface Contents {
  number: string;
  /** A copy to be corrected. */
  read?: ReadListSheet;
  defects?: readonly PlaceDefect[];
}

/** Columns that are filled in. */
const PLACE = 1;
const REASON = 3;

/** The list as a workbook. */
export async function listSheetBytes(context: Context, list: ListDraft, contents: Contents): Promise<Buffer> {
  const { definition } = context.campaign;
  const { district, candidates, barred } = list;
  const title = phrases.title(listSheetWord(definition), districtName(definition, district));
  const names = namesOf(
    candidates,
    candidates.map(({ application }) => application.id),
  );
  const hasUnmet = candidates.some(({ gate }) => (gate?.unmet.length ?? 0) > 0);
  const rows = rowsOf(context, list, contents);
  const withProblems = (contents.defects ?? []).length > 0;
  const sheet = {
    name: listSheetWord(definition),
    titles: [
      title,
      phrases.state(fullMomentWords(context.now), shownCheckNumber(contents.number)),
      phrases.hint(nounsOf(definition)),
      ...(names.length > 1 ? [phrases.proposed(names)] : []),
    ],
    columns: [
      { header: headers.name, width: 20, kind: "text" as const },
      { header: headers.place, width: 8, kind: "number" as const },
      { header: headers.beside, width: 48, kind: "text" as const },
      { header: headers.reason, width: 36, kind: "text" as const },
      ...(hasUnmet ? [{ header: headers.unmet, width: 30, kind: "text" as const }] : []),
      ...(withProblems ? [{ header: headers.problem, width: 34, kind: "text" as const }] : []),
    ],
    rows: rows.map(({ cells, unmet, problem }) => [
      ...cells,
      ...(hasUnmet ? [unmet] : []),
      ...(withProblems ? [problem] : []),
    ]),
    inputs: rows.flatMap(({ inputs }, row) => inputs.map((input) => ({ ...input, row }))),
    notes: barred.length > 0 ? [barredWords(context, list)] : [],
    paper: "landscape" as const,
  };
  return writeWorkbook({ author: definition.campaign.city.bureau, at: context.now, sheets: [sheet] });
}

interface Row {
  cells: CellValue[];
  unmet: CellValue;
  problem: string;
  inputs: Omit<InputCell, "row">[];
}

function rowsOf(context: Context, list: ListDraft, { read, defects = [] }: Contents): Row[] {
  const words = listWords(context.campaign.definition, list.district);
  const values = listValues(list);
  const known = list.candidates.map((candidate) => {
    const { id, compoundName: name } = candidate.application;
    const place = list.order.indexOf(id);
    const beside = recommendationPhrases.candidate(candidate, {
      words,
      category: categoryOf(context, candidate)?.name,
    });
    return {
      name,
      place: place < 0 ? "" : String(place + 1),
      beside: beside.slice(name.length).replace(/^：/u, ""),
      reason: values[id] ?? "",
      unmet: values[unmetKey(id)] ?? "",
      isCase: true,
    };
  });
  const extra = [
    { name: listSheetRows.number, reason: values.fewerReason ?? "" },
    { name: listSheetRows.late, reason: values.lateReason ?? "" },
  ].map((row) => ({ ...row, place: "", beside: "", unmet: "", isCase: false }));
  const all = [...known, ...extra];
  const strange = (read?.rows ?? []).filter(({ name }) => !all.some((one) => one.name === name));
  return [...all, ...strange.map((row) => ({ ...row, beside: "", isCase: true }))].map((row) => {
    const written = read?.rows.find(({ name }) => name === row.name) ?? row;
    const wrong = defects.filter(({ name }) => name === row.name);
    const of = (column: PlaceDefect["of"]) => {
      const found = wrong.find((one) => one.of === column);
      return found ? { problem: found.sentence } : {};
    };
    return {
      cells: [
        row.name,
        /^\d+$/u.test(written.place) ? Number(written.place) : written.place,
        row.beside,
        written.reason,
      ],
      unmet: written.unmet,
      problem: wrong.map(({ sentence }) => sentence).join(""),
      inputs: [
        ...(row.isCase ? [{ column: PLACE, ...of("place") }] : []),
        { column: REASON, ...of("reason") },
        ...(row.isCase ? [{ column: REASON + 1, ...of("unmet") }] : []),
      ],
    };
  });
}
