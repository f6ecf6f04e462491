import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, civilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { lastNoticeDay } from "../definition/notice-days.ts";
import type { Context } from "../engine/context.ts";
import { noticePeriod } from "../selection/rules.ts";
import type { NoticeTerms } from "./begin.ts";
import type { NoticeContact } from "./notice.ts";
import { noticePhrases as phrases, noticeRefusals as refusals } from "./phrases.ts";

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

const LABELS = {
  department: /^(?:受理)?(?:部门|单位|科室)/u,
  phone: /^(?:受理|联系)?电话/u,
  email: /^(?:电子)?(?:邮箱|邮件)/u,
  address: /^(?:联系|来访|受理)?地址/u,
} as const;

/**
 * 公示 10月9日至10月13日；受理部门：物业处；电话：…；邮箱：…；地址：…
 * @throws {RefusalError} without two days
 */
export function typedTerms(context: Context, typed: string): NoticeTerms {
  const [first = "", ...rest] = typed.normalize("NFKC").split(/[;；\n]/u);
  const [beginsOn, endsOn] = daysIn(context, first);
  if (!beginsOn || !endsOn) throw new RefusalError("public-notice.no-days", refusals.noDays());
  const given = rest.flatMap((part): [keyof typeof LABELS, string][] => {
    const [label = "", ...value] = part.split(/[:：]/u);
    const found = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((key) => LABELS[key].test(label.trim()));
    return found ? [[found, value.join(":")]] : [];
  });
  return { beginsOn, endsOn, contact: contactOf(context, Object.fromEntries(given)) };
}

/** The dates that a text names, in its order. */
export function daysIn({ now, campaign }: Pick<Context, "now" | "campaign">, typed: string): CivilDate[] {
  const when = { today: dayOf(now), year: campaign.definition.campaign.year.value };
  return findDates(typed.normalize("NFKC"), when).flatMap(({ readings }) => (readings.length === 1 ? readings : []));
}

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
