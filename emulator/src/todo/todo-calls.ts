import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { PlatformCall } from "../platform/call.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { changeTodoCalls } from "./change-todo.ts";
import { createPersonalTodo, createTodo } from "./create-todo.ts";
import { findTodoCalls } from "./find-todo.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

export const todoCalls = (deps: Deps): PlatformCall[] => [
  createTodo(deps),
  createPersonalTodo(),
  ...changeTodoCalls(deps),
  ...findTodoCalls(deps),
];
