import { textView, type View } from "../../platform/chat/view.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandRequest } from "../engine/feature.ts";
import { whyNot } from "../extension/ask.ts";
import { readSaid } from "../extension/read-words.ts";
import { deadlineFor } from "../extension/rules.ts";
import { namesOf } from "../extension/views.ts";
import { agreePhrases as phrases } from "./agree-phrases.ts";
import { type AgreedHow, agreeDay } from "./agreed.ts";

/** @throws {RefusalError} if nothing is owed, or the day is missing, over, a day off, or later than the district's own */
async function agree(
  context: PersonContext,
  request: CommandRequest,
  how: AgreedHow,
): Promise<{ reply: View; toast: string; changed: true }> {
  const { deliverable, district, until } = readSaid(context, request);
  const of = { deliverable, district };
  const closed = await whyNot(context, of, { isAsked: true });
  if (closed) throw new RefusalError(`reminder.${closed.code}`, closed.sentence);
  if (until === undefined) throw new RefusalError("reminder.no-day", phrases.noDay(how));
  requireDay(context, { ...of, until }, how);
  await agreeDay(context, { ...of, until, how });
  const { district: place, name } = namesOf(context, of);
  const sentence = phrases.agreed(place, name, dayWordsIn(context.campaign.definition, until));
  return { reply: textView(phrases.title(), sentence, { tone: "done" }), toast: sentence, changed: true };
}

function requireDay(
  context: PersonContext,
  { until, ...of }: { deliverable: string; district: string; until: CivilDate },
  how: AgreedHow,
): void {
  const { campaign, now } = context;
  const { calendar, definition } = campaign;
  const day = dayWordsIn(definition, until);
  if (until < dayOf(now)) throw new RefusalError("reminder.day-over", phrases.dayOver(day));
  const last = definition.campaign.year.value + 1;
  if (Number(until.slice(0, 4)) > last || !calendar.isWorkingDay(until))
    throw new RefusalError("reminder.rest-day", phrases.restDay(day));
  const { statedOn, hardClosesAt } = deadlineFor(context, of);
  if (how === "own" && now < hardClosesAt && until > statedOn)
    throw new RefusalError("reminder.needs-extension", phrases.needsExtension(day, dayWordsIn(definition, statedOn)));
}

/** 约定报送 推荐名单 9月27日, by the district: no reminder through that day. */
export const agreeOwn: Command = {
  id: "reminder.agree-own",
  words: [phrases.ownWord()],
  capability: "recommendation.submit",
  or: "workReport.submit",
  effect: "write",
  help: { example: phrases.ownWord(), purpose: phrases.ownPurpose() },
  onlyIn: "direct",
  handle: (context, request) => agree(context, request, "own"),
};

/** 已电话联系 柯桥区 推荐名单 9月27日, by the organizer. */
export const agreeByPhone: Command = {
  id: "reminder.agree-phone",
  words: [phrases.phoneWord(), "已联系"],
  capability: "reminder.send",
  effect: "write",
  help: { example: phrases.phoneWord(), purpose: phrases.phonePurpose() },
  onlyIn: "direct",
  handle: (context, request) => agree(context, request, "phone"),
};
