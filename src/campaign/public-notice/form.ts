import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import type { DateContext } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, civilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { lastNoticeDay } from "../definition/notice-days.ts";
import type { Context } from "../engine/context.ts";
import { noticePeriod } from "../selection/rules.ts";
import type { NoticeTerms } from "./begin.ts";
import type { NoticeContact } from "./notice.ts";
import { noticePhrases as phrases, noticeRefusals as refusals } from "./phrases.ts";
import { readDays, readTerms } from "./read-words.ts";

/** Of one entry in characters. */
const MOST = 60;

/** What is proposed: from today's working day on, as short as ruled; the city's own office and line. */
export function proposedTerms({ campaign, rulings, now }: Context): NoticeTerms {
  const { definition, calendar } = campaign;
  const beginsOn = calendar.nextWorkingDay(dayOf(now));
  const endsOn = lastNoticeDay(calendar, noticePeriod(definition, rulings), beginsOn);
  const { city, contact } = definition.campaign;
  return { beginsOn, endsOn, contact: { department: city.bureau, phone: contact.phone } };
}

export function noticeFields({ beginsOn, endsOn, contact }: NoticeTerms): ViewField[] {
  const optional = { required: false, placeholder: phrases.optionalHolder() };
  return [
    { name: "beginsOn", label: phrases.beginField(), kind: "date", required: true, value: beginsOn },
    { name: "endsOn", label: phrases.endField(), kind: "date", required: true, value: endsOn },
    { name: "department", label: phrases.departmentField(), kind: "text", required: true, value: contact.department },
    { name: "phone", label: phrases.phoneField(), kind: "text", required: true, value: contact.phone },
    { name: "email", label: phrases.emailField(), kind: "text", ...optional },
    { name: "address", label: phrases.addressField(), kind: "text", ...optional },
  ];
}

const text = z.string().trim().optional().catch(undefined);
const formValues = z.object({
  ...{ beginsOn: text, endsOn: text, department: text, phone: text, email: text, address: text },
});

/** A filled-in form. @throws {RefusalError} without two days, or if an entry is too long */
export function termsIn(context: Context, values: Readonly<Record<string, unknown>>): NoticeTerms {
  const read = formValues.parse(values);
  const [beginsOn, endsOn] = [read.beginsOn, read.endsOn].map((day) => day?.slice(0, 10) ?? "");
  if (!isCivilDate(beginsOn ?? "") || !isCivilDate(endsOn ?? ""))
    throw new RefusalError("public-notice.no-days", refusals.noDays());
  const contact = contactOf(context, read);
  return { beginsOn: civilDate(beginsOn ?? ""), endsOn: civilDate(endsOn ?? ""), contact };
}

/**
 * 公示 10月9日至10月13日；受理部门：物业处；电话：…；邮箱：…；地址：…
 * @throws {RefusalError} without two days, or with words beside them that are not understood
 */
export function typedTerms(context: Context, typed: string): NoticeTerms {
  const read = readTerms(typed, whenOf(context));
  switch (read.kind) {
    case "noDays":
      throw new RefusalError("public-notice.no-days", refusals.noDays());
    case "unread":
      throw new RefusalError("public-notice.unread", refusals.unread(read.said));
    case "twice":
      throw new RefusalError("public-notice.twice", refusals.twice(read.said));
    case "read":
      return { beginsOn: read.beginsOn, endsOn: read.endsOn, contact: contactOf(context, read.contact) };
  }
}

/**
 * The new last day of 延长公示; 从10月13日延至10月16日 names the old one before it.
 * @throws {RefusalError} without one, or with words beside it that are not understood
 */
export function typedLastDay(context: Context, typed: string): CivilDate {
  const { days, beside } = readDays(typed, whenOf(context));
  if (beside !== "") throw new RefusalError("public-notice.unread-day", refusals.unreadDay(beside));
  const [first, second, third] = days;
  const isFromTo = second !== undefined && first !== undefined && first < second && /[至到]/u.test(typed);
  if (!first || third || (second && !isFromTo)) throw new RefusalError("public-notice.no-day", refusals.noDay());
  return second ?? first;
}

/** The dates that a text names, in its order. */
export const daysIn = (context: Pick<Context, "now" | "campaign">, typed: string): readonly CivilDate[] =>
  readDays(typed, whenOf(context)).days;

const whenOf = ({ now, campaign }: Pick<Context, "now" | "campaign">): DateContext => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
});

function contactOf(context: Context, given: Partial<Record<keyof NoticeContact, string | undefined>>): NoticeContact {
  const proposed = proposedTerms(context).contact;
  const labels = {
    ...{ department: phrases.departmentField(), phone: phrases.phoneField() },
    ...{ email: phrases.emailField(), address: phrases.addressField() },
  };
  const clean = (key: keyof NoticeContact): string => {
    const line = cleanLine(given[key] ?? "");
    if ([...line].length > MOST) throw new RefusalError("public-notice.too-long", refusals.tooLong(labels[key], MOST));
    return line;
  };
  const [email, address] = [clean("email"), clean("address")];
  return {
    department: clean("department") || proposed.department,
    phone: clean("phone") || proposed.phone,
    ...(email ? { email } : {}),
    ...(address ? { address } : {}),
  };
}
