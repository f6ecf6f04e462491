import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { countOf, type OfficeState } from "./rules.ts";
import { opinionStandings } from "./standing.ts";
import { paperName } from "./views.ts";

/** How far the opinions of a case have come, in one sentence; undefined in a campaign without opinions. */
export async function opinionLine(context: Context, application: Application): Promise<string | undefined> {
  const standings = (await opinionStandings(context, [application])).get(application.id);
  if (!standings) return undefined;
  const named = (wanted: OfficeState) =>
    standings.filter(({ state }) => state === wanted).map(({ office }) => office.name);
  return phrases.caseLine(paperName(context.campaign.definition), {
    ...countOf(standings),
    missing: named("missing"),
    toConfirm: named("toConfirm"),
  });
}
