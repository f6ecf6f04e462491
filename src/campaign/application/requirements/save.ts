import { isDeepStrictEqual } from "node:util";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import { type CasePart, closedBecause } from "../../engine/open-parts.ts";
import type { Application } from "../application.ts";
import { consequenceOf } from "../consequences.ts";
import { stepOf } from "../extension-points.ts";
import { requireChangeable } from "../submit.ts";
import { peopleTold, tell } from "../tell.ts";
import { echoOf } from "./echo.ts";
import { requirementsAnswered } from "./events.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import type { Given } from "./read-entries.ts";
import { clausesOf, type RequirementAnswers, type RequirementSheet, type Standing } from "./requirements.ts";
import { standingWith } from "./standing.ts";
import { requirementSheetTable } from "./store.ts";

const { problems: said } = phrases;

/** `problems`: nothing was saved. */
export type Saved = { kind: "saved" | "unchanged" } | { kind: "refused"; problems: readonly string[] };

/**
 * Stores what was given of 附件1, all or nothing. What contradicts a figure that is known is not stored.
 * @throws {RefusalError} if the application can no longer be changed
 */
export async function saveRequirements(
  context: PersonContext,
  { application, sheet }: { application: Application; sheet: RequirementSheet | undefined },
  given: Given,
): Promise<Saved> {
  if (given.problems.length > 0) return { kind: "refused", problems: given.problems };
  await requireChangeable(context, application);
  const answers = merged(context, sheet, given);
  const contrary = await contraryTo(context, application, { given, answers });
  if (contrary.length > 0) return { kind: "refused", problems: contrary.map(({ problem }) => problem) };
  if (sheet && !changesSheet(context, sheet, given)) return { kind: "unchanged" };
  const closed = await closedBecause(context, application.id, changedParts(context, { sheet, answers, given }));
  if (closed !== undefined) return { kind: "refused", problems: [closed] };
  await store(context, { application, sheet }, { given, answers });
  context.emit(requirementsAnswered, { id: application.id, district: application.district });
  await tellChanged(context, application, sheet ? answers : undefined);
  return { kind: "saved" };
}

/** Whether anything of what was given is not on the sheet already. */
export function changesSheet(context: PersonContext, sheet: RequirementSheet, given: Given): boolean {
  const { clauses, figures } = merged(context, sheet, given);
  const isSame = isDeepStrictEqual(clauses, sheet.clauses) && isDeepStrictEqual(figures, sheet.figures);
  return !isSame || Object.keys(given.reasons).length > 0;
}

interface Changing {
  sheet: RequirementSheet | undefined;
  answers: RequirementAnswers;
  given: Given;
}

/** The clauses that would be answered otherwise, also by the figures that settle them. */
function changedParts({ campaign }: PersonContext, { sheet, answers, given }: Changing): CasePart[] {
  const isOther = (key: "clauses" | "figures", id: string): boolean =>
    !isDeepStrictEqual(answers[key][id], sheet?.[key][id]);
  const clauses = [...new Set([...Object.keys(answers.clauses), ...Object.keys(sheet?.clauses ?? {})])];
  const ids = [...clauses.filter((id) => isOther("clauses", id)), ...Object.keys(given.reasons)];
  const byFigures = campaign.definition.requirements.figures
    .filter(({ id }) => isOther("figures", id))
    .flatMap((figure) => figure.clauses);
  return [...new Set([...ids, ...byFigures])].map((id) => `clause:${id}` as const);
}

/** The clauses named, the rest where it was said, and the figures, over what was given before. */
function merged(
  { campaign: { definition } }: PersonContext,
  sheet: RequirementSheet | undefined,
  { rest, clauses, figures }: Given,
): RequirementAnswers {
  const { referenceLists } = definition.requirements;
  const byList = new Set(referenceLists.flatMap((list) => list.clauses));
  const ids = clausesOf(definition)
    .map(({ id }) => id)
    .filter((id) => !byList.has(id));
  const others: Readonly<Record<string, Standing>> = rest
    ? Object.fromEntries(ids.map((id) => [id, sheet?.clauses[id] === "notApplicable" ? "notApplicable" : "met"]))
    : (sheet?.clauses ?? {});
  return { clauses: { ...others, ...clauses }, figures: { ...sheet?.figures, ...figures } };
}

interface Contrary {
  id: string;
  problem: string;
}

/** The clauses of what was given that cannot be recorded, whatever becomes of the rest. */
export const contraryClauses = (
  context: PersonContext,
  { application, sheet }: { application: Application; sheet: RequirementSheet | undefined },
  given: Given,
): Promise<Contrary[]> => contraryTo(context, application, { given, answers: merged(context, sheet, given) });

/** Clauses named otherwise than a figure, the form or a list of the city says. */
async function contraryTo(
  context: PersonContext,
  application: Application,
  { given, answers }: { given: Given; answers: RequirementAnswers },
): Promise<Contrary[]> {
  const as = (id: string, problem: string): Contrary[] => [{ id, problem }];
  const { rows } = await standingWith(context, application, answers);
  return Object.entries(given.clauses).flatMap(([id, answer]) => {
    const row = rows.find((one) => one.id === id);
    if (!row || answer === "notApplicable" || row.source === "declared" || row.source === "none") return [];
    if (row.source === "found") return row.standing === answer ? [] : as(id, said.found(id, row.ground ?? ""));
    if (row.source === "awaited" || row.source === "list")
      return answer === "unclear" ? [] : as(id, said.byList(id, nounsOf(context.campaign.definition)));
    return row.standing === answer ? [] : as(id, said.contrary(id, phrases.standings[row.standing], row.ground ?? ""));
  });
}

async function store(
  context: PersonContext,
  { application, sheet }: { application: Application; sheet: RequirementSheet | undefined },
  { given, answers }: { given: Given; answers: RequirementAnswers },
): Promise<void> {
  const { tx, campaign, now, person } = context;
  const { id } = application;
  const reasons = Object.fromEntries(
    Object.entries(sheet?.reasons ?? {}).filter(([clause]) => answers.clauses[clause] === "notApplicable"),
  );
  for (const [clause, reason] of Object.entries(given.reasons)) reasons[clause] = await context.personal.store(reason);
  const data = {
    ...{ campaignId: campaign.id, version: (sheet?.version ?? 0) + 1, answeredBy: person.staffId, answeredAt: now },
    responsible: responsibleIn(context),
    ...{ clauses: { ...answers.clauses }, figures: JSON.parse(JSON.stringify(answers.figures)) },
    reasons: JSON.parse(JSON.stringify(reasons)),
  };
  const rows = [requirementSheetTable.row({ case_id: id })];
  await context.withJournal({ action: "requirements.answered", rows, caseId: id }, () =>
    tx.requirementSheet.upsert({ where: { caseId: id }, create: { caseId: id, ...data }, update: data }),
  );
}

/** Once a case is on a reported list, the city hears of a change as of any other correction. */
async function tellChanged(
  context: PersonContext,
  { id, district, compoundName }: Application,
  answers: RequirementAnswers | undefined,
): Promise<void> {
  if (!answers) return;
  const to = peopleTold(context, consequenceOf("corrected", await stepOf(context, id)), district);
  const { definition } = context.campaign;
  const title = phrases.changedTitle(districtName(definition, district), compoundName);
  const sentence = phrases.changed(context.person.name, echoOf(definition, answers));
  await tell(context, to, phrases.changedView(title, sentence));
}
