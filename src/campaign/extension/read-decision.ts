import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { besideIn } from "../authority/form.ts";
import { readBeside } from "../authority/read-beside.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import type { Extended } from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { ofCard, readNames } from "./read-words.ts";
import { extensionsOf } from "./store.ts";
import { namesOf } from "./views.ts";

/** A decision's extension and what is said beside it. */
export interface Beside {
  of: Extended;
  authority?: Authority;
  opinion?: string;
}

/**
 * 同意延期 柯桥区 推荐名单 经10月8日局长办公会研究同意，〔2023〕12号: the names, the authority and the opinion. Without
 * names the only one that waits.
 * @throws {RefusalError} if it is not clear which is meant, or the authority cannot be read
 */
export async function readDecision(
  context: PersonContext,
  request: CommandRequest,
  waits: "asked" | "proposed",
): Promise<Beside> {
  const { of, rest } = await readWords(context, request, waits);
  return { of, ...besideIn({ typed: rest, values: request.values }, context.now) };
}

/** The names, and the words without them; of a card none. @throws {RefusalError} if it is not clear which is meant */
export async function readWords(
  context: PersonContext,
  { subject, verbatim }: CommandRequest,
  waits: "asked" | "proposed",
): Promise<{ of: Extended; rest: string }> {
  if (subject !== undefined) return { of: ofCard(context, subject), rest: "" };
  const only = await onlyWaiting(context, waits);
  const alone = readBeside(verbatim, context.now);
  if (only && alone.ok && alone.opinion === undefined) return { of: only, rest: verbatim.trim() };
  return readNames(context, verbatim);
}

/** Whether the words name a day other than that of an authority: until when it is granted. */
export function namesNewDay(rest: string, now: Date): boolean {
  const read = readBeside(rest, now);
  const authority = read.ok ? read.authority : undefined;
  const text = read.ok && authority ? (read.opinion ?? "") : rest;
  const [first] = findDates(text, { today: dayOf(now), year: Number(dayOf(now).slice(0, 4)) });
  return first !== undefined && (!authority || UNTIL.test(text.slice(0, first.from)));
}

/** What stands before a day to which something is extended. */
const UNTIL = /^(?:[准同]?[予意]?延?期?[至到])?\s*$/u;

async function onlyWaiting({ tx, campaign }: PersonContext, waits: string): Promise<Extended | undefined> {
  const waiting = (await extensionsOf(tx, campaign.id)).filter(({ state }) => state === waits);
  const [only, second] = waiting;
  return only && !second ? { deliverable: only.deliverable, district: only.district } : undefined;
}

/** Words of a consent without the day that they repeat. @throws {RefusalError} if they begin with another day */
export async function withoutDay(context: PersonContext, of: Extended, opinion: string): Promise<string> {
  const { tx, campaign, now } = context;
  const year = campaign.definition.campaign.year.value;
  const [first] = findDates(opinion, { today: dayOf(now), year });
  const waiting = (await extensionsOf(tx, campaign.id, of)).findLast(({ state }) => state === "proposed");
  if (!first || !waiting || !UNTIL.test(opinion.slice(0, first.from))) return opinion;
  if (first.readings.length !== 1 || first.readings[0] !== waiting.until) {
    const until = dayWordsIn(campaign.definition, waiting.until);
    throw new RefusalError("extension.other-day", phrases.otherDay(namesOf(context, of), until, first.text));
  }
  return opinion.slice(first.to).replace(/^[\s，,。；;：:、]+/u, "");
}
