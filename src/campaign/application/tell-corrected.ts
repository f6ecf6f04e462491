import { textView } from "../../platform/chat/view.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { consequenceOf } from "./consequences.ts";
import { stepOf } from "./extension-points.ts";
import { namedForm } from "./form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { answerHash } from "./revision.ts";
import { peopleTold, tell } from "./tell.ts";

/**
 * Tells the city that a case on a list was corrected, naming the fields. From 报批 on the selection's own cards say what
 * has changed of what was proposed, to organizer and approver alike.
 */
export async function tellCorrected(context: PersonContext, before: Application, after: Application): Promise<void> {
  const step = await stepOf(context, after.id);
  if (step !== "recommended") return;
  const changed = namedForm(context, after).fields.filter(
    ({ key }) => answerHash(before.answers, key) !== answerHash(after.answers, key),
  );
  const to = peopleTold(context, consequenceOf("corrected", step), after.district);
  const district = districtName(context.campaign.definition, after.district);
  const labels = changed.map(({ label }) => label);
  const title = phrases.correctedTitle(district, after.compoundName);
  await tell(context, to, textView(title, phrases.corrected(context.person.name, labels), { tone: "near" }));
}
