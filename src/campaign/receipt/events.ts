import { event } from "../engine/events.ts";

/** Who has read a message is known better than before. */
export const receiptsChanged = event<{ message: string }>("receipt.changed");
