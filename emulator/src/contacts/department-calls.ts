import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { activeUsers, type Department, departmentOf, departmentsOf, membersOf, ROOT_ID } from "./departments.ts";
import { oapiResult } from "./oapi-result.ts";

interface Deps {
  world: World;
}

const common = { method: "POST", gateway: "oapi", auth: "token", counted: false } as const;

export const deptId = z.coerce.number().int();
const deptBody = z.object({ dept_id: deptId });

/** Departments; the monthly quota leaves contacts out. */
export const departmentCalls = ({ world }: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/topapi/v2/department/listsub",
    body: z.object({ dept_id: deptId.default(ROOT_ID) }),
    run: ({ body }) => oapiResult(below(world, body.dept_id).map(describeBriefly)),
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/department/listsubid",
    body: deptBody,
    run: ({ body }) => oapiResult({ dept_id_list: below(world, body.dept_id).map((one) => one.deptId) }),
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/department/get",
    body: deptBody,
    run: ({ body }) => oapiResult(describe(world, requireDepartment(world, body.dept_id))),
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/department/listparentbydept",
    body: deptBody,
    run: ({ body }) => oapiResult({ parent_id_list: upwards(requireDepartment(world, body.dept_id)) }),
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/department/listparentbyuser",
    body: z.object({ userid: z.string() }),
    run: ({ body }) => {
      const user = world.users.get(body.userid);
      if (user?.active !== true) throw new OapiError(33012, "无效的USERID");
      return oapiResult({ parent_list: [{ parent_dept_id_list: upwards(departmentOf(user)) }] });
    },
  }),
];

/** @throws OapiError 60003 */
export function requireDepartment(world: World, id: number): Department {
  const found = departmentsOf(world).find((one) => one.deptId === id);
  if (found === undefined) throw new OapiError(60003, "部门不存在");
  return found;
}

function below(world: World, id: number): Department[] {
  requireDepartment(world, id);
  return departmentsOf(world).filter(({ parentId }) => parentId === id);
}

/** A department and all above it, the root last. */
const upwards = ({ deptId: id }: Department): number[] => (id === ROOT_ID ? [ROOT_ID] : [id, ROOT_ID]);

const describeBriefly = ({ deptId: dept_id, name, parentId: parent_id }: Department): object => ({
  dept_id,
  name,
  parent_id,
  create_dept_group: false,
  auto_add_user: false,
});

function describe(world: World, department: Department): object {
  const own = membersOf(world, department.deptId).length;
  return {
    ...describeBriefly(department),
    order: 0,
    hide_dept: false,
    outer_dept: false,
    dept_manager_userid_list: [],
    member_count: department.deptId === ROOT_ID ? activeUsers(world).length : own,
    owning_member_count: own,
  };
}
