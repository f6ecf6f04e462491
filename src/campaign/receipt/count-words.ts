import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { receiptPhrases as phrases } from "./phrases.ts";
import { isKnownAt, MOST_ASKED, readCount } from "./rules.ts";
import { type Receipt, receiptsOf } from "./store.ts";

/** 已读18/25，未读：… of these receipts. */
export async function countWords(
  { tx, now }: Pick<Context, "tx" | "now">,
  receipts: readonly Receipt[],
): Promise<string> {
  const { read, of, unread, isAsked } = readCount(receipts);
  if (of > MOST_ASKED && !isAsked) return phrases.unknown(of);
  if (!isAsked) return receipts.some((one) => isKnownAt(one, now)) ? phrases.notAsked(of) : phrases.unknown(of);
  const names = await namesOf(tx, unread);
  return phrases.count(
    read,
    of,
    unread.map((id) => names.get(id) ?? id),
  );
}

/** Of one message; undefined if nobody has a receipt for it, as for what was sent by earlier versions. */
export async function countOf(
  context: Pick<Context, "tx" | "campaign" | "now">,
  message: string,
): Promise<{ label: string; value: string } | undefined> {
  const receipts = await receiptsOf(context.tx, context.campaign.id, { message });
  if (receipts.length === 0) return undefined;
  return { label: phrases.label(), value: await countWords(context, receipts) };
}
