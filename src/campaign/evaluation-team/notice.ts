import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { officialDocument } from "../official-document/write.ts";
import { teamNoticePhrases as phrases, teamRefusals as refusals } from "./phrases.ts";
import { teamsOf } from "./store.ts";
import { namedWithUnit } from "./views.ts";

const { fields } = phrases;

/** 成立评选工作组的通知 */
export const teamNotice: OfficialTemplate = {
  name: phrases.template(),
  layout: () => ({
    ...{ number: "centered", hasRecipient: true },
    body: [{ field: fields.reason }, { field: fields.lead }, { field: fields.members }, { list: fields.rest }],
  }),
};

/**
 * 成立评选工作组的通知 as a draft in Word: number, date and signer are left for people. It goes to whoever asks.
 * @returns the file's name
 * @throws {RefusalError} before a team was proposed
 */
export async function sendNotice(context: PersonContext): Promise<string> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const versions = await teamsOf(context);
  const team =
    versions.findLast(({ state }) => state === "approved") ?? versions.findLast(({ state }) => state === "proposed");
  const [lead, ...members] = team?.members ?? [];
  if (!team || !lead) throw new RefusalError("evaluation-team.none", refusals.noTeamYet());
  const words = { ...nounsOf(definition), title: campaign.title, planTitle: campaign.planTitle };
  const isApproved = team.state === "approved";
  const bytes = await officialDocument(context, teamNotice, {
    title: phrases.title(words),
    to: phrases.to(),
    values: {
      [fields.reason]: phrases.body(words, isApproved ? team.authority : undefined),
      [fields.lead]: phrases.lead(namedWithUnit(lead)),
      [fields.members]: phrases.members(members.map(namedWithUnit)),
      [fields.rest]: phrases.rest(words),
    },
  });
  const name = phrases.fileName(isApproved);
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "team.notice-made", reason: `${name} ${hash}` }, () =>
    context.outbox.sendFile(context.person.staffId, { name, hash }),
  );
  return name;
}
