import { chatPhrases } from "../../platform/chat/phrases.ts";
import type { View } from "../../platform/chat/view.ts";
import type { PersonContext } from "../engine/context.ts";
import { MAX_LENGTH, type Message, type Recipients } from "./broadcast.ts";
import { checkedText, checkFields, cleanText, tooLong } from "./check-text.ts";
import { dropUnsent, messageOf, startMessage } from "./drafts.ts";
import { fieldWordsOf } from "./field-values.ts";
import { fieldsIn, isPersonal } from "./merge-fields.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { readRecipients } from "./read-recipients.ts";
import { receiversOf } from "./recipients.ts";
import { previewView } from "./views.ts";

export const PREVIEW_DIALOGUE = "broadcast.preview";

/** What is known of a message before its text. */
export type Begun = Omit<Message, "text">;

/** 发给 未报名单的地区：请抓紧报送。 */
const TO = /^\s*(?:发给|发送给|发至|发到)\s*([^：:\n。]{1,80})[：:\n]\s*(.*)$/su;

/**
 * Stores the text as the person's draft; 取消 drops it during the preview. A text that is too long also replaces the
 * earlier draft, so that 确认发送 does not send that one.
 *
 * @throws {RefusalError} for an empty text, an unknown field, and receivers that are nobody
 */
export async function startPreview(context: PersonContext, typed: string, begun?: Begun): Promise<View> {
  const [, who, said = typed] = begun?.corrects === undefined ? (TO.exec(typed) ?? []) : [];
  if (cleanText(said).length > MAX_LENGTH) {
    const hasDropped = await dropUnsent(context);
    await closePreview(context);
    return chatPhrases.refusal(tooLong(cleanText(said).length) + (hasDropped ? phrases.earlierDropped() : ""));
  }
  const to = who === undefined ? (begun ?? forText(context, said)) : readRecipients(context, who);
  const text = checkedText(context, said, to.audience);
  if (begun?.corrects === undefined) await receiversOf(context, to);
  const draft = await startMessage(context, { ...begun, ...to, text });
  await context.dialogue.open(PREVIEW_DIALOGUE, { draft: draft.id });
  return previewView(context, messageOf(draft), draft.id);
}

/** A text that says something else to each is for people, any other for the group. */
function forText(context: PersonContext, text: string): Recipients {
  const { used } = fieldsIn(text, fieldWordsOf(context));
  return { audience: used.some(isPersonal) ? "officials" : "group", of: [] };
}

/** Other receivers for what is being previewed. @throws {RefusalError} if they are nobody, or a field is not for them */
export async function checkReceivers(context: PersonContext, { text = "" }: Message, typed: string) {
  const to = readRecipients(context, typed);
  checkFields(context, text, to.audience);
  await receiversOf(context, to);
  return to;
}

export const closePreview = (context: PersonContext): Promise<boolean> => context.dialogue.close(PREVIEW_DIALOGUE);
