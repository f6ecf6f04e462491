import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type { WordBlockSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { bureauName } from "../definition/bureau-name.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { teamNoticePhrases as phrases, teamRefusals as refusals } from "./phrases.ts";
import { teamsOf } from "./store.ts";
import { namedWithUnit } from "./views.ts";

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
  const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
  const isApproved = team.state === "approved";
  const bytes = await writeWord({
    author: campaign.city.bureau,
    at: context.now,
    sections: [
      {
        start: "nextPage",
        paper: "portrait",
        blocks: [
          { kind: "paragraph", text: phrases.draft(isApproved), look: "small" },
          { kind: "paragraph", text: titleLines(phrases.title(words)), look: "title", before: 12 },
          { kind: "paragraph", text: phrases.number(), look: "plain", align: "center", before: 4 },
          { kind: "paragraph", text: phrases.to(), look: "plain", before: 10 },
          ...phrases.body(words, isApproved ? team.authority : undefined).map(body),
          body(phrases.lead(namedWithUnit(lead))),
          body(phrases.members(members.map(namedWithUnit))),
          ...phrases.rest(words).map(body),
          { kind: "paragraph", text: bureauName(definition), look: "plain", align: "right", before: 24 },
          { kind: "paragraph", text: phrases.date(), look: "plain", align: "right" },
        ],
      },
    ],
  });
  const name = phrases.fileName();
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "team.notice-made", reason: `${name} ${hash}` }, () =>
    context.outbox.sendFile(context.person.staffId, { name, hash }),
  );
  return name;
}
