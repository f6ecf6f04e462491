import type { Parts } from "../parts.ts";
import type { PlatformCall } from "../platform/call.ts";
import { createCalls } from "./create-calls.ts";
import { findCalls } from "./find-calls.ts";
import { memberCalls } from "./member-calls.ts";
import { updateCalls } from "./update-calls.ts";

/** Groups as an app makes, changes and asks for them. */
export const groupCalls = (parts: Parts): PlatformCall[] =>
  [createCalls, updateCalls, memberCalls, findCalls].flatMap((make) => make(parts));
