import { createHash } from "node:crypto";
import { appIdOf } from "../gateway/connections.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

const ENABLED = 1;
const H5_APP = 0;

/** Ten digits that are the same for the same app, as large as the platform's. */
const agentIdOf = ({ clientId }: App): number =>
  1_000_000_000 + (createHash("sha256").update(`agent ${clientId}`).digest().readUInt32BE() % 2_000_000_000);

/** The organisation's own apps, through the new gateway and the old one. Whether the quota counts them is assumed. */
export const innerAppCalls = ({ world }: Deps): PlatformCall[] => [
  platformCall({
    method: "GET",
    path: "/v1.0/microApp/allInnerApps",
    gateway: "api",
    auth: "token",
    counted: true,
    failure: "systemBusy",
    run: () => ({ appList: [...world.apps.values()].map(describe) }),
  }),
  platformCall({
    method: "POST",
    path: "/microapp/list",
    gateway: "oapi",
    auth: "token",
    counted: true,
    run: () => ({ errcode: 0, errmsg: "ok", appList: [...world.apps.values()].map(describeOld) }),
  }),
];

const describe = (app: App): object => ({
  agentId: agentIdOf(app),
  name: app.name,
  desc: "",
  icon: "",
  homepageLink: "",
  pcHomepageLink: "",
  ompLink: "",
  // Documented as 0 for an internal app.
  appId: 0,
  appStatus: ENABLED,
  developType: H5_APP,
  robotInfo: { name: app.name, robotCode: app.robotCode },
  coolAppInfo: [],
  unifiedAppId: appIdOf(app.clientId),
});

const describeOld = (app: App): object => ({
  name: app.name,
  agentId: agentIdOf(app),
  appIcon: "",
  appDesc: "",
  isSelf: true,
  appStatus: ENABLED,
  homepageLink: "",
  pcHomepageLink: "",
  ompLink: "",
});
