import { extend } from "../../engine/feature.ts";
import { referenceListTold } from "../../reference-list/events.ts";
import { rulesOf } from "../../reference-list/rule.ts";
import type { Application } from "../application.ts";
import { hasApplications } from "../offered.ts";
import { applicationsOf } from "../store.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { placesOfCases } from "./standing.ts";

/** What a list of the city says of the cases there are: how many are within, and of which it says nothing. */
export const listTold = extend(referenceListTold, async (context, { purpose }) => {
  const { tx, campaign } = context;
  const rule = rulesOf(campaign.definition).find((one) => one.purpose === purpose);
  if (!rule || !hasApplications(campaign.definition)) return undefined;
  const applications: Application[] = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  if (applications.length === 0) return undefined;
  const places = await placesOfCases(context, applications, rule);
  const named = (wanted: string) => applications.filter(({ id }) => places.get(id) === wanted);
  const unknown = named("unknown").map(({ compoundName }) => compoundName);
  return [
    phrases.toldLead(applications.length, named("within").length),
    ...(unknown.length > 0 ? [phrases.toldUnknown(unknown)] : []),
  ];
});
