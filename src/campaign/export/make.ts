import { RefusalError } from "../../shared/refusal-error.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { audienceOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import { type DistrictScope, districtScope, isWithin, reachesSite } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { reviewWorkbook } from "../preliminary-review/workbook/make.ts";
import { isPublished } from "../ranking/extension-points.ts";
import { isKeptFrom, mayReachGroup } from "../ranking/held-back.ts";
import { rankingPhrases } from "../ranking/phrases.ts";
import { scoredCompounds } from "../ranking/summary.ts";
import { rankingWorkbook } from "../ranking/workbook.ts";
import { listSheetWorkbook } from "../recommendation/workbook/make.ts";
import { clauseExport } from "./clause-export.ts";
import { type ExportKind, IN_WORD, scoreSheetWord } from "./export-kinds.ts";
import { formExport } from "./form-export.ts";
import { formWorkbook } from "./form-workbook.ts";
import { letterDocument } from "./letter.ts";
import { listDocument } from "./list-document.ts";
import { type ExportedFile, listWorkbook } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { progressOf } from "./progress.ts";
import { progressWorkbook } from "./progress-workbook.ts";
import { rulingWorkbook } from "./ruling-workbook.ts";
import { scoreSheetExport } from "./score-sheet-export.ts";

/** The requested export. An empty `districts` means all districts in the person's scope. */
export interface Wanted {
  what: ExportKind;
  districts: readonly string[];
  /** What else was typed: a case's name, 空白, Word. */
  rest: string;
}

/**
 * Makes the file, records the export in the journal and sends the file. It goes to the current chat if everyone
 * there may read it, else to the person directly.
 *
 * @returns the file name, and whether the file went to the current chat
 * @throws {RefusalError} if the person may not export it, or there is no data
 */
export async function exportFile(context: PersonContext, wanted: Wanted): Promise<{ name: string; here: boolean }> {
  if (wanted.what === "rulings" && !seesAll(context)) {
    throw new RefusalError("export.rulings-not-yours", phrases.rulingsNotYours(nounsOf(context.campaign.definition)));
  }
  const districts = districtsWithin(context, wanted);
  const { name, bytes } = await fileOf(context, { ...wanted, districts }, wanted.districts);
  const here = await mayStandHere(context, wanted.what);
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "export.made", reason: `${name} ${hash}` }, () =>
    context.outbox.sendFile(here ? context.chat : context.person.staffId, { name, hash }),
  );
  return { name, here };
}

/** Whether the person may export everything. */
export const seesAll = ({ campaign, person }: PersonContext): boolean =>
  districtScope(campaign.definition, person, "export.make") === "all";

/** @throws {RefusalError} if the person's scope is empty, or a named district is outside it */
function districtsWithin(context: PersonContext, { what, districts }: Wanted): readonly string[] {
  const { definition } = context.campaign;
  const content = districtScope(definition, context.person, contentOf(definition, what));
  const scope = narrower(districtScope(definition, context.person, "export.make"), content);
  if (scope !== "all" && scope.length === 0 && isOfSites(context, what)) return districts;
  if (scope !== "all" && scope.length === 0)
    throw new RefusalError("export.nothing-assigned", phrases.nothingAssigned(nounsOf(definition)));
  const all = definition.campaign.districts;
  const foreign = all.find(({ id }) => districts.includes(id) && !isWithin(scope, id));
  if (foreign) throw new RefusalError("export.not-own", phrases.notYours(foreign.name, nounsOf(definition)));
  return all
    .map(({ id }) => id)
    .filter((id) => isWithin(scope, id) && (districts.length === 0 || districts.includes(id)));
}

/** Papers of single cases: who verifies cases makes them of the assigned ones. */
export const isOfSites = ({ campaign: { definition }, person }: PersonContext, what: ExportKind): boolean =>
  (what === "form" || what === "scoreSheet") &&
  (person.sites ?? []).some((caseId) => reachesSite(definition, person, { capability: "export.make", caseId }));

