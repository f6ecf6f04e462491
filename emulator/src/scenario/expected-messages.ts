import { plainMarkdown } from "../card/plain-markdown.ts";
import type { EmulatorClient } from "../client/client.ts";
import { last } from "../client/last.ts";
import { messageText } from "../client/message-text.ts";
import type { EmulatedMessage } from "../contract/control.ts";
import { containsText } from "./find-message.ts";
import type { Step } from "./scenario.ts";

type Expectation = Extract<Step, { kind: "see" }>;

/**
 * What a person is expected to see: messages that are new or changed for them since their own last action or the last
 * movement of the clock, whichever is later.
 */
export interface ExpectedMessages {
  markAction(userId: string): Promise<void>;
  markClockMove(): Promise<void>;
  /** @throws Error with a sentence that says what there is instead */
  check(look: Expectation, where: { userId: string; conversationId?: string }): Promise<void>;
}

export async function watchMessages(client: EmulatorClient): Promise<ExpectedMessages> {
  const seqNow = async (): Promise<number> => {
    const [someone] = (await client.state()).users;
    return someone === undefined ? 0 : (await read(client, someone.userId, "*", Number.MAX_SAFE_INTEGER)).seq;
  };
  let moved = await seqNow();
  const acted = new Map<string, number>();
  return {
    markAction: async (userId) => void acted.set(userId, await seqNow()),
    markClockMove: async () => {
      moved = await seqNow();
    },
    check: async ({ texts, never }, { userId, conversationId = "" }) => {
      const since = Math.max(moved, acted.get(userId) ?? 0);
      const { messages } = await read(client, userId, conversationId, since);
      const seen = messages.filter(({ from }) => from !== userId).map(messageText);
      for (const text of texts) {
        const isPresent = seen.some((words) => containsText(words, text));
        if (isPresent === never) throw new Error(`${never ? "不应看到" : "没有看到"}「${text}」。${insteadOf(seen)}`);
      }
    },
  };
}

const read = (client: EmulatorClient, userId: string, chat: string, after: number) =>
  client.call<{ messages: EmulatedMessage[]; seq: number }>(
    `/users/${encodeURIComponent(userId)}/messages?conversationId=${encodeURIComponent(chat)}&after=${after}`,
  );

const MAX_LENGTH = 120;

function insteadOf(seen: readonly string[]): string {
  const newest = plainMarkdown(last(seen) ?? "").join(" ");
  if (newest === "") return "此后没有收到新内容。";
  return `最近收到的是：${newest.length > MAX_LENGTH ? `${newest.slice(0, MAX_LENGTH)}……` : newest}`;
}
