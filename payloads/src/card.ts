import { z } from "zod";
import { cardUpdateOptionsSchema } from "./card-callback.ts";

/** Every value of a card is text; objects and lists are JSON as text. */
const cardDataSchema = z.object({ cardParamMap: z.record(z.string(), z.string()) });
const privateDataSchema = z.record(z.string(), cardDataSchema);
const callbackTypeSchema = z.enum(["STREAM", "HTTP"]);

/** How a card appears in a chat's list of messages, and whether it may be forwarded. */
const spaceModelSchema = z.object({
  supportForward: z.boolean(),
  lastMessageI18n: z.record(z.string(), z.string()).optional(),
  searchSupport: z.record(z.string(), z.unknown()).optional(),
  notification: z.object({ alertContent: z.string().optional(), notificationOff: z.boolean().optional() }).optional(),
});

const groupDeliverModelSchema = z.object({
  robotCode: z.string(),
  atUserIds: z.record(z.string(), z.string()).optional(),
  recipients: z.array(z.string()).optional(),
  extension: z.record(z.string(), z.string()).optional(),
});
const robotDeliverModelSchema = z.object({
  spaceType: z.literal("IM_ROBOT"),
  robotCode: z.string().optional(),
  extension: z.record(z.string(), z.string()).optional(),
});

const deliverModels = {
  imGroupOpenDeliverModel: groupDeliverModelSchema.optional(),
  imRobotOpenDeliverModel: robotDeliverModelSchema.optional(),
};

/** `POST /v1.0/card/instances`. */
export const cardCreateRequestSchema = z.object({
  cardTemplateId: z.string(),
  outTrackId: z.string(),
  callbackType: callbackTypeSchema.optional(),
  callbackRouteKey: z.string().optional(),
  userId: z.string().optional(),
  userIdType: z.number().optional(),
  cardData: cardDataSchema,
  privateData: privateDataSchema.optional(),
  imGroupOpenSpaceModel: spaceModelSchema.optional(),
  imRobotOpenSpaceModel: spaceModelSchema.optional(),
});

/** `POST /v1.0/card/instances/createAndDeliver`; `openSpaceId` is `dtv1.card//IM_GROUP.<id>` or `…//IM_ROBOT.<userId>`. */
export const createAndDeliverRequestSchema = cardCreateRequestSchema.extend({
  openSpaceId: z.string(),
  cardAtUserIds: z.array(z.string()).optional(),
  ...deliverModels,
});
export type CreateAndDeliverRequest = z.input<typeof createAndDeliverRequestSchema>;

/** `POST /v1.0/card/instances/deliver`: shows a created card in a chat. */
export const deliverRequestSchema = z.object({
  outTrackId: z.string(),
  openSpaceId: z.string(),
  userIdType: z.number().optional(),
  ...deliverModels,
});
export type DeliverRequest = z.input<typeof deliverRequestSchema>;

const deliverResultSchema = z.looseObject({
  spaceType: z.string().optional(),
  spaceId: z.string().optional(),
  success: z.boolean(),
  carrierId: z.string().nullish(),
  errorMsg: z.string().nullish(),
});

/** `success` on top can hide a delivery that failed. */
export const createAndDeliverResponseSchema = z.looseObject({
  success: z.boolean(),
  result: z.looseObject({ outTrackId: z.string().optional(), deliverResults: z.array(deliverResultSchema).nullish() }),
});
export const cardCreateResponseSchema = z.looseObject({ success: z.boolean(), result: z.string() });
export const deliverResponseSchema = z.looseObject({ success: z.boolean(), result: z.array(deliverResultSchema) });

/** `PUT /v1.0/card/instances`. Without the options the data are overwritten: every variable left out vanishes. */
export const cardUpdateRequestSchema = z.object({
  outTrackId: z.string(),
  cardData: cardDataSchema.optional(),
  privateData: privateDataSchema.optional(),
  cardUpdateOptions: cardUpdateOptionsSchema.optional(),
  userIdType: z.number().optional(),
});
export type CardUpdateRequest = z.input<typeof cardUpdateRequestSchema>;
export const cardUpdateResponseSchema = z.looseObject({ success: z.boolean(), result: z.unknown() });

/** `POST /v1.0/card/callbacks/register`: where presses go that are not sent over the stream. */
export const callbackRegisterRequestSchema = z.object({
  callbackRouteKey: z.string(),
  callbackUrl: z.url(),
  apiSecret: z.string().optional(),
  forceUpdate: z.boolean().optional(),
});
