import { z } from "zod";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

/** That there is a maximum is documented, not which. */
const MAX_PLUGINS = 10;

const common = { method: "POST", gateway: "api", auth: "token", counted: true, failure: "system.error" } as const;
const robotSchema = z.object({ robotCode: z.string().default("") });

const pluginSchema = z.object({
  name: z.string(),
  icon: z.string(),
  pcUrl: z.string().optional(),
  mobileUrl: z.string().optional(),
});

/** Shortcuts in the direct chat with the robot. They open addresses; the bot is not notified. */
export const pluginCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: "/v1.0/robot/plugins/set",
    body: robotSchema.extend({ pluginInfoList: z.array(pluginSchema).default([]) }),
    run: ({ app, body: { robotCode, pluginInfoList } }) => {
      requireOwn(deps, app, robotCode);
      if (pluginInfoList.length > MAX_PLUGINS) {
        const error = invalid("exceededMaximumLimit", "超过插件最大个数限制");
        refuseOrWarn(deps, error, `单聊快捷入口超过 ${MAX_PLUGINS} 个`);
      }
      deps.world.plugins.put(robotCode, { robotCode, list: pluginInfoList });
      return { result: true };
    },
  }),
  platformCall({
    ...common,
    path: "/v1.0/robot/plugins/query",
    body: robotSchema,
    run: ({ app, body: { robotCode } }) => {
      requireOwn(deps, app, robotCode);
      return { pluginInfoList: deps.world.plugins.get(robotCode)?.list ?? [] };
    },
  }),
  platformCall({
    ...common,
    path: "/v1.0/robot/plugins/clear",
    body: robotSchema,
    run: ({ app, body: { robotCode } }) => {
      requireOwn(deps, app, robotCode);
      deps.world.plugins.remove(robotCode);
      return { result: true };
    },
  }),
];

const invalid = (name: string, message: string): PlatformError =>
  new PlatformError(400, `invalidRequest.${name}`, message);

function requireOwn({ world }: Pick<Deps, "world">, app: App, robotCode: string): void {
  if (robotCode === "") throw new PlatformError(400, "param.illegal", "参数错误");
  if (robotCode === app.robotCode) return;
  const known = [...world.apps.values()].some((one) => one.robotCode === robotCode);
  throw known
    ? invalid("robotCodeNotMatch", "应用与绑定的机器人robotCode不相符")
    : invalid("robotNotExist", "机器人不存在，请核实后添加");
}
