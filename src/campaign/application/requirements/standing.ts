import { dayOf } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { decided, fieldFor } from "../../definition/purposes.ts";
import type { ReferencePurpose } from "../../definition/schema/purposes.ts";
import type { RulingValue } from "../../definition/schema/rulings.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Place, ReferenceList } from "../../reference-list/reference-list.ts";
import { type ReferenceRule, rulesOf, shareRule } from "../../reference-list/rule.ts";
import { placeOf, rowOf } from "../../reference-list/rules.ts";
import { listsInForce } from "../../reference-list/store.ts";
import type { Application } from "../application.ts";
import { formOf } from "../offered.ts";
import { applicationById } from "../store.ts";
import { clauseFindings } from "./extension-points.ts";
import { withOwnersBodies } from "./owners-bodies.ts";
import {
  type ClauseFinding,
  type ClauseRow,
  hasRequirements,
  type RequirementAnswers,
  type RequirementSheet,
  type RowFigure,
} from "./requirements.ts";
import { type CaseFacts, clauseRows, gateOf, type RequirementGate, rowFigures } from "./rules.ts";
import { requirementSheets } from "./store.ts";

/** How 附件1 stands for one case: judged anew from what is known now, never stored. */
export interface CaseStanding {
  rows: readonly ClauseRow[];
  figures: readonly RowFigure[];
  gate: RequirementGate;
  sheet: RequirementSheet | undefined;
}

/** Every clause of 附件1 as it stands for the case; empty if the campaign has none, or there is no such case. */
export async function clauseStanding(context: Context, caseId: string): Promise<readonly ClauseRow[]> {
  const application = await applicationById(context.tx, caseId);
  if (!application) return [];
  return (await standingsOf(context, [application])).get(caseId)?.rows ?? [];
}

/** Which findings of others count: `none`: as the district answered; `all`: for the city, also those not decided yet. */
type Findings = "none" | "decided" | "all";

/** {@link clauseStanding} with what follows from it, for several cases. Without requirements no case has an entry. */
export async function standingsOf(
  context: Context,
  applications: readonly Application[],
  { findings = "decided" }: { findings?: Findings } = {},
): Promise<ReadonlyMap<string, CaseStanding>> {
  const { tx, campaign } = context;
  if (!hasRequirements(campaign.definition) || applications.length === 0) return new Map();
  const ids = applications.map(({ id }) => id);
  const [sheets, lists, firsts, found] = await Promise.all([
    requirementSheets(tx, ids),
    listsInForce(tx, campaign.id),
    firstDays(context, applications),
    findingsOf(context, ids, findings),
  ]);
  const refs = [...sheets.values()].flatMap(({ reasons }) => Object.values(reasons));
  const reasons = refs.length === 0 ? new Map<string, string>() : await context.personal.read(refs);
  return new Map(
    applications.map((application) => {
      const sheet = sheets.get(application.id);
      const standing = standingUnder(context, application, {
        lists,
        answers: sheet,
        firstOn: firsts.get(application.id) ?? dayOf(context.now),
        findings: found.get(application.id) ?? [],
      });
      return [application.id, { ...standing, rows: withReasons(standing.rows, sheet, reasons), sheet }];
    }),
  );
}

/** Why a clause does not apply, as the district wrote it. */
const withReasons = (
  rows: readonly ClauseRow[],
  sheet: RequirementSheet | undefined,
  texts: ReadonlyMap<string, string>,
): readonly ClauseRow[] =>
  rows.map((row) => {
    const reason = row.standing === "notApplicable" ? texts.get(sheet?.reasons[row.id]?.personal ?? "") : undefined;
    return reason === undefined || row.ground !== undefined ? row : { ...row, ground: reason };
  });

async function findingsOf(
  context: Context,
  caseIds: readonly string[],
  which: Findings,
): Promise<ReadonlyMap<string, readonly ClauseFinding[]>> {
  if (which === "none") return new Map();
  const given = await context.contributions(clauseFindings, { caseIds, pending: which === "all" });
  return new Map(caseIds.map((id) => [id, given.flatMap((one) => one.get(id) ?? [])]));
}

interface Known extends Pick<CaseFacts, "findings"> {
  lists: ReadonlyMap<ReferencePurpose, ReferenceList>;
  answers: RequirementAnswers | undefined;
  firstOn: CaseFacts["firstOn"];
}

