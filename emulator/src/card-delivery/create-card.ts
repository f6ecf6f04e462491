import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { App, CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { paramMapSchema, readPrivateValues, readValues } from "./card-values.ts";
import { versionKey } from "./card-versions.ts";
import { dynamicConfigSchema, readSources } from "./dynamic-sources.ts";
import { refusal } from "./require-card.ts";
import { readSpaceModels, spaceSchema } from "./space-models.ts";

interface Deps {
  world: World;
  clock: Clock;
  warnings: Warnings;
}

export const cardSchema = z.object({
  cardTemplateId: z.string().default(""),
  outTrackId: z.string().default(""),
  callbackType: z.enum(["STREAM", "HTTP"]).optional(),
  callbackRouteKey: z.string().optional(),
  userIdType: z.int().default(1),
  cardData: paramMapSchema.default({ cardParamMap: {} }),
  privateData: z.record(z.string(), paramMapSchema).default({}),
  openDynamicDataConfig: dynamicConfigSchema.optional(),
  ...spaceSchema.shape,
});

export type CardRequest = z.output<typeof cardSchema>;

/** Creates a card that is not delivered anywhere yet. @throws PlatformError */
export function createCard(deps: Deps, app: App, request: CardRequest): CardRecord {
  const { world } = deps;
  const { outTrackId, cardTemplateId } = request;
  if (outTrackId === "") throw refusal("param.outTrackIdEmpty", "outTrackId is empty");
  if (cardTemplateId === "") throw refusal("param.cardTemplateIdEmpty", "cardTemplateId is empty");
  if (!world.templates.has(cardTemplateId)) throw refusal("param.templateNotExist", "template does not exist");
  if (world.cards.has(outTrackId)) throw refusal("param.cardAlreadyExist", "card already exists");
  if (request.callbackType === "HTTP" && !world.routes.has(`${app.clientId} ${request.callbackRouteKey ?? ""}`)) {
    throw refusal("param.callbackRouteKeyNotExist", "callbackRouteKey is not registered");
  }
  const spaces = readSpaceModels(request);
  const sources = request.openDynamicDataConfig === undefined ? [] : readSources(request.openDynamicDataConfig);
  const face = {
    outTrackId,
    version: 1,
    at: deps.clock.now().getTime(),
    cause: "created",
    data: readValues(deps, request.cardData),
    privateData: readPrivateValues(deps, request.privateData, request.userIdType),
  };
  const card: CardRecord = {
    outTrackId,
    templateId: cardTemplateId,
    clientId: app.clientId,
    callbackType: request.callbackType,
    callbackRouteKey: request.callbackRouteKey,
    userIdType: request.userIdType,
    spaces,
    ...(sources.length === 0 ? {} : { sources }),
    version: 1,
    oldestVersion: 1,
    messageIds: [],
  };
  world.faces.put(versionKey(outTrackId, 1), face);
  world.cards.put(outTrackId, card);
  return card;
}
