import { setTimeout as sleep } from "node:timers/promises";
import type { RobotMessageBody } from "dingtalk-payloads";
import { type Chat, type DeliveryOutcome, DeliveryTrouble } from "../../chat/ports.ts";
import type { View } from "../../chat/view.ts";
import { splitMarkdown, toMarkdown, toPlainText } from "../render/index.ts";

export type Say = (message: RobotMessageBody) => Promise<DeliveryOutcome>;

const PATIENCE = 3;
const LONGEST_PAUSE_MS = 5_000;

/** The platform's content check can reject official text for its markup alone. */
const isContentCheck = (reason: string): boolean => reason.startsWith("contain.") || reason === "param.contentUnsafe";

/** A later part is tried again here: repeating the whole view would repeat the parts before it. */
async function insist(say: Say, message: RobotMessageBody, patience: number): Promise<DeliveryOutcome> {
  try {
    return await say(message);
  } catch (error) {
    if (!(error instanceof DeliveryTrouble) || patience === 0) throw error;
    await sleep(Math.min(error.retryAfterMs, LONGEST_PAUSE_MS));
    return insist(say, message, patience - 1);
  }
}

/**
 * A view as markdown, in a direct chat with links that type, over several messages where it is long; as plain text
 * when the content check refuses the markdown.
 * @returns the outcome of the last message, or the first refusal
 */
export async function sendView(say: Say, { chat, view }: { chat: Chat; view: View }): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: "sent" };
  const parts = splitMarkdown(toMarkdown(view, { links: chat.kind === "direct" }));
  for (const [index, { title, text }] of parts.entries()) {
    const message: RobotMessageBody = { msgKey: "sampleMarkdown", param: { title, text } };
    outcome = await insist(say, message, index === 0 ? 0 : PATIENCE);
    if (outcome.kind === "sent") continue;
    if (index === 0 && isContentCheck(outcome.reason)) return say(plain(view));
    return outcome;
  }
  return outcome;
}

const plain = (view: View): RobotMessageBody => ({ msgKey: "sampleText", param: { content: toPlainText(view) } });
