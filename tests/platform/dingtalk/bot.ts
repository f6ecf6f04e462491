import { makeApi } from "../../../src/platform/dingtalk/api/call.ts";
import { fetchToken } from "../../../src/platform/dingtalk/api/fetch-token.ts";
import { makeTokens } from "../../../src/platform/dingtalk/api/token.ts";
import { makeDingTalkGateway } from "../../../src/platform/dingtalk/gateway.ts";
import type { Usage } from "../../../src/platform/dingtalk/usage.ts";
import type { Platform } from "./platform.ts";

/** A client of the platform of a test, without limits, that notes what it counts. */
export function botOn(platform: Platform, cardTemplateId?: string) {
  const counted: string[] = [];
  const settings = { apiBase: platform.base, clientId: "c", clientSecret: "s" };
  const ignore = async () => {};
  let chat = "";
  const usage: Usage = {
    countCall: (name) => counted.push(name + chat),
    countPush: () => {},
    inChatOf: async (person, work) => {
      chat = ` of ${person}`;
      return work().finally(() => {
        chat = "";
      });
    },
    readUsage: async () => ({ apiCalls: 0, pushes: 0, byWork: {} }),
    stop: ignore,
  };
  const api = makeApi({
    apiBase: platform.base,
    oapiBase: platform.base,
    tokens: makeTokens(() => fetchToken(settings)),
    limiter: { reserve: ignore },
    usage,
    random: () => 0,
  });
  const gateway = makeDingTalkGateway({
    api,
    usage,
    robotCode: "robot",
    files: { hosts: [new URL(platform.base).host], maxBytes: 16 },
    ...(cardTemplateId === undefined ? {} : { card: { templateId: cardTemplateId, callback: { type: "STREAM" } } }),
  });
  return { api, gateway, counted };
}
