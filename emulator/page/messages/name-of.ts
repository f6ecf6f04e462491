import type { EmulatorState } from "../../src/contract/control.ts";

/** The name of a sender: a person's current name, or the robot's. */
export const nameOf = (world: EmulatorState, from: string): string =>
  world.users.find(({ userId }) => userId === from)?.name ??
  world.robots.find(({ robotCode }) => robotCode === from)?.name ??
  from;
