import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Authority } from "../../authority/authority.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { consequenceOf } from "../consequences.ts";
import { applicationSubmitted } from "../events.ts";
import { stepOf } from "../extension-points.ts";
import { applicationPhrases } from "../phrases.ts";
import { applicationTable, lockApplication } from "../store.ts";
import { peopleTold, tell } from "../tell.ts";
import { judgementOf } from "./judge.ts";
import { liftsOf, liftTable } from "./lifts.ts";
import { exclusionPhrases as phrases } from "./phrases.ts";

/**
 * 解除不得参与. An approver lifts an exclusion by a document; it covers the declarations submitted until now. The
 * district and the city are told.
 * @throws {RefusalError} if the application is not excluded
 */
export async function liftExclusion(context: PersonContext, id: string, authority: Authority): Promise<Application> {
  const { tx, campaign, now, person } = context;
  const application = await lockApplication(tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  const { compoundName, district, revision, exclusion, state } = application;
  if (state !== "excluded" || exclusion === null) {
    throw new RefusalError("application.not-excluded", phrases.notExcluded(compoundName));
  }
  const number = (await liftsOf(tx, { campaignId: campaign.id, caseId: id })).length + 1;
  const rows = [applicationTable.row({ id }), liftTable.row({ case_id: id, number })];
  await context.withJournal({ action: "application.exclusion-lifted", rows, caseId: id }, async () => {
    await tx.disqualificationLift.create({
      data: {
        ...{ caseId: id, number, campaignId: campaign.id, revision, exclusion },
        ...{ authority: { ...authority }, liftedBy: person.staffId, liftedAt: now },
      },
    });
    const judged = await judgementOf(context, application);
    await tx.application.update({
      where: { id },
      data: {
        ...{ state: "submitted", exclusion: null },
        ...(judged ? { declaration: judged.declaration } : {}),
        settled: phrases.liftedSettled({ authority }, now, nounsOf(campaign.definition)),
      },
    });
  });
  context.emit(applicationSubmitted, { id, district });
  const told = peopleTold(context, consequenceOf("excluded", await stepOf(context, id)), district);
  const name = districtName(campaign.definition, district);
  const words = authorityPhrases.words(authority, now);
  const view = textView(phrases.liftedTitle(name, compoundName), phrases.lifted(compoundName, words), { tone: "done" });
  await tell(context, told, view);
  return application;
}
