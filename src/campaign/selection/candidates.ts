import type { Application } from "../application/application.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { type CaseStanding, standingsOf } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import { casesInDoubt } from "../consultation/findings.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor, formFor } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { recommendingToCity } from "../directory/expected-districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { provedRows } from "../evidence/coverage.ts";
import { evidenceRows, takesEvidence } from "../evidence/rules.ts";
import { listsInForce } from "../recommendation/store.ts";
import { contradictionsIn } from "../scoring/beside-requirements.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { sheetsOf } from "../scoring/store.ts";
import { allAgainst } from "./against.ts";
import { meritOf } from "./merit.ts";
import type { Candidate } from "./selection.ts";
import { type Standing, standingsNow } from "./standing.ts";

/** Participating compounds on the confirmed lists addressed to the city. */
export async function candidatesOf(context: Context): Promise<Candidate[]> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  const lists = await listsInForce(tx, campaign.id);
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const standings = await standingsOf(context, taking, { findings: "all" });
  const doubted = await casesInDoubt(context);
  const order = await standingsNow(context);
  const against = await allAgainst(context);
  const proved = takesEvidence(definition)
    ? await provedRows(
        context,
        taking.map(({ id }) => id),
      )
    : undefined;
  return recommendingToCity(definition.campaign.districts)
    .flatMap(({ id }) => lists.get(id)?.items ?? [])
    .flatMap(({ applicationId }) => taking.find(({ id }) => id === applicationId) ?? [])
    .map((application, at) => {
      const { id: applicationId, district, compoundName: name, declaration } = application;
      const sheet = sheets.get(applicationId);
      const isScored = hasRubric(definition.rubric) && isFinalized(sheet);
      return {
        applicationId,
        number: at + 1,
        district,
        districtName: districtName(definition, district),
        name,
        total: isScored ? totalOf(definition.rubric, sheet) : undefined,
        declaration: declaration === "none" && doubted.has(applicationId) ? "unclear" : declaration,
        ...meritsOf(definition, order.get(applicationId)),
        ...(proved ? { unproved: unprovedOf(definition, proved.get(applicationId)) } : {}),
        ...requirementsOf(definition, standings.get(applicationId), sheet),
        ...barred(against.get(applicationId)),
        ...enterpriseOf(definition, application),
        ...categoryOf(definition, application),
      };
    });
}

const barred = (against: string | undefined): Pick<Candidate, "against"> => (against === undefined ? {} : { against });

const meritsOf = (definition: Definition, standing: Standing | undefined): Pick<Candidate, "merit" | "rows"> => {
  const merit = meritOf(definition, standing?.rows, standing);
  return merit && standing ? { merit, rows: standing.rows } : {};
};

const unprovedOf = ({ rubric }: Definition, proved: ReadonlySet<string> | undefined): string[] =>
  evidenceRows(rubric).flatMap(({ id }) => (proved?.has(id) ? [] : [id]));

/** What is to be known of 附件1; empty where there is nothing to say. */
function requirementsOf(
  definition: Definition,
  standing: CaseStanding | undefined,
  sheet: ScoreSheet | undefined,
): Pick<Candidate, "gate" | "contradictions"> {
  if (!standing) return {};
  const { gate } = standing;
  const isOpen = gate.excluding.length + gate.unmet.length + gate.unclear.length > 0;
  const found = sheet ? contradictionsIn(definition, standing, sheet) : [];
  return {
    ...(isOpen ? { gate } : {}),
    ...(found.length > 0 ? { contradictions: requirementPhrases.contradictions(found, nounsOf(definition)) } : {}),
  };
}

/** Enterprise of the application; empty without one. */
function enterpriseOf(
  definition: Definition,
  { answers }: Pick<Application, "answers">,
): Pick<Candidate, "enterprise"> {
  const form = formFor(definition, "application");
  const answer = answers[(form && fieldFor(form, "enterprise")?.key) ?? ""];
  return typeof answer === "string" && answer !== "" ? { enterprise: answer } : {};
}

/** Category of the application; empty in campaigns without categories. */
function categoryOf(
  definition: Definition,
  { answers }: Pick<Application, "answers">,
): Pick<Candidate, "category" | "categoryName"> {
  const form = formFor(definition, "application");
  const answer = answers[(form && fieldFor(form, "category")?.key) ?? ""];
  const category = definition.campaign.categories.find(({ id }) => id === answer);
  return category ? { category: category.id, categoryName: category.name } : {};
}
