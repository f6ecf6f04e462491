import { setTimeout as sleep } from "node:timers/promises";
import type { RobotMessageBody } from "dingtalk-payloads";
import { type Chat, DeliveryError, type DeliveryOutcome } from "../../chat/ports.ts";
import type { View } from "../../chat/view.ts";
import { splitMarkdown, toMarkdown, toPlainText } from "../render/index.ts";

export type SendMessage = (message: RobotMessageBody) => Promise<DeliveryOutcome>;

const MAX_RETRIES = 3;
const MAX_PAUSE_MS = 5_000;

/** The platform's content check may reject official text because of its markup. */
const isContentCheck = (reason: string): boolean => reason.startsWith("contain.") || reason === "param.contentUnsafe";

/** Later parts are retried here: retrying the whole view would repeat the parts before them. */
async function sendWithRetries(
  send: SendMessage,
  message: RobotMessageBody,
  retries: number,
): Promise<DeliveryOutcome> {
  try {
    return await send(message);
  } catch (error) {
    if (!(error instanceof DeliveryError) || retries === 0) throw error;
    await sleep(Math.min(error.retryAfterMs, MAX_PAUSE_MS));
    return sendWithRetries(send, message, retries - 1);
  }
}

/**
 * Sends a view as markdown, split into several messages if necessary; in a direct chat, links stand in for buttons. If
 * the content check refuses the markdown, sends plain text.
 * @returns the outcome of the last message, or the first refusal
 */
export async function sendView(
  send: SendMessage,
  { chat, view }: { chat: Chat; view: View },
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: "sent" };
  const parts = splitMarkdown(toMarkdown(view, { links: chat.kind === "direct" }));
  for (const [index, { title, text }] of parts.entries()) {
    const message: RobotMessageBody = { msgKey: "sampleMarkdown", param: { title, text } };
    outcome = await sendWithRetries(send, message, index === 0 ? 0 : MAX_RETRIES);
    if (outcome.kind === "sent") continue;
    if (index === 0 && isContentCheck(outcome.reason)) return send(plainMessage(view));
    return outcome;
  }
  return outcome;
}

const plainMessage = (view: View): RobotMessageBody => ({
  msgKey: "sampleText",
  param: { content: toPlainText(view) },
});
