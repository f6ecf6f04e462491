import { randomUUID } from "node:crypto";
import { appIdOf } from "../gateway/connections.ts";
import type { FrameDraft } from "../gateway/frame.ts";
import { corpIdOf } from "../world/facts.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";

export interface EventDraft {
  /** e.g. `chat_add_member` */
  type: string;
  /** Emulated time, ms. */
  at: number;
  data: object;
}

/** An event keeps its eventId over redeliveries. Source: the stream protocol page, samples 20, 24, 25. */
export function eventFrame(world: World, app: App, { type, at, data }: EventDraft): FrameDraft {
  return {
    type: "EVENT",
    topic: "*",
    data: JSON.stringify(data),
    extraHeaders: {
      eventType: type,
      eventId: randomUUID().replaceAll("-", ""),
      eventCorpId: corpIdOf(world),
      eventBornTime: String(at),
      eventUnifiedAppId: appIdOf(app.clientId),
    },
  };
}
