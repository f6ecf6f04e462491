import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { applicationForm } from "../form.ts";
import { formOf } from "../offered.ts";
import { revisionsOfAll } from "../revision.ts";
import { applicationsOf } from "../store.ts";
import { type OfficeStanding, type OpinionFacts, standingsOf } from "./rules.ts";
import { opinionsOn, slipsOf } from "./store.ts";

/** Whether the campaign's form has boxes for opinions. */
export const collectsOpinions = (definition: Context["campaign"]["definition"]): boolean =>
  (formOf(definition)?.opinions ?? []).length > 0;

/** What the opinions on the cases are judged by, by case. */
export async function opinionFacts(
  context: Pick<Context, "tx" | "campaign" | "rulings">,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, OpinionFacts>> {
  const { tx } = context;
  const ids = applications.map(({ id }) => id);
  const [opinions, slips, revisions] = await Promise.all([
    opinionsOn(tx, ids),
    slipsOf(tx, ids),
    revisionsOfAll(tx, ids),
  ]);
  const form = applicationForm(context);
  return new Map(
    applications.map((application) => [
      application.id,
      {
        ...{ form, application, revisions: revisions.get(application.id) ?? [] },
        ...{ slips: slips.get(application.id) ?? new Set(), opinions: opinions.get(application.id) ?? [] },
      },
    ]),
  );
}

/** Where each office stands, by case; empty in a campaign without opinions. */
export async function opinionStandings(
  context: Pick<Context, "tx" | "campaign" | "rulings">,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, OfficeStanding[]>> {
  if (!collectsOpinions(context.campaign.definition)) return new Map();
  const facts = await opinionFacts(context, applications);
  return new Map([...facts].map(([id, one]) => [id, standingsOf(one)]));
}

/** Of these cases those with opinions that wait to be confirmed. */
export async function casesToConfirm(
  context: Pick<Context, "tx" | "campaign" | "rulings">,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const cases = (await applicationsOf(context.tx, context.campaign.id)).filter(({ id }) => ids.includes(id));
  const standings = await opinionStandings(context, cases);
  return new Set(ids.filter((id) => standings.get(id)?.some(({ state }) => state === "toConfirm")));
}
