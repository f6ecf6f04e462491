import { z } from "zod";

export const subscriptionSchema = z.object({ type: z.enum(["EVENT", "CALLBACK"]), topic: z.string() });

/** Body of `POST /v1.0/gateway/connections/open`. */
export const openRequestSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  ua: z.string().optional(),
  localIp: z.string().optional(),
  subscriptions: z.array(subscriptionSchema),
});
export type OpenRequest = z.output<typeof openRequestSchema>;

/** The ticket lives 90 s and opens one connection at `${endpoint}?ticket=${ticket}`. */
export const openResponseSchema = z.object({ endpoint: z.url(), ticket: z.string().min(1) });
export type OpenResponse = z.output<typeof openResponseSchema>;
