import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { makeQueryKey } from "../robot/batch-send.ts";
import { directId } from "../world/conversations.ts";
import { settingsOf } from "../world/facts.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { userIdIn } from "./card-values.ts";
import { refusal } from "./require-card.ts";
import { putOnTop, topDeliverySchema } from "./top-cards.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  warnings: Warnings;
}

export const deliverySchema = z.object({
  openSpaceId: z.string().default(""),
  imGroupOpenDeliverModel: z
    .object({ robotCode: z.string().default(""), recipients: z.array(z.string()).optional() })
    .optional(),
  imRobotOpenDeliverModel: z.object({ spaceType: z.string(), robotCode: z.string().optional() }).optional(),
  topOpenDeliverModel: topDeliverySchema.optional(),
  userIdType: z.int().default(1),
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

/** Requires the deliver model of each space. @throws PlatformError when strict */
export function checkModels(
  { world, warnings }: Pick<Deps, "world" | "warnings">,
  request: DeliveryRequest,
  spaces: readonly Space[],
): void {
  const missing = spaces.filter(
    ({ type }) =>
      (type === "IM_GROUP" && request.imGroupOpenDeliverModel === undefined) ||
      (type === "IM_ROBOT" && request.imRobotOpenDeliverModel === undefined) ||
      (type === "ONE_BOX" && request.topOpenDeliverModel === undefined),
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

/** Delivers a card to its spaces. A space that cannot take it is reported in the result, not by an error. */
export const deliverCard = (
  deps: Pick<Deps, "world" | "messages" | "clock">,
  app: App,
  { spaces, ...delivery }: Delivery,
): DeliverResult[] =>
  spaces.map((space) => {
    const result = { spaceType: space.type, spaceId: space.id };
    const placing = { ...delivery, space };
    const placed = space.type === "ONE_BOX" ? putAtTop(deps, app, placing) : putIntoChat(deps, app, placing);
    return placed === undefined
      ? { ...result, success: false, errorMsg: "SYSTEM_ERROR" }
      : { ...result, success: true, ...placed, errorMsg: "" };
  });

interface Delivery {
  card: CardRecord;
  request: DeliveryRequest;
  spaces: readonly Space[];
}

interface Placing extends Omit<Delivery, "spaces"> {
  space: Space;
}

/** Only chats have a carrierId. */
type Placed = { carrierId?: string } | undefined;

/** Assumed: a card without a top space cannot be delivered to one. */
function putAtTop(deps: Pick<Deps, "world">, app: App, { card, space }: Placing): Placed {
  const isInGroup = deps.world.groups.get(space.id)?.robotCodes.includes(app.robotCode) === true;
  if (!isInGroup || card.spaces?.top !== true) return undefined;
  putOnTop(deps, { outTrackId: card.outTrackId, conversationId: space.id });
  return {};
}

function putIntoChat(deps: Pick<Deps, "world" | "messages" | "clock">, app: App, placing: Placing): Placed {
  const target = findTarget(deps, app, placing);
  if (target === undefined) return undefined;
  const carrierId = makeQueryKey();
  const message = deps.messages.add({
    box: target.conversationId,
    conversationId: target.conversationId,
    at: deps.clock.now().getTime(),
    from: app.robotCode,
    fromRobot: true,
    robotCode: app.robotCode,
    kind: "card",
    outTrackId: placing.card.outTrackId,
    readBy: [],
    processQueryKey: carrierId,
    ...(target.title === undefined ? {} : { title: target.title }),
    ...(target.visibleTo === undefined ? {} : { visibleTo: target.visibleTo }),
  });
  const card = deps.world.cards.get(placing.card.outTrackId) ?? placing.card;
  deps.world.cards.put(card.outTrackId, { ...card, messageIds: [...card.messageIds, message.id] });
  return { carrierId };
}

interface Target {
  conversationId: string;
  title: string | undefined;
  visibleTo?: string[] | undefined;
}

function findTarget(deps: Pick<Deps, "world">, app: App, { card, space, request }: Placing): Target | undefined {
  const { world } = deps;
  const userIdOf = (id: string) => userIdIn(deps, id, request.userIdType);
  if (space.type === "IM_GROUP") {
    const group = world.groups.get(space.id);
    if (group === undefined || !group.robotCodes.includes(app.robotCode)) return undefined;
    const recipients = request.imGroupOpenDeliverModel?.recipients;
    return {
      conversationId: space.id,
      title: card.spaces?.group,
      visibleTo: recipients?.map((id) => userIdOf(id) ?? id),
    };
  }
  const userId = userIdOf(space.id) ?? "";
  if (space.type !== "IM_ROBOT" || world.users.get(userId)?.active !== true) return undefined;
  return { conversationId: directId(world, userId, app.robotCode), title: card.spaces?.robot };
}
