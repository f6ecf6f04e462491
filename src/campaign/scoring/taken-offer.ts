import { isDeepStrictEqual } from "node:util";
import type { Action } from "../../platform/chat/view.ts";
import { affirms } from "../../platform/conversation/answers/affirms.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { compactAnswer } from "../../platform/conversation/plain.ts";
import { restSaid } from "../../platform/conversation/rest-words.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import type { PersonContext } from "../engine/context.ts";
import { moveTo, type ScoringDraft } from "./scoring-draft.ts";

type Place = Pick<ScoringDraft, "work" | "viewer">;

/** 记, 就这么记 */
const RECORDS = /^(?:[嗯好对是那就]|都|全部?)*(?:这么|这样|照此|按此)?记(?:录|上|下|下来|着)?[吧了啊]*$/u;
/** y 2-2 0, 对，2-2 0: what is offered, and more; 好 and ok may only go on. */
const TAKES_AND = /^\s*(?:y|yes|对的?|是的?)[\s，,。]+(?=\S)/iu;
const GOES_ON = /^\s*(?:ok|好的?|行|可以)[\s，,。]+(?=\S)/iu;
const DECLINES = /^(?:n|no|(?:全部?|都|统统|一个)?[都也]?不(?:要|用|需要|记)(?:记录?)?)[了吧]*$/iu;

/** 对, 好, 记: what was offered last is taken, where something was. */
export const takesOffer = (text: string): boolean => affirms(text) || RECORDS.test(compactAnswer(text));
/** n, 全不要 */
export const declinesOffer = (text: string): boolean => DECLINES.test(compactAnswer(text));

/** 要的两项都记录: the one offer of as many rows; undefined where none is, or several are. */
function takenRest(offers: readonly string[], count: string): string | undefined {
  const rows = readWhole(count);
  const fitting = offers.filter((one) => rows === undefined || one.split("；").length === rows);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What stood on the buttons of the last reply, as it is sent. */
export const offeredLast = ({ work, viewer }: Place): readonly string[] => shareOf(work, viewer).readings ?? [];

/** Words before points: yes to what was offered, or no more than a word for going on. Undefined: the text has neither. */
export function behindYes(text: string): { isYes: boolean; rest: string } | undefined {
  const isYes = TAKES_AND.test(text);
  const rest = text.replace(isYes ? TAKES_AND : GOES_ON, "");
  return rest === text ? undefined : { isYes, rest };
}

/** The message that is meant; undefined: which of several offers is, it does not say. */
export function meantBy(draft: Place, text: string): string | undefined {
  const [only, second] = offeredLast(draft);
  if (only === undefined) return behindYes(text)?.rest ?? text;
  const rest = restSaid(compactAnswer(text));
  if (rest) return takenRest(offeredLast(draft), rest.count);
  if (takesOffer(text)) return second === undefined ? only : undefined;
  const behind = behindYes(text);
  if (!behind) return text;
  return behind.isYes && second === undefined ? `${only}；${behind.rest}` : behind.rest;
}

/** Keeps what is offered now, for 好 and 对. */
export function keepOffered(
  context: PersonContext,
  draft: ScoringDraft,
  offers: readonly Action[],
): Promise<ScoringDraft> | ScoringDraft {
  const typed = offers.flatMap((one) => one.typed ?? []);
  return isDeepStrictEqual(offeredLast(draft), typed) ? draft : moveTo(context, draft, draft.at, { readings: typed });
}
