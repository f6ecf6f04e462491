import { z } from "zod";
import type { FrameDraft } from "./frame.ts";

export interface Push extends FrameDraft {
  clientId: string;
  /** The person it comes from. */
  userId?: string;
  /** Machine time. */
  ackTimeoutMs: number;
  /** Whether an acknowledgement counts; one that does not is ignored. Default: every one counts. */
  accepts?(ack: Acknowledgement): boolean;
}

export interface Acknowledgement {
  code: number;
  /** JSON as text. */
  data: string;
}

export type PushOutcome =
  /** No connection had subscribed to the topic, or the push was cancelled. */
  { kind: "unreachable" } | { kind: "answered"; code: number; data: string } | { kind: "unanswered" };

/** Events about people name one or several. */
const eventSchema = z.object({ userId: z.union([z.string(), z.array(z.string())]) });

/** Users a push comes from, or an event is about; empty when it names none. */
export function usersOfPush({ userId, type, data }: Push): string[] {
  if (userId !== undefined) return [userId];
  const read = type === "EVENT" ? eventSchema.safeParse(JSON.parse(data)) : undefined;
  return [read?.data?.userId ?? []].flat();
}
