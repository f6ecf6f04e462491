import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { objectionChanged } from "./events.ts";
import { objectionNumbered, textIn } from "./given.ts";
import { isDecided, type Objection, type ReplyWay } from "./objection.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { objectionTable } from "./store.ts";

/**
 * What was replied, when and how; once. To an anonymous one nobody can reply, which is recorded as well.
 * @throws {RefusalError} before the decision, a second time, without way or content, or of a day that cannot be
 */
export async function replyToObjection(
  context: PersonContext,
  asked: number | undefined,
  { on, way, text }: { on: CivilDate; way: ReplyWay | undefined; text: string },
): Promise<Objection> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const objection = await objectionNumbered(context, asked);
  const { number } = objection;
  if (!isDecided(objection)) throw new RefusalError("objection.not-decided", refusals.notDecided(number));
  if (objection.repliedOn !== undefined) throw new RefusalError("objection.replied", refusals.alreadyReplied(number));
  if (!way) throw new RefusalError("objection.no-way", refusals.noWay());
  if (on < objection.receivedOn || on > dayOf(now)) throw new RefusalError("objection.reply-day", refusals.replyDay());
  const reply = textIn(phrases.fields.reply, text);
  if (reply === "" && way !== "none") throw new RefusalError("objection.no-reply", refusals.noReply());
  const ref = reply === "" ? undefined : await context.personal.store(reply);
  const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "objection.replied", rows, whenClosed: true }, () =>
    tx.objection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: {
        ...{ repliedOn: on, replyWay: way, repliedBy: person.staffId },
        ...(ref ? { reply: { ...ref } } : {}),
      },
    }),
  );
  context.emit(objectionChanged, { number });
  return { ...objection, repliedOn: on, replyWay: way, reply };
}
