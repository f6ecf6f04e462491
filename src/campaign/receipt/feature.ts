import { textView } from "../../platform/chat/view.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, Feature } from "../engine/feature.ts";
import { askReceipts } from "./ask.ts";
import { countWords } from "./count-words.ts";
import { receiptPhrases as phrases } from "./phrases.ts";
import { receiptsOf, receiptTable } from "./store.ts";

/** Messages listed, the last first. */
const LISTED = 8;

/** 阅读情况: for the organizer only; no group learns who has not read. */
const see: Command = {
  id: "receipt.see",
  words: [phrases.word(), "已读情况", "谁没读", "谁没看"],
  capability: "reminder.send",
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose(), withoutButton: true },
  onlyIn: "direct",
  async handle(context) {
    const items = await lines(context);
    if (items.length === 0) return { reply: textView(phrases.title(), phrases.nothing()) };
    const list = { kind: "list" as const, items };
    return { reply: { ...textView(phrases.title(), "", { footnote: phrases.footnote() }), body: [list] } };
  },
};

async function lines(context: PersonContext): Promise<string[]> {
  const all = await receiptsOf(context.tx, context.campaign.id, {});
  const messages = [...Map.groupBy(all, ({ message }) => message).values()].slice(-LISTED).reverse();
  const items: string[] = [];
  for (const [first, ...others] of messages) {
    if (!first) continue;
    items.push(phrases.line(first.kind, first.sentAt, await countWords(context, [first, ...others])));
  }
  return items;
}

/** 已读回执: what was sent to whom, and when it was read. */
export const receiptFeature: Feature = { commands: [see], dueKinds: [askReceipts], tables: [receiptTable] };
