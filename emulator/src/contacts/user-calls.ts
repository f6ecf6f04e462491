import { z } from "zod";
import type { EmulatedUser } from "../contract/control.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { deptId, requireDepartment } from "./department-calls.ts";
import { activeUsers, departmentOf, membersOf } from "./departments.ts";
import { oapiResult } from "./oapi-result.ts";

interface Deps {
  world: World;
}

const common = { method: "POST", gateway: "oapi", auth: "token", counted: false } as const;

/** Contacts; the monthly quota leaves them out. Sources: samples 92, 93. */
export const userCalls = (deps: Deps): PlatformCall[] => [...findCalls(deps), ...listCalls(deps)];

const findCalls = ({ world }: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/topapi/v2/user/get",
    body: z.object({ userid: z.string() }),
    run: ({ body }) => {
      const user = world.users.get(body.userid);
      if (user?.active !== true) throw new OapiError(33012, "无效的USERID");
      return oapiResult(describe(user));
    },
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/user/getbymobile",
    body: z.object({ mobile: z.string() }),
    run: ({ body }) => {
      if (!/^\d{11}$/.test(body.mobile)) throw new OapiError(40104, "不合法的手机号");
      const user = activeUsers(world).find((one) => one.mobile === body.mobile);
      if (user === undefined) throw new OapiError(60121, "找不到该用户");
      return oapiResult({ userid: user.userId });
    },
  }),
  platformCall({
    ...common,
    path: "/topapi/user/getbyunionid",
    body: z.object({ unionid: z.string() }),
    run: ({ body }) => {
      const user = activeUsers(world).find((one) => one.unionId === body.unionid);
      if (user === undefined) throw new OapiError(60121, "找不到该用户");
      return oapiResult({ contact_type: 0, userid: user.userId });
    },
  }),
];

const MAX_PAGE_SIZE = 100;
/** `size` is bounded on the page of `listsimple`; the same is assumed of `list`. */
const pageSchema = z.object({ dept_id: deptId, cursor: z.coerce.number().int(), size: z.coerce.number().int() });

const listCalls = ({ world }: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/topapi/user/listid",
    body: z.object({ dept_id: deptId }),
    run: ({ body }) => {
      requireDepartment(world, body.dept_id);
      return oapiResult({ userid_list: membersOf(world, body.dept_id).map(({ userId }) => userId) });
    },
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/user/list",
    body: pageSchema,
    run: ({ body }) => {
      requireDepartment(world, body.dept_id);
      return oapiResult(pageOf(membersOf(world, body.dept_id), body, describeInList));
    },
  }),
  platformCall({
    ...common,
    path: "/topapi/user/listsimple",
    body: pageSchema,
    run: ({ body }) => {
      requireDepartment(world, body.dept_id);
      const brief = ({ userId, name }: EmulatedUser) => ({ userid: userId, name });
      return oapiResult(pageOf(membersOf(world, body.dept_id), body, brief));
    },
  }),
];

function pageOf(
  users: readonly EmulatedUser[],
  { cursor, size }: z.output<typeof pageSchema>,
  describeOne: (user: EmulatedUser) => object,
): object {
  if (size < 1 || size > MAX_PAGE_SIZE) throw new OapiError(40069, "不合法的size");
  if (cursor < 0) throw new OapiError(40068, "不合法的偏移量");
  const next = cursor + size;
  const more = next < users.length;
  return { has_more: more, ...(more ? { next_cursor: next } : {}), list: users.slice(cursor, next).map(describeOne) };
}

const describeInList = (user: EmulatedUser): object => ({ ...factsOf(user), leader: false, dept_order: 1 });

const describe = (user: EmulatedUser): object => ({
  ...factsOf(user),
  leader_in_dept: [{ dept_id: departmentOf(user).deptId, leader: false }],
  senior: false,
});

const factsOf = (user: EmulatedUser): object => ({
  userid: user.userId,
  unionid: user.unionId,
  name: user.name,
  mobile: user.mobile,
  title: user.title,
  dept_id_list: [departmentOf(user).deptId],
  active: true,
  admin: false,
  boss: false,
});
