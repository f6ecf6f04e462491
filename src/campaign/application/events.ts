import { event } from "../engine/events.ts";

/**
 * An application or a new revision has been submitted, or a withdrawal was taken back, or it was judged otherwise than
 * before. It may be excluded.
 */
export const applicationSubmitted = event<{ id: string; district: string }>("application.submitted");

/** 撤回. */
export const applicationWithdrawn = event<{ id: string; district: string }>("application.withdrawn");

/**
 * Cases have come further or less far than before; raised by the parts that contribute steps. `reviewed`: those whose
 * review has been finalized or reopened, if it was that.
 */
export const caseStepChanged = event<{ reviewed?: readonly string[] }>("application.step-changed");

/** A stage is over: its withdrawals can no longer be taken back. `ids`: of their applications. */
export const withdrawalsLapsed = event<{ ids: readonly string[] }>("application.withdrawals-lapsed");
