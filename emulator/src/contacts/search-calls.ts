import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { activeUsers, departmentsOf } from "./departments.ts";

interface Deps {
  world: World;
}

const common = { method: "POST", gateway: "api", auth: "token", counted: false } as const;

const searchSchema = z.object({
  queryWord: z.string().default(""),
  offset: z.int().nonnegative().default(0),
  size: z.int().positive().default(10),
  /** 1: the whole name */
  fullMatchField: z.int().optional(),
});

type Search = z.output<typeof searchSchema>;

/** Searching people and departments by name, not by pinyin as the platform also does. `offset` counts pages. */
export const searchCalls = ({ world }: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/v1.0/contact/users/search",
    body: searchSchema,
    run: ({ body }) =>
      pageOf(
        body,
        named(body, activeUsers(world)).map(({ userId }) => userId),
      ),
  }),
  platformCall({
    ...common,
    path: "/v1.0/contact/departments/search",
    body: searchSchema,
    run: ({ body }) =>
      pageOf(
        body,
        named(body, departmentsOf(world)).map(({ deptId }) => deptId),
      ),
  }),
];

function named<T extends { name: string }>({ queryWord, fullMatchField }: Search, all: readonly T[]): T[] {
  if (queryWord.trim() === "") throw new PlatformError(400, "parameter.error", "参数错误");
  return all.filter(({ name }) => (fullMatchField === 1 ? name === queryWord : name.includes(queryWord)));
}

function pageOf({ offset, size }: Search, found: readonly (string | number)[]): object {
  const start = offset * size;
  return { hasMore: start + size < found.length, totalCount: found.length, list: found.slice(start, start + size) };
}
