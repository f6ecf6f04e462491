import type { CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** The callback address of a card created for HTTP; undefined for one over the stream. */
export function routeOf(world: World, card: CardRecord): { url: string; apiSecret: string | undefined } | undefined {
  if (card.callbackType !== "HTTP") return undefined;
  const route = world.routes.get(`${card.clientId} ${card.callbackRouteKey ?? ""}`);
  return route === undefined ? undefined : { url: route.callbackUrl, apiSecret: route.apiSecret };
}
