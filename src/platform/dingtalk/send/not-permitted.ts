import { DeliveryError, type DeliveryOutcome } from "../../chat/ports.ts";

/** What the organisation has not permitted is refused: another way is taken, and nothing waits for an administrator. */
export function orNotPermitted(error: unknown): DeliveryOutcome {
  if (error instanceof DeliveryError && error.code === "setup") return { kind: "refused", reason: error.message };
  throw error;
}
