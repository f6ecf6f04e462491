import { makeCardReader } from "./card-delivery/read-card.ts";
import { makeTemplates } from "./card-delivery/templates.ts";
import { makeActivity } from "./clock/activity.ts";
import { type ClockStart, makeEmulatedClock } from "./clock/emulated-clock.ts";
import { makeSubscribers } from "./clock/subscribers.ts";
import type { Seed } from "./contract/control.ts";
import { botEnvironment } from "./control/environment.ts";
import { makeReset } from "./control/reset.ts";
import { makeFeed } from "./control-api/feed.ts";
import { controlRoutes } from "./control-routes.ts";
import { makeDeliveries } from "./delivery/deliveries.ts";
import { makeHttpPusher } from "./delivery/http-pusher.ts";
import { type ByteStore, makeFiles } from "./files/files.ts";
import { makeConnections } from "./gateway/connections.ts";
import { makePusher } from "./gateway/pusher.ts";
import { makeTickets } from "./gateway/tickets.ts";
import { makeFaults } from "./instruments/faults.ts";
import type { Log } from "./instruments/log.ts";
import { makeTraffic } from "./instruments/traffic.ts";
import { makeUsage } from "./instruments/usage.ts";
import { makeWarnings } from "./instruments/warnings.ts";
import { makeCallLimits } from "./limits/call-limits.ts";
import { makeLogins } from "./login/logins.ts";
import { makeTokens } from "./platform/tokens.ts";
import { platformCalls } from "./platform-calls.ts";
import { showHttpReply } from "./robot/http-reply.ts";
import { makeConversations } from "./world/conversations.ts";
import { settingsOf } from "./world/facts.ts";
import { makeMessageStore } from "./world/messages.ts";
import type { World } from "./world/world.ts";

export interface AssembleOptions {
  world: World;
  bytes: ByteStore;
  expectBots: number;
  seed: Seed;
  now: ClockStart;
  log: Log;
  baseUrl(): string;
  secureEndpoint(): string | undefined;
}

/** Builds every service around an empty world, so that each index sees the world being filled. */
export function assemble({ world, bytes, expectBots, seed, now, log, ...addresses }: AssembleOptions) {
  const random = Math.random;
  const messages = makeMessageStore(world);
  const feed = makeFeed(world, () => messages);
  const publishState = () => feed.publish({ kind: "state" });
  const conversations = makeConversations(world);
  const clock = makeEmulatedClock(world);
  const activity = makeActivity();
  const connections = makeConnections({ random, onChange: publishState });
  const subscribers = makeSubscribers({ expected: expectBots, onChange: publishState });
  const instruments = {
    faults: makeFaults({ random, onChange: () => feed.publish({ kind: "faults" }) }),
    traffic: makeTraffic((id) => feed.publish({ kind: "traffic", id })),
    usage: makeUsage(world, clock),
    warnings: makeWarnings(),
  };
  const pusher = makePusher({ ...instruments, connections });
  const httpPusher = makeHttpPusher(instruments);
  const files = makeFiles(world, bytes);
  const deliveries = makeDeliveries({
    world,
    messages,
    pusher,
    httpPusher,
    ...instruments,
    activity,
    log,
    showHttpReply: (app, sent, reply) => showHttpReply({ world, messages, clock, files }, { app, sent, reply }),
  });
  const webhookBase = (clientId: string): string => {
    const { sessionWebhook } = settingsOf(world);
    const byName = connections.all().some((one) => one.clientId === clientId && one.byName);
    const named = sessionWebhook === "dingtalk" || (sessionWebhook === "auto" && byName);
    return named ? "https://oapi.dingtalk.com" : addresses.baseUrl();
  };
  const services = {
    world,
    messages,
    conversations,
    clock,
    files,
    activity,
    tickets: makeTickets(() => settingsOf(world).ticketMs),
    tokens: makeTokens(),
    logins: makeLogins(),
    limits: makeCallLimits(world),
    connections,
    pusher,
    httpPusher,
    deliveries,
    ...instruments,
    log,
    webhookBase,
    ...addresses,
  };
  const clockServices = { clock, subscribers, activity };
  const reset = makeReset(services, { clockServices, seed, now });
  const cards = makeCardReader(world, makeTemplates(world));
  return {
    services,
    feed,
    calls: platformCalls(services),
    routes: controlRoutes(services, { clockServices, cards, reset, feed }),
    environment: () => botEnvironment(world, addresses.baseUrl()),
  };
}
