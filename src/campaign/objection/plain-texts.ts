import type { CivilDate } from "../../shared/civil-date.ts";
import { plainText } from "../application/reason-gate.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Effect, ReplyWay, Verdict } from "./objection.ts";
import { objectionPhrases as phrases } from "./phrases.ts";
import type { TypedObjection } from "./read-words.ts";

const { fields } = phrases;
/** Objections, what was found of them and why they are decided so speak of all that a campaign has. */
const MAY = ["order", "points", "case", "field", "phone", "correction", "mention"] as const;

/** @throws {RefusalError} like each of these, if the text holds what is said to the program: it is shown first */
export function plainContent(context: PersonContext, given: TypedObjection): string {
  const { source, content } = given;
  if (!source) return content;
  const asIs = (text: string) => phrases.registerTyped({ ...given, source, content: text });
  return plainText(context, content, { what: fields.content, may: MAY, quotes: true, asIs });
}

export function plainFindings(context: PersonContext, number: number | undefined, text: string): string {
  if (number === undefined) return text;
  const asIs = (own: string) => phrases.reportTyped(number, own);
  return plainText(context, text, { what: fields.findings, may: MAY, asIs });
}

interface Decided {
  verdict: Verdict | undefined;
  effect: Effect | undefined;
  reason: string;
}

export function plainDecision(
  context: PersonContext,
  number: number | undefined,
  { verdict, effect, reason }: Decided,
): string {
  if (number === undefined || !verdict) return reason;
  const said = effect ? `${phrases.verdicts[verdict]} ${phrases.effectTyped[effect]}` : phrases.verdicts[verdict];
  const asIs = (own: string) => phrases.decideTyped(number, said, own);
  return plainText(context, reason, { what: fields.reason, may: MAY, asIs });
}

interface Replied {
  on: CivilDate;
  way: ReplyWay | undefined;
  text: string;
}

export function plainReply(context: PersonContext, number: number | undefined, { on, way, text }: Replied): string {
  if (number === undefined || !way) return text;
  const day = dayWordsIn(context.campaign.definition, on);
  const asIs = (own: string) => phrases.replyTyped(number, { day, way: phrases.ways[way], text: own });
  return plainText(context, text, { what: fields.reply, may: MAY, quotes: true, asIs });
}
