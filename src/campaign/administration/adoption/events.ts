import { event } from "../../engine/events.ts";

/** A proposed definition has been adopted, declined or replaced. */
export const proposalClosed = event<{ hash: string }>("definition.proposal-closed");
