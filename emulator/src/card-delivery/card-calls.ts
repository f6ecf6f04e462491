import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PermissionDeniedError, PlatformError } from "../platform/errors.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { paramMapSchema, readPrivateValues, readValues } from "./card-values.ts";
import { addCardVersion } from "./card-versions.ts";
import { cardSchema, createCard } from "./create-card.ts";
import { checkModels, deliverCard, deliverySchema, readSpaces } from "./deliver-card.ts";
import { refusal, requireCard } from "./require-card.ts";
import { changeSpaces } from "./spaces.ts";
import { streamCard } from "./stream-card.ts";
import { closeTop } from "./top-cards.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  warnings: Warnings;
}

const common = { gateway: "api", auth: "token", counted: true } as const;

const createAndDeliver = (deps: Pick<Deps, "world" | "messages" | "clock" | "warnings">) =>
  platformCall({
    ...common,
    method: "POST",
    path: "/v1.0/card/instances/createAndDeliver",
    body: cardSchema.extend(deliverySchema.shape),
    run: ({ app, body }) => {
      const spaces = readSpaces(body.openSpaceId);
      checkModels(deps, body, spaces);
      const card = createCard(deps, app, body);
      const deliverResults = deliverCard(deps, app, { card, request: body, spaces });
      return { success: true, result: { outTrackId: card.outTrackId, deliverResults } };
    },
  });

const create = (deps: Pick<Deps, "world" | "clock" | "warnings">) =>
  platformCall({
    ...common,
    method: "POST",
    path: "/v1.0/card/instances",
    body: cardSchema,
    run: ({ app, body }) => ({ success: true, result: createCard(deps, app, body).outTrackId }),
  });

const deliver = (deps: Pick<Deps, "world" | "messages" | "clock" | "warnings">) =>
  platformCall({
    ...common,
    method: "POST",
    path: "/v1.0/card/instances/deliver",
    body: deliverySchema.extend({ outTrackId: z.string().default("") }),
    run: ({ app, body }) => {
      const card = requireCard(deps, body.outTrackId);
      const spaces = readSpaces(body.openSpaceId);
      checkModels(deps, body, spaces);
      return { success: true, result: deliverCard(deps, app, { card, request: body, spaces }) };
    },
  });

const updateSchema = z.object({
  outTrackId: z.string().default(""),
  cardData: paramMapSchema.optional(),
  privateData: z.record(z.string(), paramMapSchema).optional(),
  cardUpdateOptions: z
    .object({ updateCardDataByKey: z.boolean().default(false), updatePrivateDataByKey: z.boolean().default(false) })
    .default({ updateCardDataByKey: false, updatePrivateDataByKey: false }),
  userIdType: z.int().default(1),
});

/** Without `…ByKey` the given data replace all previous data, the platform's default. */
const update = (deps: Pick<Deps, "world" | "messages" | "clock" | "warnings">) =>
  platformCall({
    ...common,
    method: "PUT",
    path: "/v1.0/card/instances",
    body: updateSchema,
    run: ({ body: { outTrackId, cardData, privateData, cardUpdateOptions, userIdType } }) => {
      const card = requireCard(deps, outTrackId);
      if (cardData === undefined && privateData === undefined) {
        throw refusal("param.cardDataAndPrivateDataBothEmpty", "cardData and privateData are both empty");
      }
      addCardVersion(deps, card, {
        cause: "updated",
        ...(cardData === undefined ? {} : { data: readValues(deps, cardData) }),
        ...(privateData === undefined ? {} : { privateData: readPrivateValues(deps, privateData, userIdType) }),
        dataByKey: cardUpdateOptions.updateCardDataByKey,
        privateByKey: cardUpdateOptions.updatePrivateDataByKey,
      });
      return { success: true, result: true };
    },
  });

const registerCallback = ({ world }: Pick<Deps, "world">) =>
  platformCall({
    ...common,
    method: "POST",
    path: "/v1.0/card/callbacks/register",
    body: z.object({
      callbackRouteKey: z.string(),
      callbackUrl: z.url(),
      apiSecret: z.string().optional(),
      forceUpdate: z.boolean().default(false),
    }),
    run: ({ app, body: { callbackRouteKey, callbackUrl, apiSecret, forceUpdate } }) => {
      const key = `${app.clientId} ${callbackRouteKey}`;
      const known = world.routes.get(key);
      if (known !== undefined && known.callbackUrl !== callbackUrl && !forceUpdate) {
        throw new PlatformError(500, "param.callbackRouteKeyExist", "param.callbackRouteKeyExist");
      }
      const secret = apiSecret === undefined ? {} : { apiSecret };
      world.routes.put(key, { clientId: app.clientId, callbackRouteKey, callbackUrl, ...secret });
      return { success: true, result: { callbackUrl, ...secret } };
    },
  });

export const cardCalls = (deps: Deps): PlatformCall[] => [
  createAndDeliver(deps),
  create(deps),
  deliver(deps),
  update(deps),
  streamCard(deps),
  changeSpaces(deps),
  closeTop(deps),
  registerCallback(deps),
];

const CLOSED = [
  ["POST", "/v1.0/im/v1.0/robot/interactiveCards/send"],
  ["PUT", "/v1.0/im/robots/interactiveCards"],
  ["POST", "/v1.0/im/interactiveCards/send"],
  ["POST", "/v1.0/im/interactiveCards/instances"],
  ["PUT", "/v1.0/im/interactiveCards"],
  ["POST", "/v1.0/im/interactiveCards/templates/send"],
  ["POST", "/v1.0/im/privateChat/interactiveCards/send"],
] as const;

/** Cards of the older kinds: no new app is granted them any more. Which scope the refusal names is assumed. */
export const closedCardCalls = (): PlatformCall[] =>
  CLOSED.map(([method, path]) =>
    platformCall({
      method,
      path,
      gateway: "api",
      auth: "token",
      counted: true,
      run: () => {
        throw new PermissionDeniedError("InteractiveCard.Write");
      },
    }),
  );
