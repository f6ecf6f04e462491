import type { KnownAnswer } from "../../platform/conversation/form-state.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { fieldsFor } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import { applicationForm } from "./form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { isSameName, LASTING } from "./rules.ts";

/**
 * What an earlier campaign of this database has of a compound of the district, newest first: facts that seldom change, by
 * key of the form. Names and numbers of persons are never among them. Of campaigns that go on nothing is read.
 */
export async function knownFromBefore(
  context: PersonContext,
  { district, name }: { district: string; name: string },
): Promise<Readonly<Record<string, KnownAnswer>> | undefined> {
  const { tx, campaign, personal } = context;
  const ended = await tx.campaign.findMany({
    where: { id: { not: campaign.id }, closedAt: { not: null }, year: { lt: campaign.definition.campaign.year.value } },
    select: { id: true, year: true },
    orderBy: [{ year: "desc" }, { id: "asc" }],
  });
  if (ended.length === 0) return undefined;
  const before = await tx.application.findMany({
    where: { campaignId: { in: ended.map(({ id }) => id) }, district, state: { not: "withdrawn" } },
    select: { campaignId: true, compoundName: true, answers: true },
  });
  const form = applicationForm(context);
  const lasting = LASTING.flatMap((purpose) => fieldsFor(form, purpose)).filter((field) => !field.personal);
  for (const { id, year } of ended) {
    const found = before.find((one) => one.campaignId === id && isSameName(one.compoundName, name));
    if (!found) continue;
    const answers: Readonly<Record<string, unknown>> =
      typeof found.answers === "object" && found.answers !== null ? { ...found.answers } : {};
    const texts = await personal.read(Object.values(answers).filter(isPersonalRef));
    const known = lasting.flatMap(({ key, options }) => {
      const answer = answers[key];
      const text = isPersonalRef(answer) ? texts.get(answer.personal) : answer;
      if (typeof text !== "string") return [];
      const shown = options.length === 0 ? text : options.find(({ value }) => value === text)?.text;
      return shown === undefined ? [] : [[key, { text: shown, from: phrases.appliedIn(year) }] as const];
    });
    return Object.fromEntries(known);
  }
  return undefined;
}
