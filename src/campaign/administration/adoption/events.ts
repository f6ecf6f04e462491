import { event } from "../../engine/events.ts";

/** A proposed definition was adopted or declined, or another one took its place. */
export const proposalClosed = event<{ hash: string }>("definition.proposal-closed");
