import { z } from "zod";
import type { FrameDraft } from "./frame.ts";

export interface Push extends FrameDraft {
  clientId: string;
  /** The person it comes from. */
  userId?: string;
  /** Machine time. */
  ackTimeoutMs: number;
  /** Whether an acknowledgement counts; one that does not is as good as none. Left out: every one counts. */
  accepts?(ack: Acknowledgement): boolean;
}

export interface Acknowledgement {
  code: number;
  /** JSON as text. */
  data: string;
}

export type PushOutcome =
  /** No connection had subscribed to the topic, or the wait was given up. */
  { kind: "unreachable" } | { kind: "answered"; code: number; data: string } | { kind: "unanswered" };

/** Events about people name one or several. */
const eventSchema = z.object({ userId: z.union([z.string(), z.array(z.string())]) });

/** Whom a push comes from; of an event, whom it is about. Empty where it names nobody. */
export function usersOfPush({ userId, type, data }: Push): string[] {
  if (userId !== undefined) return [userId];
  const read = type === "EVENT" ? eventSchema.safeParse(JSON.parse(data)) : undefined;
  return [read?.data?.userId ?? []].flat();
}
