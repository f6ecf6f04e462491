import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { ownApplication } from "../../application/own-application.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { scoreValues } from "../../scoring/score-values.ts";
import { reviewPhrases } from "../phrases.ts";
import { type ReviewedCase, reviewedCases } from "./cases.ts";
import { asWritten, keepGiven } from "./given.ts";
import { reviewWorkbookPhrases as phrases } from "./phrases.ts";
import { reviewSheet, type SheetContents } from "./sheet.ts";

/** A workbook ready to be sent. */
interface MadeWorkbook {
  name: string;
  bytes: Buffer;
}

/** Of whom a 初评表 is asked for. */
interface WantedCases {
  /** Ids of the districts that were named; empty: all of the person's. */
  districts: readonly string[];
  /** The case's name; empty: all. */
  name: string;
  /** Typed after 导出 by who may only look: 附件2. */
  paper: string;
}

/**
 * 初评表 of the person's district, a sheet a case that takes part, with what stands there now.
 * @throws {RefusalError} if the person scores for no such district, or no case fits
 */
export async function reviewWorkbook(context: PersonContext, wanted: WantedCases): Promise<MadeWorkbook> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const own = ownDistricts(context).filter((id) => wanted.districts.length === 0 || wanted.districts.includes(id));
  if (own.length === 0) throw new RefusalError("review.workbook-not-own", phrases.notYours(nouns, wanted.paper));
  const all = await reviewedCases(context, own);
  const part = own.map((id) => districtName(definition, id)).join("、");
  const named = wanted.name === "" ? undefined : await namedCase(context, all, wanted.name);
  const cases = named ? [named] : all.filter(({ application: { state } }) => state === "submitted");
  if (cases.length === 0) throw new RefusalError("review.workbook-none", phrases.none(nouns, part));
  const contents: [ReviewedCase, SheetContents][] = [];
  for (const one of cases) {
    const values = asWritten(await scoreValues(context, one.sheet));
    contents.push([one, { values, number: await keepGiven(context, { caseId: one.application.id, values }) }]);
  }
  return {
    name: phrases.fileName(named?.application.compoundName ?? part),
    bytes: await workbookOf(context, contents),
  };
}

async function namedCase(
  context: PersonContext,
  all: readonly ReviewedCase[],
  words: string,
): Promise<ReviewedCase | undefined> {
  const { id, compoundName, state, exclusion } = await ownApplication(context, { words, verbatim: words, values: {} });
  if (state === "excluded")
    throw new RefusalError("review.excluded", reviewPhrases.excluded(compoundName, exclusion ?? ""));
  return all.find(({ application }) => application.id === id);
}

/** The sheets as a file. */
export async function workbookOf(
  context: Context,
  contents: readonly (readonly [ReviewedCase, SheetContents])[],
): Promise<Buffer> {
  const sheets = [];
  for (const [of, one] of contents) sheets.push(await reviewSheet(context, of, one));
  return writeWorkbook({ author: context.campaign.definition.campaign.city.bureau, at: context.now, sheets });
}
