import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { corpIdOf } from "../world/facts.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { routeOf } from "./callback-route.ts";
import { addCardVersion } from "./card-versions.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const DYNAMIC_TOPIC = "/v1.0/card/dynamicData/get";

const answerSchema = z.object({
  response: z.object({
    dataSourceQueryResponses: z.array(
      z.object({
        dynamicDataSourceId: z.string(),
        dynamicDataValueType: z.string().default("OBJECT"),
        data: z.string(),
      }),
    ),
  }),
});

/**
 * Queries a card's sources for this user and overlays the values for them alone. The platform queries when a client
 * renders the card; the emulator does it when the user first reads the card.
 */
export async function pullSources(deps: Deps, app: App, seen: { card: CardRecord; userId: string }): Promise<void> {
  const { card, userId } = seen;
  const { sources = [], outTrackId } = card;
  if (sources.length === 0) return;
  const answer = await deps.deliveries.cardCallback({
    app,
    userId,
    topic: DYNAMIC_TOPIC,
    route: routeOf(deps.world, card),
    body: {
      type: "dynamicDataCallback",
      corpId: corpIdOf(deps.world),
      userId,
      outTrackId,
      content: JSON.stringify({ dynamicDataSourceQueryRequests: sources }),
    },
  });
  const values = answer === undefined ? {} : readAnswer(deps, answer);
  const now = deps.world.cards.get(outTrackId);
  if (now === undefined || Object.keys(values).length === 0) return;
  addCardVersion(deps, now, {
    cause: "callback",
    privateData: { [userId]: values },
    dataByKey: true,
    privateByKey: true,
  });
}

/** How a text or a list is assigned to a card's variables is not documented; only objects are taken. */
function readAnswer({ warnings }: Pick<Deps, "warnings">, answer: string): Record<string, string> {
  try {
    const { dataSourceQueryResponses } = answerSchema.parse(JSON.parse(answer)).response;
    const objects = dataSourceQueryResponses.filter((one) => one.dynamicDataValueType === "OBJECT");
    if (objects.length < dataSourceQueryResponses.length) {
      warnings.add("card.dynamicType", "动态数据源的应答不是 OBJECT，模拟器未采用");
    }
    const values = objects.flatMap(({ data }) =>
      Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(data))),
    );
    return Object.fromEntries(
      values.map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
    );
  } catch {
    warnings.add("card.unreadableAnswer", "动态数据源的应答不符合格式，卡片未更新");
    return {};
  }
}
