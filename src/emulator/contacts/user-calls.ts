import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { EmulatedUser } from "../contract.ts";
import type { Parts } from "../parts.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";

const common = { method: "POST", gateway: "oapi", auth: "token", counted: false } as const;

const ok = (result: object): object => ({
  errcode: 0,
  errmsg: "ok",
  request_id: randomBytes(6).toString("hex"),
  result,
});

/** Contacts; the monthly quota leaves them out. Sources: samples 92, 93. */
export const userCalls = ({ world }: Parts): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/topapi/v2/user/get",
    body: z.object({ userid: z.string() }),
    run: ({ body }) => {
      const user = world.users.get(body.userid);
      if (user?.active !== true) throw new OapiError(33012, "无效的USERID");
      return ok(describe(user));
    },
  }),
  platformCall({
    ...common,
    path: "/topapi/v2/user/getbymobile",
    body: z.object({ mobile: z.string() }),
    run: ({ body }) => {
      if (!/^\d{11}$/.test(body.mobile)) throw new OapiError(40104, "不合法的手机号");
      const user = [...world.users.values()].find((one) => one.mobile === body.mobile && one.active);
      if (user === undefined) throw new OapiError(60121, "找不到该用户");
      return ok({ userid: user.userId });
    },
  }),
];

const describe = ({ userId, unionId, name, mobile, title }: EmulatedUser): object => ({
  userid: userId,
  unionid: unionId,
  name,
  mobile,
  title,
  dept_id_list: [1],
  leader_in_dept: [{ dept_id: 1, leader: false }],
  active: true,
  admin: false,
  boss: false,
  senior: false,
});
