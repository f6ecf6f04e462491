import type { EmulatorState } from "../../src/contract/control.ts";

/** How a sender is called: a person's name as it is now, or the robot's. */
export const nameOf = (world: EmulatorState, from: string): string =>
  world.users.find(({ userId }) => userId === from)?.name ??
  world.robots.find(({ robotCode }) => robotCode === from)?.name ??
  from;
