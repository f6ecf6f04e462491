import { z } from "zod";
import { fromJson, maybeText } from "./lenient.ts";

/** What the client says was pressed. `params` come from the template and from the form the person filled. */
export const cardPrivateDataSchema = z.looseObject({
  cardPrivateData: z.looseObject({
    actionIds: z.array(z.string()).nullish(),
    params: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** A press as it arrives; `content` (in some clients `value`) is JSON as text inside the JSON of the frame's data. */
export const cardCallbackSchema = z.looseObject({
  type: z.string().optional(),
  outTrackId: z.string().min(1),
  userId: z.string().min(1),
  userIdType: z.union([z.number(), z.string()]).nullish(),
  corpId: maybeText,
  spaceId: maybeText,
  spaceType: maybeText,
  extension: z.unknown().optional(),
  content: z.unknown().optional(),
  value: z.unknown().optional(),
});
export type CardCallbackBody = z.output<typeof cardCallbackSchema>;

/** The decoded press, or undefined when neither `content` nor `value` can be read. */
export function readPress(
  body: CardCallbackBody,
): { actionIds: string[]; params: Record<string, unknown> } | undefined {
  for (const encoded of [body.content, body.value]) {
    const parsed = cardPrivateDataSchema.safeParse(fromJson(encoded));
    if (!parsed.success) continue;
    const { actionIds, params } = parsed.data.cardPrivateData;
    return { actionIds: actionIds ?? [], params: params ?? {} };
  }
  return undefined;
}

const paramMapSchema = z.object({ cardParamMap: z.record(z.string(), z.string()) });

export const cardUpdateOptionsSchema = z.object({
  updateCardDataByKey: z.boolean().optional(),
  updatePrivateDataByKey: z.boolean().optional(),
});

/** The answer within 2 s. `userPrivateData` is for the person who pressed and is not keyed by userId. */
export const cardCallbackReplySchema = z.object({
  cardUpdateOptions: cardUpdateOptionsSchema.optional(),
  cardData: paramMapSchema.optional(),
  userPrivateData: paramMapSchema.optional(),
});
export type CardCallbackReply = z.output<typeof cardCallbackReplySchema>;
