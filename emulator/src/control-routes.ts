import type { CardReader } from "./card-delivery/read-card.ts";
import type { ClockServices } from "./clock/advance.ts";
import type { Clock } from "./clock/emulated-clock.ts";
import { announceClock, announceReset } from "./control/announce-clock.ts";
import { putAppRoute, putTemplateRoute } from "./control/app-set-up.ts";
import { clockRoutes } from "./control/clock-routes.ts";
import { customRobotsRoute } from "./control/custom-robots-route.ts";
import { activeFaultsRoute, addFaultsRoute, clearFaultsRoute } from "./control/fault-routes.ts";
import { fileRoute } from "./control/file-route.ts";
import { addMembersRoute, putGroupRoute, removeMemberRoute } from "./control/group-set-up.ts";
import { instrumentRoutes } from "./control/instrument-routes.ts";
import type { Reset } from "./control/reset.ts";
import { shippedScenariosRoute } from "./control/shipped-scenarios.ts";
import { snapshotRoutes } from "./control/snapshot-routes.ts";
import { putUserRoute } from "./control/user-set-up.ts";
import { worldRoutes } from "./control/world-routes.ts";
import type { ControlRoute } from "./control-api/control-route.ts";
import type { Feed } from "./control-api/feed.ts";
import type { Deliveries } from "./delivery/deliveries.ts";
import type { HttpPusher } from "./delivery/http-pusher.ts";
import type { Files } from "./files/files.ts";
import type { Connections } from "./gateway/connections.ts";
import type { Faults } from "./instruments/faults.ts";
import type { Log } from "./instruments/log.ts";
import type { Traffic } from "./instruments/traffic.ts";
import type { UsageCounter } from "./instruments/usage.ts";
import type { Warnings } from "./instruments/warnings.ts";
import type { CallLimits } from "./limits/call-limits.ts";
import type { Logins } from "./login/logins.ts";
import { cardRoute } from "./people/card-route.ts";
import { dropRoute } from "./people/drop.ts";
import { messagesRoute } from "./people/messages.ts";
import { openLinkRoute } from "./people/open-link.ts";
import { pageMessageRoutes } from "./people/page-messages.ts";
import { pagePressRoute, pressRoute } from "./people/press.ts";
import { rawCallbackRoute } from "./people/raw-callback.ts";
import { readRoute } from "./people/read.ts";
import { recallRoute } from "./people/recall.ts";
import { sayRoute } from "./people/say.ts";
import { submitRoute } from "./people/submit.ts";
import { templateRoute } from "./people/template-route.ts";
import type { Conversations } from "./world/conversations.ts";
import type { MessageStore } from "./world/messages.ts";
import type { World } from "./world/world.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  files: Files;
  limits: CallLimits;
  connections: Connections;
  httpPusher: HttpPusher;
  deliveries: Deliveries;
  faults: Faults;
  traffic: Traffic;
  usage: UsageCounter;
  warnings: Warnings;
  log: Log;
  logins: Logins;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
  /** Where an app reaches its session webhooks, without a trailing slash. */
  webhookBase(clientId: string): string;
}

export interface ControlOptions {
  clockServices: ClockServices;
  cards: CardReader;
  reset: Reset;
  feed: Feed;
}

/** The whole control interface except the feed and its own description. */
export const controlRoutes = (deps: Deps, { clockServices, cards, reset, feed }: ControlOptions): ControlRoute[] => [
  ...clockRoutes(clockServices, () => announceClock(clockServices, feed)),
  ...worldRoutes(deps, reset, () => announceReset(clockServices, feed)),
  sayRoute(deps),
  pressRoute(deps, cards),
  pagePressRoute(deps, cards),
  submitRoute(deps, cards),
  rawCallbackRoute(deps),
  dropRoute(deps),
  openLinkRoute(deps, cards),
  readRoute(deps),
  recallRoute(deps),
  messagesRoute(deps, cards),
  ...pageMessageRoutes(deps, cards),
  cardRoute(deps, cards),
  templateRoute(deps, cards),
  fileRoute(deps),
  ...setUpRoutes(deps),
  ...snapshotRoutes(deps, () => announceReset(clockServices, feed)),
  addFaultsRoute(deps),
  clearFaultsRoute(deps),
  activeFaultsRoute(deps),
  ...instrumentRoutes(deps),
  customRobotsRoute(deps),
  shippedScenariosRoute(),
];

/** Changes to the organisation; the bot is notified as it would be by the platform. */
const setUpRoutes = (
  deps: Pick<Deps, "world" | "clock" | "httpPusher" | "deliveries" | "warnings">,
): ControlRoute[] => [
  putUserRoute(deps),
  putGroupRoute(deps),
  addMembersRoute(deps),
  removeMemberRoute(deps),
  putAppRoute(deps),
  putTemplateRoute(deps),
];
