import type { World } from "../world/world.ts";

/** The environment of a bot on this emulator: the first app's throw-away credentials. */
export function botEnvironment(world: World, url: string): Record<string, string> {
  const [app] = world.apps.values();
  const [template] = world.templates.values();
  return {
    DINGTALK_CLIENT_ID: app?.clientId ?? "",
    DINGTALK_CLIENT_SECRET: app?.clientSecret ?? "",
    DINGTALK_ROBOT_CODE: app?.robotCode ?? "",
    DINGTALK_API_BASE: url,
    DINGTALK_OAPI_BASE: url,
    CARD_TEMPLATE_ID: template?.templateId ?? "",
    CLOCK_URL: `${url}/_emulator/clock`,
  };
}
