import { z } from "zod";

/** Every fault action except `status:5xx`. */
export const faultActions = [
  "drop",
  "delay",
  "duplicate",
  "reorder",
  "refuse",
  "hang",
  "loseReply",
  "throttle",
  "expireToken",
  "revokeToken",
  "quota",
  "badFrame",
  "cut",
  "halfOpen",
  "disconnect",
  "unsafeContent",
  "permission",
  "ban",
] as const;

const isAction = (action: string): boolean =>
  faultActions.some((known) => known === action) || /^status:5(\d\d|xx)$/.test(action);

export const faultRuleSchema = z.object({
  match: z
    .object({
      api: z.string().optional(),
      topic: z.string().optional(),
      userId: z.string().optional(),
      direction: z.enum(["toBot", "fromBot"]).optional(),
    })
    .default({}),
  action: z.string().refine(isAction, `没有这种故障，可用的有 ${faultActions.join("、")} 和 status:5xx`),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  ms: z.number().nonnegative().optional(),
});

/** A fault rule as `POST /faults` takes it. */
export type FaultRule = z.output<typeof faultRuleSchema>;

/** A fault rule before defaults; docs/emulator.md lists the actions. */
export type FaultRuleInput = Omit<FaultRule, "match"> & Partial<Pick<FaultRule, "match">>;
