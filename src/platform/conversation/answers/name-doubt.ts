import type { Question } from "../field.ts";
import { cleanLine } from "../plain.ts";
import { likeNames, namedLast, notLikeName, placedName } from "./like-name.ts";
import { doubtPhrases } from "./phrases.ts";
import { talkIn } from "./talk.ts";
import type { TextDoubt } from "./text-doubt.ts";

/** Asks about what is no name or address throughout; not where it is suggested as it stands. */
export function nameDoubt({ kind, label, proposal }: Question, typed: string): TextDoubt | undefined {
  const line = cleanLine(typed);
  const isProposed = proposal !== undefined && "text" in proposal && proposal.text === line;
  const other = kind !== "text" || isProposed || talkIn(typed) ? undefined : notLikeName(label, line);
  if (!other) return undefined;
  const { cleaned } = other;
  return { retry: doubtPhrases.notName(line, label, cleaned), readings: cleaned === undefined ? [] : [cleaned] };
}

/** With the one name that what was said holds, where nothing else of it may have been meant. */
export function withName(question: Question, said: string, doubt: TextDoubt | undefined): TextDoubt | undefined {
  const { kind, label } = question;
  if (!doubt || kind !== "text") return doubt;
  const readings = likeNames(question, doubt.readings);
  if (readings.length > 0) return { ...doubt, readings };
  const line = cleanLine(said);
  const name = namedLast(label, line) ?? placedName(label, line) ?? notLikeName(label, line)?.cleaned;
  return name === undefined ? doubt : { ...doubt, readings: [name] };
}
