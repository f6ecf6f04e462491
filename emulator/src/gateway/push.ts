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

/** Events about people, departments and roles, which the monthly quota leaves out. Source: the list of free events. */
const FREE_EVENT = /^(user_|org_|label_|industry_medical_)/;

/** Whether the monthly quota leaves this push out. */
export const isFreeEvent = ({ type, extraHeaders }: Pick<FrameDraft, "type" | "extraHeaders">): boolean =>
  type === "EVENT" && FREE_EVENT.test(extraHeaders?.eventType ?? "");
