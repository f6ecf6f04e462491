import { cellText } from "../../../platform/conversation/answers/read-cells.ts";
import type { SheetContent } from "../../../platform/documents/read-workbook.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { asWritten, givenSheets } from "../../preliminary-review/workbook/given.ts";
import { reviewWorkbookPhrases } from "../../preliminary-review/workbook/phrases.ts";
import type { ReadSheet } from "../../preliminary-review/workbook/read.ts";
import type { ComparedSheet, ScorerContext } from "../../preliminary-review/workbook/received.ts";
import { comparedRows } from "../../preliminary-review/workbook/rules.ts";
import { cityEntries } from "../../scoring/city-entries.ts";
import { isFinalized, pointRulesIn } from "../../scoring/points.ts";
import { emptySheet } from "../../scoring/score-sheet.ts";
import { scoreValues } from "../../scoring/score-values.ts";
import { sheetOf } from "../../scoring/store.ts";
import { citySheet, memberCase } from "../member-sheet.ts";
import { sitesOf } from "../which-site.ts";
import { memberWorkbookPhrases as phrases } from "./phrases.ts";

const TITLE = /^核验表\s*[:：]\s*(?<name>.*)[（(](?<member>[^（()）]*)[)）]$/u;

/** Whose 核验表 a sheet is; undefined for other sheets. */
export function memberOfSheet({ rows }: Pick<SheetContent, "rows">): string | undefined {
  const titles = rows.slice(0, 5).flatMap((cells) => cells.map((cell) => cellText(cell).normalize("NFKC").trim()));
  return titles.flatMap((title) => TITLE.exec(title)?.groups?.member ?? [])[0];
}

/** Sheets of a 核验表 beside the person's points as they are; why they cannot be taken as a whole. */
export async function comparedMember(
  context: ScorerContext,
  read: readonly ReadSheet[],
): Promise<{ refused: readonly string[]; sheets: readonly ComparedSheet[] }> {
  const { person, campaign } = context;
  const sites = await sitesOf(context, person.staffId);
  const refused: string[] = [];
  const sheets: ComparedSheet[] = [];
  const { problems } = reviewWorkbookPhrases;
  for (const one of read) {
    const given = one.number === undefined ? undefined : await givenSheets.withNumber(context, one.number);
    const application = sites.find(({ id }) => id === given?.caseId);
    if (one.number === undefined) refused.push(problems.noNumber(one.sheet));
    else if (!given) refused.push(problems.unknownNumber(one.sheet));
    else if (!application) refused.push(await whyNot(context, one.sheet, given.caseId));
    else if (one.lacking.length > 0) refused.push(problems.noColumn(one.lacking));
    else {
      const owner = citySheet({ caseId: application.id, memberId: person.staffId });
      const sheet = (await sheetOf(context.tx, owner)) ?? emptySheet(owner);
      const now = asWritten(await scoreValues(context, sheet));
      const entries = {
        ...{ definition: campaign.definition, scores: sheet.scores },
        rules: pointRulesIn(campaign.definition, context.rulings),
        city: await cityEntries(context, sheet),
      };
      const compared = comparedRows(entries, one, { given: given.values, now });
      if (isFinalized(sheet) && compared.rows.some(({ keys }) => keys.length > 0))
        refused.push(phrases.final(application.compoundName));
      sheets.push({ application, sheet, read: one, number: one.number, now, ...compared });
    }
  }
  const names = sheets.map(({ application }) => application.compoundName);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  const defects = sheets.flatMap(({ application, defects: wrong }) =>
    wrong.map(({ sentence }) => reviewWorkbookPhrases.problem(application.compoundName, sentence)),
  );
  return { refused: [...refused, ...twice.map(problems.twiceSheet), ...defects], sheets };
}

/** Why a sheet of a site is not taken that the person does not verify, or not any more. */
async function whyNot(context: ScorerContext, sheet: string, caseId: string): Promise<string> {
  const memberId = context.person.staffId;
  const once = await sitesOf(context, memberId, { ever: true });
  const unknown = phrases.notYours(sheet, nounsOf(context.campaign.definition));
  if (once.every(({ id }) => id !== caseId)) return unknown;
  try {
    await memberCase(context, { caseId, memberId });
    return unknown;
  } catch (error) {
    if (error instanceof RefusalError) return error.message;
    throw error;
  }
}

export const sitesWords = ({ campaign: { definition } }: ScorerContext, count: number): string =>
  nounsOf(definition).cases(count);