function standingUnder(
  context: Context,
  application: Application,
  { lists, answers, firstOn, findings }: Known,
): Omit<CaseStanding, "sheet"> {
  const { definition } = context.campaign;
  const facts: CaseFacts = {
    answers,
    firstOn,
    findings,
    form: choicesOf(definition, application),
    yearsBefore: {
      penaltyWindow: years(decided(definition, "penaltyWindow", context.rulings)),
      serviceWindow: years(decided(definition, "serviceWindow", context.rulings)),
    },
    amounts: definition.datePhrases.amounts,
    places: placesOf(context, application, lists),
  };
  const ruled = withOwnersBodies(definition, context.rulings);
  const rows = clauseRows(ruled, facts);
  const { excludes } = decided(definition, "excludingRequirements", context.rulings);
  return {
    rows,
    figures: rowFigures(ruled, facts),
    gate: gateOf(rows, Array.isArray(excludes) ? excludes : []),
  };
}

/** The standing with other answers than are stored: to look at before they are. */
export async function standingWith(
  context: Context,
  application: Application,
  answers: RequirementAnswers,
): Promise<Omit<CaseStanding, "sheet">> {
  const [firsts, lists, found] = await Promise.all([
    firstDays(context, [application]),
    listsInForce(context.tx, context.campaign.id),
    findingsOf(context, [application.id], "decided"),
  ]);
  return standingUnder(context, application, {
    ...{ lists, answers },
    firstOn: firsts.get(application.id) ?? dayOf(context.now),
    findings: found.get(application.id) ?? [],
  });
}

const years = ({ yearsBefore }: RulingValue): number | undefined =>
  typeof yearsBefore === "number" ? yearsBefore : undefined;

/** Day of the first submission of each: later ones do not move a window. */
async function firstDays({ tx }: Context, applications: readonly Application[]) {
  const rows = await tx.applicationRevision.findMany({
    where: { caseId: { in: applications.map(({ id }) => id) }, revision: 1 },
    select: { caseId: true, submittedAt: true },
  });
  return new Map(rows.map(({ caseId, submittedAt }) => [caseId, dayOf(submittedAt)]));
}

function choicesOf(definition: Definition, { answers }: Application): CaseFacts["form"] {
  const fields = definition.requirements.figures.flatMap((one) => (one.kind === "form" ? [one.field] : []));
  return Object.fromEntries(
    fields.map((field) => {
      const answer = answers[field];
      return [field, typeof answer === "string" ? answer : undefined];
    }),
  );
}

/** Only lists that the city has supplied have an entry. */
function placesOf(context: Context, application: Application, lists: Known["lists"]): Map<ReferencePurpose, Place> {
  return new Map(
    rulesOf(context.campaign.definition).flatMap((rule) => {
      const list = lists.get(rule.purpose);
      return list ? [[rule.purpose, placeIn(context, application, { rule, list })] as const] : [];
    }),
  );
}

interface OfList {
  rule: ReferenceRule;
  list: ReferenceList;
}

const rowIn = ({ campaign: { definition } }: Context, application: Application, { rule, list }: OfList) =>
  rowOf(list.rows, {
    name: nameIn(definition, application, rule),
    ...(rule.subject === "case" ? { district: application.district } : {}),
    noun: nounsOf(definition).case,
  });

/** The figures of cases in one list of the city, by application id; of cases without one there is no entry. */
export async function figuresOfCases(
  context: Context,
  applications: readonly Application[],
  purpose: ReferencePurpose,
): Promise<ReadonlyMap<string, number>> {
  const rule = rulesOf(context.campaign.definition).find((one) => one.purpose === purpose);
  const list = rule && (await listsInForce(context.tx, context.campaign.id)).get(purpose);
  if (!rule || !list) return new Map();
  return new Map(
    applications.flatMap((application) => {
      const figure = rowIn(context, application, { rule, list })?.figure;
      return figure === undefined ? [] : [[application.id, figure] as const];
    }),
  );
}

function placeIn(context: Context, application: Application, { rule, list }: OfList): Place {
  const { campaign, rulings } = context;
  const row = rowIn(context, application, { rule, list });
  return row ? placeOf(row, list.rows, shareRule(campaign.definition, rule, rulings)) : "unknown";
}

/** Where cases stand in one list, by application id; none while it is not supplied. */
export async function placesOfCases(
  context: Context,
  applications: readonly Application[],
  rule: ReferenceRule,
): Promise<ReadonlyMap<string, Place>> {
  const list = (await listsInForce(context.tx, context.campaign.id)).get(rule.purpose);
  if (!list) return new Map();
  return new Map(applications.map((application) => [application.id, placeIn(context, application, { rule, list })]));
}

function nameIn(definition: Definition, { compoundName, answers }: Application, { subject }: ReferenceRule): string {
  if (subject === "case") return compoundName;
  const form = formOf(definition);
  const answer = answers[(form && fieldFor(form, "enterprise")?.key) ?? ""];
  return typeof answer === "string" ? answer : "";
}
