import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import { findCampaignSpan } from "../campaign-date.ts";
import type { Read } from "./reader.ts";

/** 9。28 and 9·28 as Chinese input methods write 9.28. */
const DOTS = /(?<=\d)[。．·](?=\d)/g;

/** A named day is inclusive unless excluded; without a day the answer must say which. Two days: asked. */
export const dueDay: Read = (taker, context) => {
  const inclusive = taker.take(
    /不(?:包含|包括|包?含|计入|计)(?:[^,;。\d]{0,3}当[日天])?|当[日天]不(?:包?含|包括|计入?|算)/,
  )
    ? false
    : taker.take(/(?:包含|包括|包?含)(?:(?=\d)|[^,;。\d]{0,3}当[日天])?|当[日天](?:计入|算)/)
      ? true
      : undefined;
  taker.rewrite((text) => text.replace(DOTS, "."));
  const found = findCampaignSpan(taker.text, context);
  if (!found) {
    const year = context.definition.campaign.year.value;
    if (findDate(taker.text, { today: context.today, year })) return undefined;
    return inclusive === undefined ? undefined : { inclusive };
  }
  const other = findCampaignSpan(found.after, context);
  const named = (text: string, rest: string) => text.slice(0, text.length - rest.length).trim();
  if (other && other.date !== found.date) {
    return {
      several: [
        named(taker.text.slice(found.before.length), found.after),
        named(found.after.slice(other.before.length), other.after),
      ],
    };
  }
  taker.rewrite(() => `${found.before}\0${found.after}`);
  taker.takeAll(/截至|截止|顺延|最后|最晚|期限|当[日天]|报送|均可以?|可以|[至到](?=\0)/);
  const { year } = context.definition.campaign;
  const on = found.date.startsWith(`${year.value}-`) ? found.date.slice(5) : found.date;
  return { on, inclusive: inclusive ?? true };
};
