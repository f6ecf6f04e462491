import type { CardReader } from "../card-delivery/read-card.ts";
import type { TimeKeeper } from "../clock/advance.ts";
import { clockRoutes } from "../clock/clock-routes.ts";
import { customRobotsRoute } from "../custom-robot/list-route.ts";
import { fileRoute } from "../files/file-route.ts";
import type { Parts } from "../parts.ts";
import { cardRoute } from "../people/card-route.ts";
import { dropRoute } from "../people/drop.ts";
import { followRoute } from "../people/follow.ts";
import { messagesRoute } from "../people/messages.ts";
import { pageMessageRoutes } from "../people/page-messages.ts";
import { pagePressRoute, pressRoute } from "../people/press.ts";
import { rawCallbackRoute } from "../people/raw-callback.ts";
import { readRoute } from "../people/read.ts";
import { recallRoute } from "../people/recall.ts";
import { sayRoute } from "../people/say.ts";
import { submitRoute } from "../people/submit.ts";
import { templateRoute } from "../people/template-route.ts";
import type { Reset } from "../world/reset.ts";
import { announceAnew, announceClock } from "./announce-clock.ts";
import type { ControlRoute } from "./control-route.ts";
import { clearFaultsRoute, faultsInForceRoute, orderFaultsRoute } from "./fault-routes.ts";
import type { Feed } from "./feed.ts";
import { instrumentRoutes } from "./instrument-routes.ts";
import { setUpRoutes } from "./set-up-routes.ts";
import { shippedScenariosRoute } from "./shipped-scenarios.ts";
import { snapshotRoutes } from "./snapshot-routes.ts";
import { worldRoutes } from "./world-routes.ts";

export interface ControlDeps {
  parts: Parts;
  keeper: TimeKeeper;
  cards: CardReader;
  reset: Reset;
  feed: Feed;
}

/** The whole control interface but the feed and its own description. */
export const controlRoutes = ({ parts, keeper, cards, reset, feed }: ControlDeps): ControlRoute[] => [
  ...clockRoutes(keeper, () => announceClock(keeper, feed)),
  ...worldRoutes(parts, reset, () => announceAnew(keeper, feed)),
  sayRoute(parts),
  pressRoute(parts, cards),
  pagePressRoute(parts, cards),
  submitRoute(parts, cards),
  rawCallbackRoute(parts),
  dropRoute(parts),
  followRoute(parts, cards),
  readRoute(parts),
  recallRoute(parts),
  messagesRoute(parts, cards),
  ...pageMessageRoutes(parts, cards),
  cardRoute(parts, cards),
  templateRoute(parts, cards),
  fileRoute(parts),
  ...setUpRoutes(parts),
  ...snapshotRoutes(parts, () => announceAnew(keeper, feed)),
  orderFaultsRoute(parts),
  clearFaultsRoute(parts),
  faultsInForceRoute(parts),
  ...instrumentRoutes(parts),
  customRobotsRoute(parts),
  shippedScenariosRoute(),
];