const CONTENT: Partial<Record<ExportKind, { capability: Capability }>> = {
  rulings: { capability: "ruling.see" },
  form: { capability: "application.see" },
  formSheet: { capability: "application.see" },
  clauseSheet: { capability: "application.see" },
  reviewSheet: { capability: "preliminaryReview.see" },
  scoreSheet: { capability: "preliminaryReview.see" },
  progress: { capability: "progress.see" },
};

/** What an export shows: whoever makes it must be allowed to see that, too. Without points a list shows applications. */
export const contentOf = (definition: Definition, what: ExportKind): Capability =>
  CONTENT[what]?.capability ?? (hasRubric(definition.rubric) ? "ranking.see" : "application.see");

function narrower(one: DistrictScope, other: DistrictScope): DistrictScope {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((district) => other.includes(district));
}

async function fileOf(
  context: PersonContext,
  { what, districts, rest }: Wanted,
  named: readonly string[],
): Promise<ExportedFile> {
  const isWhole = districts.length === context.campaign.definition.campaign.districts.length;
  switch (what) {
    case "list":
      return IN_WORD.test(rest) ? listDocument(context, districts) : listWorkbook(context, districts);
    case "form":
      return formExport(context, { rest, districts: named });
    case "formSheet":
      return formWorkbook(context);
    case "clauseSheet":
      return clauseExport(context, rest);
    case "reviewSheet":
      return reviewWorkbook(context, {
        districts: named,
        name: caseNamed(context, rest, named),
        paper: scoreSheetWord(context.campaign.definition) ?? "",
      });
    case "listSheet":
      return listSheetWorkbook(context, named);
    case "scoreSheet":
      return scoreSheetExport(context, { rest: rest.replaceAll(PAPER, "").trim(), districts: named });
    case "letter":
      return letterDocument(context, oneOf(context, districts));
    case "ranking": {
      if (isWhole && (await isKeptFrom(context, context.person)))
        throw new RefusalError(
          "export.ranking-held-back",
          rankingPhrases.heldBack(nounsOf(context.campaign.definition)),
        );
      const compounds = (await scoredCompounds(context)).filter(({ district }) => districts.includes(district));
      if (compounds.length === 0) throw new RefusalError("export.no-points", phrases.noPoints());
      return rankingWorkbook(context, compounds, isWhole ? undefined : districts);
    }
    case "rulings":
      return rulingWorkbook(context);
    case "progress": {
      const progress = await progressOf(context);
      return progressWorkbook(
        context,
        progress.filter(({ district }) => districts.includes(district)),
        isWhole,
      );
    }
  }
}

/** @throws {RefusalError} unless it is exactly one */
function oneOf({ campaign: { definition } }: PersonContext, [district, ...more]: readonly string[]): string {
  if (district !== undefined && more.length === 0) return district;
  const example = districtName(definition, district ?? "");
  throw new RefusalError("export.which-district", phrases.letterWhich(nounsOf(definition), example));
}

const PAPER = /word|docx|打印/giu;
const FORMAT = /表格|excel|xlsx/giu;

/** What is left of the words without districts and the kind of file. */
const caseNamed = ({ campaign: { definition } }: PersonContext, rest: string, districts: readonly string[]): string =>
  districts
    .reduce((words, id) => words.replace(districtName(definition, id), ""), rest)
    .replaceAll(FORMAT, "")
    .trim();

/**
 * Organizers only: every file in the city's group, those with points once all points are final, for who scores sits
 * there; in the campaign group, list and ranking after publication. Forms hold names and numbers, score sheets reasons in
 * words: they stand in no group.
 */
async function mayStandHere(context: PersonContext, what: ExportKind): Promise<boolean> {
  if (context.place === "direct") return true;
  if (what === "form" || what === "scoreSheet" || what === "reviewSheet" || what === "listSheet") return false;
  const audience = await audienceOf(context.tx, context.campaign.id, context.chat);
  const organizes = seesAll(context);
  const hasPoints = what === "list" || what === "ranking";
  if (audience === "city") return organizes && (!hasPoints || (await mayReachGroup(context)));
  return audience === "campaign" && organizes && hasPoints && isPublished(context);
}
