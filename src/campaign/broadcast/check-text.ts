import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import type { Audience } from "./broadcast.ts";
import { MAX_LENGTH } from "./broadcast.ts";
import { fieldWordsOf } from "./field-values.ts";
import { fieldsIn, isPersonal } from "./merge-fields.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";

export const cleanText = (typed: string): string => cleanParagraphs(typed).replace(/^[:：,，]\s*/u, "");

export const tooLong = (length: number): string => phrases.tooLong(length, MAX_LENGTH);

/** @throws {RefusalError} for an empty or too long text, and for braces that are no field of it */
export function checkedText(context: Context, typed: string, audience: Audience): string {
  const text = cleanText(typed);
  if (text === "") throw new RefusalError("broadcast.empty", phrases.empty());
  if (text.length > MAX_LENGTH) throw new RefusalError("broadcast.too-long", tooLong(text.length));
  checkFields(context, text, audience);
  return text;
}

/** @throws {RefusalError} for an unknown field, a brace alone, and a field of a person in a group */
export function checkFields(context: Context, text: string, audience: Audience): void {
  const words = fieldWordsOf(context);
  const { used, unknown, isBroken } = fieldsIn(text, words);
  if (unknown.length > 0)
    throw new RefusalError("broadcast.unknown-field", phrases.unknownField(unknown, Object.values(words)));
  if (isBroken) throw new RefusalError("broadcast.brace", phrases.brokenBrace(Object.values(words)));
  const own = used.filter(isPersonal);
  if (audience === "group" && own.length > 0)
    throw new RefusalError("broadcast.field-in-group", phrases.fieldInGroup(own.map((field) => words[field])));
}
