import type { LiveCard } from "../../platform/chat/cards.ts";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import type { CardRenderer } from "../engine/feature.ts";
import { NOTICE } from "./broadcast.ts";
import { commonValues, type FieldValues, fieldWordsOf, type StoredValues, storedValues } from "./field-values.ts";
import { filledIn } from "./merge-fields.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { type Broadcast, filesOf, sentAs, textOf } from "./store.ts";
import { noticeView } from "./views.ts";

/** What receivers have before them. Correcting and recalling redraw it. */
export const noticeRenderer: CardRenderer = { kind: NOTICE, redrawOn: [], render: drawNotice };

async function drawNotice(context: Context, { subject, chat }: LiveCard): Promise<View> {
  const broadcast = await sentAs(context.tx, subject);
  if (!broadcast) throw new Error(`no broadcast ${subject}`);
  const title = phrases.messageTitle(context.campaign.definition.campaign.name);
  if (broadcast.state === "recalled") {
    return textView(title, phrases.recalledText(broadcast.files.length > 0), {
      tone: "closed",
      status: phrases.recalledStatus(),
    });
  }
  const text = await textOf(context, broadcast.text);
  if (text === undefined) return textView(title, phrases.erased(), { tone: "closed" });
  const filled = filledIn(text, fieldWordsOf(context), await valuesIn(context, broadcast, chat));
  const names = await namesOf(context.tx, [broadcast.sentBy]);
  const sender = names.get(broadcast.sentBy) ?? broadcast.sentBy;
  return noticeView(context, { text: filled, sender, broadcast, files: await filesOf(context, broadcast) });
}

async function valuesIn(context: Context, { values }: Broadcast, chat: string): Promise<FieldValues> {
  const common = commonValues(context);
  const place = chatOfKey(chat);
  if (values === undefined || place.kind === "group") return common;
  const stored = await textOf(context, values);
  if (stored === undefined) return common;
  return { ...common, ...valuesOfAll(values.personal, stored)[place.person] };
}

let lastRead: { id: string; of: StoredValues } | undefined;

/** Those of the last broadcast are kept: its cards follow each other, and each is for one of thousands. */
function valuesOfAll(id: string, stored: string): StoredValues {
  if (lastRead?.id !== id) lastRead = { id, of: storedValues.parse(JSON.parse(stored)) };
  return lastRead.of;
}
