import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { findApplication } from "../application/find-application.ts";
import { applicationsOf } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { publicationWaitsChanged } from "../selection/events.ts";
import { objectionChanged } from "./events.ts";
import { textIn } from "./given.ts";
import type { ObjectionSource } from "./objection.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { objectionsOf, objectionTable } from "./store.ts";

/** What is known of it when it comes. Empty texts are left out. */
export interface Given {
  source: ObjectionSource | undefined;
  receivedOn: CivilDate;
  about: string;
  content: string;
  objector: string;
  matter: string;
}

/**
 * Registers an objection or letter from whatever source, also about what is not in the campaign, also without a name.
 * @returns its number
 * @throws {RefusalError} without content, source or what it is about, or from a day to come
 */
export async function registerObjection(
  context: PersonContext,
  given: Given,
): Promise<{ number: number; about: string; caseId: string | undefined }> {
  const { tx, campaign, now, person } = context;
  const { source, receivedOn } = given;
  const { fields } = phrases;
  const [about, content] = [textIn(fields.about, given.about), textIn(fields.content, given.content)];
  if (content === "") throw new RefusalError("objection.no-content", refusals.noContent());
  if (about === "") throw new RefusalError("objection.no-about", refusals.noAbout());
  if (!source) throw new RefusalError("objection.no-source", refusals.noSource());
  if (receivedOn > dayOf(now)) throw new RefusalError("objection.bad-day", refusals.badDay(receivedOn));
  const [objector, matter] = [textIn(fields.objector, given.objector), textIn(fields.matter, given.matter)];
  await lockCampaign(tx, campaign.id);
  const number = ((await objectionsOf(context)).at(-1)?.number ?? 0) + 1;
  const found = findApplication(await applicationsOf(tx, campaign.id), about, {
    noun: nounsOf(campaign.definition).case,
  });
  const caseId = found.kind === "one" ? found.application.id : undefined;
  const ref = async (text: string) => ({ ...(await context.personal.store(text)) });
  const texts = {
    ...{ about: await ref(about), content: await ref(content) },
    ...(objector === "" ? {} : { objector: await ref(objector) }),
    ...(matter === "" ? {} : { matter: await ref(matter) }),
  };
  const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
  // About whom it is stands in the row: the case's own record must not tell of it.
  await context.withJournal({ action: "objection.registered", rows, whenClosed: true }, () =>
    tx.objection.create({
      data: {
        ...{ campaignId: campaign.id, number, source, receivedOn, ...(caseId === undefined ? {} : { caseId }) },
        ...{ ...texts, registeredBy: person.staffId, registeredAt: now, state: "registered" },
      },
    }),
  );
  context.emit(objectionChanged, { number });
  context.emit(publicationWaitsChanged, {});
  return { number, about: found.kind === "one" ? found.application.compoundName : about, caseId };
}
