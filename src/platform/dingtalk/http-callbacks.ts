import type { FastifyInstance } from "fastify";
import type { InboundHandler } from "../chat/ports.ts";
import type { EventSecrets } from "./http/event-crypto.ts";
import { receiveCard } from "./http/receive-card.ts";
import { receiveEvent } from "./http/receive-event.ts";
import { receiveRobotMessage } from "./http/receive-robot-message.ts";

export interface HttpCallbackDeps {
  handler: InboundHandler;
  countPush: (topic: string, person?: string) => void;
  /** Routes are registered only for what is configured. */
  robot?: { appSecret: string };
  card?: { apiSecret: string };
  events?: EventSecrets;
  /** Machine time in milliseconds. */
  now?: () => number;
}

export const httpPaths = {
  robot: "/dingtalk/robot",
  card: "/dingtalk/card",
  event: "/dingtalk/event",
} as const;

/**
 * Webhook routes, for apps in HTTP mode; they use the same handler as the stream. A wrong signature is answered with
 * 401 and nothing is stored.
 */
export function httpCallbacks(deps: HttpCallbackDeps): (app: FastifyInstance) => Promise<void> {
  const { handler, countPush, robot, card, events, now = Date.now } = deps;
  return async (app) => {
    if (robot) receiveRobotMessage(app, { ...robot, path: httpPaths.robot, handler, countPush, now });
    if (card) receiveCard(app, { ...card, path: httpPaths.card, handler, countPush, now });
    if (events) receiveEvent(app, { secrets: events, path: httpPaths.event, handler, now });
  };
}
