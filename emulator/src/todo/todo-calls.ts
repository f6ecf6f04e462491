import type { Parts } from "../parts.ts";
import type { PlatformCall } from "../platform/call.ts";
import { changeTodoCalls } from "./change-todo.ts";
import { createPersonalTodo, createTodo } from "./create-todo.ts";
import { findTodoCalls } from "./find-todo.ts";

export const todoCalls = (parts: Parts): PlatformCall[] => [
  createTodo(parts),
  createPersonalTodo(),
  ...changeTodoCalls(parts),
  ...findTodoCalls(parts),
];
