import { z } from "zod";
import type { Parts } from "../parts.ts";
import { makeQueryKey } from "../robot/batch-send.ts";
import { directId } from "../world/conversations.ts";
import { settingsOf } from "../world/facts.ts";
import type { App, CardRecord } from "../world/records.ts";
import { refusal } from "./create-card.ts";

export const deliverySchema = z.object({
  openSpaceId: z.string().default(""),
  imGroupOpenSpaceModel: z.object({ lastMessageI18n: z.record(z.string(), z.string()).optional() }).optional(),
  imGroupOpenDeliverModel: z
    .object({ robotCode: z.string().default(""), recipients: z.array(z.string()).optional() })
    .optional(),
  imRobotOpenSpaceModel: z.object({ lastMessageI18n: z.record(z.string(), z.string()).optional() }).optional(),
  imRobotOpenDeliverModel: z.object({ spaceType: z.string(), robotCode: z.string().optional() }).optional(),
});

export type DeliveryRequest = z.output<typeof deliverySchema>;

export interface Space {
  type: string;
  id: string;
}

/** @throws PlatformError for an address that is not `dtv1.card//TYPE.id[;TYPE.id]` */
export function readSpaces(openSpaceId: string): Space[] {
  if (openSpaceId === "") throw refusal("param.openSpaceIdEmpty", "openSpaceId is empty");
  const spaces = openSpaceId.startsWith("dtv1.card//") ? openSpaceId.slice("dtv1.card//".length).split(";") : [];
  const read = spaces.map((space) => {
    const [, type, id] = space.match(/^([A-Za-z_]+)\.(.+)$/) ?? [];
    return type === undefined || id === undefined ? undefined : { type: type.toUpperCase(), id };
  });
  if (read.length === 0 || read.includes(undefined))
    throw refusal("param.openSpaceIdInvalid", "openSpaceId is invalid");
  return read.filter((space) => space !== undefined);
}

/** What each kind of space needs beside the address. @throws PlatformError when strict */
export function checkModels({ world, warnings }: Parts, request: DeliveryRequest, spaces: readonly Space[]): void {
  const missing = spaces.filter(
    ({ type }) =>
      (type === "IM_GROUP" && request.imGroupOpenDeliverModel === undefined) ||
      (type === "IM_ROBOT" && request.imRobotOpenDeliverModel === undefined),
  );
  if (missing.length === 0) return;
  if (settingsOf(world).strict) throw refusal("param.openDeliverModelEmpty", "open deliver model is empty");
  warnings.add("card.noDeliverModel", "投放卡片未给出场域投放参数");
}

export interface DeliverResult {
  spaceType: string;
  spaceId: string;
  success: boolean;
  carrierId?: string;
  errorMsg: string;
}

/** Puts a card into chats; one that cannot take it is told of in its result, not by an error. */
export function deliverCard(
  parts: Parts,
  app: App,
  delivery: { card: CardRecord; request: DeliveryRequest; spaces: readonly Space[] },
): DeliverResult[] {
  return delivery.spaces.map((space) => {
    const target = findTarget(parts, app, { space, request: delivery.request });
    const result = { spaceType: space.type, spaceId: space.id };
    if (target === undefined) return { ...result, success: false, errorMsg: "SYSTEM_ERROR" };
    const carrierId = makeQueryKey();
    const message = parts.messages.add({
      box: target.conversationId,
      conversationId: target.conversationId,
      at: parts.clock.now().getTime(),
      from: app.robotCode,
      fromRobot: true,
      robotCode: app.robotCode,
      kind: "card",
      outTrackId: delivery.card.outTrackId,
      readBy: [],
      processQueryKey: carrierId,
      ...(target.title === undefined ? {} : { title: target.title }),
      ...(target.visibleTo === undefined ? {} : { visibleTo: target.visibleTo }),
    });
    const card = parts.world.cards.get(delivery.card.outTrackId) ?? delivery.card;
    parts.world.cards.put(card.outTrackId, { ...card, messageIds: [...card.messageIds, message.id] });
    return { ...result, success: true, carrierId, errorMsg: "" };
  });
}

interface Target {
  conversationId: string;
  title: string | undefined;
  visibleTo?: string[] | undefined;
}

function findTarget(
  { world }: Parts,
  app: App,
  { space, request }: { space: Space; request: DeliveryRequest },
): Target | undefined {
  if (space.type === "IM_GROUP") {
    const group = world.groups.get(space.id);
    if (group === undefined || !group.robotCodes.includes(app.robotCode)) return undefined;
    return {
      conversationId: space.id,
      title: request.imGroupOpenSpaceModel?.lastMessageI18n?.ZH_CN,
      visibleTo: request.imGroupOpenDeliverModel?.recipients,
    };
  }
  if (space.type !== "IM_ROBOT" || world.users.get(space.id)?.active !== true) return undefined;
  const title = request.imRobotOpenSpaceModel?.lastMessageI18n?.ZH_CN;
  return { conversationId: directId(space.id, app.robotCode), title };
}
