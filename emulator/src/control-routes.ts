import type { CardReader } from "./card-delivery/read-card.ts";
import type { TimeKeeper } from "./clock/advance.ts";
import { announceAnew, announceClock } from "./control/announce-clock.ts";
import { putAppRoute, putTemplateRoute } from "./control/app-set-up.ts";
import { clockRoutes } from "./control/clock-routes.ts";
import { customRobotsRoute } from "./control/custom-robots-route.ts";
import { clearFaultsRoute, faultsInForceRoute, orderFaultsRoute } from "./control/fault-routes.ts";
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
import type { Parts } from "./parts.ts";
import { cardRoute } from "./people/card-route.ts";
import { dropRoute } from "./people/drop.ts";
import { messagesRoute } from "./people/messages.ts";
import { followRoute } from "./people/open-link.ts";
import { pageMessageRoutes } from "./people/page-messages.ts";
import { pagePressRoute, pressRoute } from "./people/press.ts";
import { rawCallbackRoute } from "./people/raw-callback.ts";
import { readRoute } from "./people/read.ts";
import { recallRoute } from "./people/recall.ts";
import { sayRoute } from "./people/say.ts";
import { submitRoute } from "./people/submit.ts";
import { templateRoute } from "./people/template-route.ts";

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

/** Changes of the world around the bot; it hears of them as it would from the platform. */
export const setUpRoutes = (parts: Parts): ControlRoute[] => [
  putUserRoute(parts),
  putGroupRoute(parts),
  addMembersRoute(parts),
  removeMemberRoute(parts),
  putAppRoute(parts),
  putTemplateRoute(parts),
];
