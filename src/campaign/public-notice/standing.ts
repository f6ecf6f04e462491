import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { lastingHindrance } from "../selection/publication/publication.ts";
import { noticePeriod, openRuling } from "../selection/rules.ts";
import type { Selection } from "../selection/selection.ts";
import { latestSelection } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { noticeRefusals as refusals, waitPhrases } from "./phrases.ts";
import { firstDayOf, missingUntil } from "./rules.ts";
import { noticeOf } from "./store.ts";

/** Id of the ruling on 公示; empty in a campaign without one. */
export const noticeRuling = ({ campaign }: Pick<Context, "campaign">): string =>
  rulingDeciding(campaign.definition, "noticePeriod")?.id ?? "";

/** Why 公布 has to wait for 公示, in a sentence; undefined if it need not. */
export async function noticeWait(context: Context, { version }: Pick<Selection, "version">) {
  const { campaign, rulings, now } = context;
  const { definition, calendar } = campaign;
  const period = noticePeriod(definition, rulings);
  const notice = await noticeOf(context, version);
  const today = dayOf(now);
  const first = firstDayOf(period, { notice, calendar, today });
  if (first === undefined) return undefined;
  const words = (day: CivilDate) => dayWordsIn(definition, day);
  if (!notice) return waitPhrases.notBegun(noticeRuling(context), period);
  const missing = missingUntil(period, notice, calendar);
  if (missing) return waitPhrases.short(noticeRuling(context), words(missing));
  return today < first ? waitPhrases.runs(words(notice.beginsOn), words(notice.endsOn), words(first)) : undefined;
}

/**
 * The approved version that can be shown to the public now: each of its cases still qualifies.
 * @throws {RefusalError} without one, without need, or if something stands against it
 */
export async function noticeable(context: Context): Promise<Selection> {
  const { tx, campaign, rulings } = context;
  const { definition } = campaign;
  const words = wordsOf(definition);
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state === "published") throw new RefusalError("public-notice.published", refusals.published(words));
  const open = openRuling(definition, "noticePeriod", rulings);
  if (open) throw new RefusalError("public-notice.ruling-open", refusals.rulingOpen(open.ruling, open.question, words));
  if (noticePeriod(definition, rulings).days === 0)
    throw new RefusalError("public-notice.not-needed", refusals.notNeeded(noticeRuling(context)));
  if (latest?.state !== "approved") throw new RefusalError("public-notice.nothing", refusals.nothing(words));
  const hindrance = await lastingHindrance(context, latest);
  if (hindrance !== undefined) throw new RefusalError("public-notice.hindered", refusals.hindered(hindrance));
  return latest;
}
