import type { View } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { membersWith } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { consequenceOf } from "../consequences.ts";
import { declaredTexts } from "../declared.ts";
import { stepOf, stepsOf } from "../extension-points.ts";
import { peopleTold, tell } from "../tell.ts";
import { exclusionPhrases as phrases } from "./phrases.ts";

/** Tells everybody whom an exclusion concerns, one message a person. The approver gets the card that can lift it. */
export async function tellExcluded(context: Context, excluded: readonly Application[]): Promise<void> {
  const { definition } = context.campaign;
  const steps = await stepsOf(
    context,
    excluded.map(({ id }) => id),
  );
  const lines = new Map<StaffId, string[]>();
  for (const { id, district, compoundName, exclusion } of excluded) {
    const line = phrases.excludedItem(districtName(definition, district), compoundName, exclusion ?? "");
    const consequence = consequenceOf("excluded", steps.get(id) ?? "submitted");
    for (const person of peopleTold(context, consequence, district)) {
      lines.set(person, [...(lines.get(person) ?? []), line]);
    }
  }
  for (const [person, items] of lines) await tell(context, [person], excludedView(context.campaign.definition, items));
}

const excludedView = (definition: Definition, items: readonly string[]): View => ({
  title: phrases.excludedTitle(),
  tone: "overdue",
  body: [
    { kind: "list", items },
    { kind: "text", text: phrases.onlyApprover(nounsOf(definition)) },
  ],
  actions: [],
});

/** A declaration changed after 不得参与: it stands, and the city is told of the change at once. */
export async function tellDeclarationChanged(
  context: Context,
  before: Pick<Application, "answers">,
  after: Application,
): Promise<void> {
  const { district, compoundName, id } = after;
  const { told } = consequenceOf("excluded", await stepOf(context, id));
  const to = peopleTold(context, { told: told.filter((role) => role !== "districtOfficer") }, district);
  const [from, now] = [await words(context, before), await words(context, after)];
  const name = districtName(context.campaign.definition, district);
  await tell(context, to, phrases.declarationChanged(name, compoundName, { from, to: now }));
}

const words = async (context: Context, application: Pick<Application, "answers">): Promise<string> =>
  [...((await declaredTexts(context, application))?.values() ?? [])].join("；");

/** A case of the same name is excluded in the district: the city learns of the new application at once. */
export async function tellAppliedAgain(context: Context, application: Application): Promise<void> {
  const name = districtName(context.campaign.definition, application.district);
  const to = membersWith(context.people, "organizer").map(({ staffId }) => staffId);
  await tell(context, to, phrases.appliedAgain(name, application.compoundName));
}
