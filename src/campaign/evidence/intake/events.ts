import { event } from "../../engine/events.ts";

/** What is asked about a burst, or what became of it. */
export const burstChanged = event<{ id: string }>("evidence.burst-changed");
