import type { Config } from "./config.ts";
import type { httpCallbacks } from "./platform/dingtalk/http-callbacks.ts";

/** How long the platform waits for an answer to a press, where it is set. */
export const patience = ({ CARD_ANSWER_MS: cardAnswerMs }: Config) =>
  cardAnswerMs === undefined ? {} : { cardAnswerMs };

/** What the connection to DingTalk goes by. */
export function dingTalkSettings(config: Config) {
  return {
    apiBase: config.DINGTALK_API_BASE,
    oapiBase: config.DINGTALK_OAPI_BASE,
    clientId: config.DINGTALK_CLIENT_ID,
    clientSecret: config.DINGTALK_CLIENT_SECRET,
    robotCode: config.DINGTALK_ROBOT_CODE ?? config.DINGTALK_CLIENT_ID,
    ...(config.CARD_TEMPLATE_ID === undefined ? {} : { cardTemplateId: config.CARD_TEMPLATE_ID }),
    ...(config.CARD_CALLBACK_ROUTE === undefined
      ? {}
      : { cardCallback: { type: "HTTP" as const, routeKey: config.CARD_CALLBACK_ROUTE } }),
    ...(config.CALLS_PER_SECOND === undefined ? {} : { perSecond: config.CALLS_PER_SECOND }),
    ...patience(config),
  };
}

/** The HTTP entrances that the environment opens; none in Stream mode. */
export function callbackSettings(
  config: Config,
  deps: Pick<Parameters<typeof httpCallbacks>[0], "handler" | "countPush">,
) {
  const { EVENT_TOKEN, EVENT_AES_KEY, CARD_CALLBACK_SECRET, DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET } = config;
  return {
    ...deps,
    ...(config.ROBOT_CALLBACK === "on" ? { robot: { appSecret: DINGTALK_CLIENT_SECRET } } : {}),
    ...(CARD_CALLBACK_SECRET ? { card: { apiSecret: CARD_CALLBACK_SECRET } } : {}),
    ...(EVENT_TOKEN && EVENT_AES_KEY
      ? { events: { token: EVENT_TOKEN, aesKey: EVENT_AES_KEY, ownerKey: DINGTALK_CLIENT_ID } }
      : {}),
  };
}
