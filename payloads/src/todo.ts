import { z } from "zod";

/** `POST /v1.0/todo/users/{unionId}/tasks?operatorId={unionId}`. People are unionIds; `sourceId` is one to one. */
export const todoCreateRequestSchema = z.object({
  sourceId: z.string(),
  subject: z.string().max(1024),
  creatorId: z.string(),
  description: z.string().optional(),
  /** Milliseconds. */
  dueTime: z.number(),
  executorIds: z.array(z.string()),
  participantIds: z.array(z.string()).optional(),
  /** Required: the person cannot tick a work to-do off in the list. */
  detailUrl: z.object({ appUrl: z.string(), pcUrl: z.string() }),
  isOnlyShowExecutor: z.boolean().optional(),
  /** 10 low, 20 normal, 30 urgent, 40 very urgent. */
  priority: z.number().optional(),
  notifyConfigs: z.object({ dingNotify: z.enum(["0", "1"]) }).optional(),
});
export type TodoCreateRequest = z.input<typeof todoCreateRequestSchema>;
export const todoCreateResponseSchema = z.looseObject({ id: z.string() });

/** `PUT /v1.0/todo/users/{unionId}/tasks/{taskId}`. */
export const todoUpdateRequestSchema = z.object({
  subject: z.string().max(1024).optional(),
  dueTime: z.number().optional(),
  done: z.boolean().optional(),
  executorIds: z.array(z.string()).optional(),
});
export type TodoUpdateRequest = z.input<typeof todoUpdateRequestSchema>;
export const todoUpdateResponseSchema = z.looseObject({ result: z.boolean() });
