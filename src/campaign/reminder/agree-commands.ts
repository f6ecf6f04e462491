import { textView, type View } from "../../platform/chat/view.ts";
import { type DateContext, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { EMPTY_WORDS } from "../../platform/conversation/spoken.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Definition } from "../definition/definition.ts";
import type { District } from "../definition/purposes.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { mayMember } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandRequest } from "../engine/feature.ts";
import { closedFor, whyNot } from "../extension/ask.ts";
import { subjectOf } from "../extension/extension.ts";
import { readSaid } from "../extension/read-words.ts";
import { deadlineFor, extendable } from "../extension/rules.ts";
import { namesOf } from "../extension/views.ts";
import { readState } from "../tasks/read-state.ts";
import { agreePhrases as phrases } from "./agree-phrases.ts";
import { type AgreedHow, agreeDay, noteCall } from "./agreed.ts";
import { remindable } from "./due.ts";

/** What may stand around the day: 已电话联系，约定9月26日; 柯桥区说10月8日下午报上来. */
const BESIDE = new RegExp(
  `^(?:[\\s，,、；;：:。]|已经?|电话|联系|打[过了]|过|给|向|沟通|约定|约好|说好|说|答应|承诺|在|于|将|会|上午|下午|当天|以?前|之前|左右|前后|一定|能|可以?|报送?|提交|上报|交|送|上来|过来|名单|报告|的|了|大概|大约|就|${EMPTY_WORDS})*$`,
  "u",
);

/** @throws {RefusalError} if nothing is owed, or the day is missing, over, a day off, or later than the district's own */
async function agree(
  context: PersonContext,
  request: CommandRequest,
  how: AgreedHow,
): Promise<{ reply: View; toast: string; changed: true }> {
  if (how === "own" && request.subject === undefined) requirePlain(context, request.verbatim);
  const done = await closedFor(context, { isAsked: true });
  const { deliverable, district, until, reason } = readSaid(context, request, (of) => !done.has(subjectOf(of)));
  if (request.subject === undefined && !BESIDE.test(reason))
    throw new RefusalError("reminder.unclear", phrases.unclear(reason.slice(0, 40), how));
  const of = { deliverable, district };
  const closed = await whyNot(context, of, { isAsked: true });
  if (closed) throw new RefusalError(`reminder.${closed.code}`, closed.sentence);
  if (until === undefined && how === "phone" && isCall(request)) return called(context, of);
  if (until === undefined) {
    const { district: place, name } = namesOf(context, of);
    const said = how === "own" ? `${phrases.ownWord()} ${name}` : `${phrases.phoneWord()} ${place} ${name}`;
    throw new RefusalError("reminder.no-day", phrases.noDay(said), { lacks: "day" });
  }
  requireDay(context, { ...of, until }, how);
  await agreeDay(context, { ...of, until, how });
  const { district: place, name } = namesOf(context, of);
  const sentence = phrases.agreed(place, name, dayWordsIn(context.campaign.definition, until));
  return { reply: textView(phrases.title(), sentence, { tone: "done" }), toast: sentence, changed: true };
}

/** What else is said is refused before it is asked which is meant: no choice of one would be understood with it. */
function requirePlain({ campaign: { definition }, now }: PersonContext, verbatim: string): void {
  const { deliverables, districts, year } = definition.campaign;
  const names = [...deliverables, ...districts].flatMap((one) => [
    one.name,
    one.name.replace(/[区县市]$/u, ""),
    ...("aliases" in one && one.aliases ? one.aliases : []),
  ]);
  if (deliverables.some(({ name }) => verbatim.includes(name))) return;
  const rest = wordsBeside(verbatim, names, { today: dayOf(now), year: year.value });
  if (rest !== "") throw new RefusalError("reminder.unclear", phrases.unclear(rest.slice(0, 40), "own"));
}

/** What stands there besides names, a day and words of agreeing; empty if nothing. */
export function wordsBeside(verbatim: string, names: readonly string[], when: DateContext): string {
  const said = verbatim.normalize("NFKC");
  const days = findDates(said, when).map(({ text }) => text);
  const rest = [...names, ...days]
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, " "), said);
  return BESIDE.test(rest) ? "" : cleanLine(rest);
}

/** Nothing of an agreement is said; a card asks for the day. */
const isCall = ({ subject, verbatim }: CommandRequest): boolean => subject === undefined && !AGREES.test(verbatim);

const AGREES = /约|说|答应|承诺|报(?!告)|交|送/u;

async function called(
  context: PersonContext,
  of: { deliverable: string; district: string },
): Promise<{ reply: View; toast: string; changed: true }> {
  await noteCall(context, of);
  const { district, name } = namesOf(context, of);
  const sentence = phrases.called(district, name, dayWordsIn(context.campaign.definition, dayOf(context.now)));
  return { reply: textView(phrases.callTitle(), sentence, { tone: "done" }), toast: sentence, changed: true };
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

/** 已电话联系 柯桥区 推荐名单 9月27日, by the organizer; without a day the call alone is noted. */
export const agreeByPhone: Command = {
  id: "reminder.agree-phone",
  words: [phrases.phoneWord(), "已联系"],
  capability: "reminder.send",
  effect: "write",
  help: { example: phrases.phoneWord(), purpose: phrases.phonePurpose() },
  onlyIn: "direct",
  recognises: saysAgreed,
  handle: async (context, request) => agree(context, await withNames(context, request), "phone"),
};

/** 柯桥区已电话联系，约定10月8日; 柯桥区说10月8日报: who speaks for the city says by when a district hands in. */
function saysAgreed({ campaign: { definition }, person, now }: PersonContext, text: string): boolean {
  if (!mayMember(definition, person, "reminder.send") || !SAYS.test(text)) return false;
  const when = { today: dayOf(now), year: definition.campaign.year.value };
  const days = findDates(text.normalize("NFKC"), when).length;
  return districtsIn(definition, text).length === 1 && (days === 1 || (days === 0 && CALLED.test(text)));
}

/** 柯桥区已电话联系, 推荐名单已给柯桥区打过电话: of a call alone. */
const CALLED = /^[^\s，,。；;]{2,20}(?:已经?电话联系[过了]?|已经?打[过了]电话)[。]?$/u;

const SAYS = /联系|电话|约定|约好|说好|答应|承诺|说.*(?:报|交|送)/u;

const districtsIn = ({ campaign }: Definition, text: string): readonly District[] =>
  campaign.districts.filter(({ name }) => text.includes(name) || text.includes(name.replace(/[区县市]$/u, "")));

/** The district may stand behind the day; what it owes need not be named if it is one thing. */
async function withNames(context: PersonContext, request: CommandRequest): Promise<CommandRequest> {
  const { definition } = context.campaign;
  const { verbatim, subject } = request;
  const [district, second] = districtsIn(definition, verbatim);
  if (subject !== undefined || !district || second) return request;
  const all = extendable(context.campaign, district.id, context);
  const isNamed = all.some(({ name, aliases = [] }) => [name, ...aliases].some((word) => verbatim.includes(word)));
  const tasks = isNamed ? [] : remindable(await readState(context), context.now);
  const owed = all.filter(({ id }) =>
    tasks.some(({ about }) => about.district === district.id && about.deliverable === id),
  );
  const [only, other] = owed;
  const name = only && !other ? only.name : "";
  return { ...request, verbatim: `${district.name} ${name} ${verbatim}` };
}
