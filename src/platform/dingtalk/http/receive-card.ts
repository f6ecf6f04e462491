import { randomUUID } from "node:crypto";
import { cardCallbackSchema, topics } from "dingtalk-payloads";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readCallback } from "../inbound/read-callback.ts";
import { CARD_ANSWER_MS, writeAnswer } from "../inbound/write-answer.ts";
import { phrases } from "../phrases.ts";
import { isCardSignature } from "./card-signature.ts";

export interface CardDoor {
  path: string;
  apiSecret: string;
  handler: InboundHandler;
  countPush: (topic: string) => void;
}

const headersSchema = z
  .object({ "x-ddpaas-signature-timestamp": z.string(), "x-ddpaas-signature": z.string() })
  .transform((headers) => ({
    timestamp: headers["x-ddpaas-signature-timestamp"],
    signature: headers["x-ddpaas-signature"],
  }));

export function receiveCard(app: FastifyInstance, door: CardDoor): void {
  app.post(door.path, async (request, reply) => {
    const arrivedAt = performance.now();
    const headers = headersSchema.safeParse(request.headers);
    if (!headers.success || !isCardSignature(headers.data, door.apiSecret)) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    door.countPush(topics.cardCallback);
    const press = cardCallbackSchema.safeParse(request.body);
    if (!press.success) return reply.code(400).send(phrases.unreadable);
    const callback = readCallback(press.data, randomUUID());
    const answer = await door.handler.onCallback(callback);
    void written(reply).then((left) => answer.settled?.(left && performance.now() - arrivedAt < CARD_ANSWER_MS));
    return reply.send(writeAnswer(answer, callback));
  });
}

/** Whether the answer was written out as meant, and not an error or nothing in its place. */
function written(reply: FastifyReply): Promise<boolean> {
  return new Promise((resolve) => {
    reply.raw.once("finish", () => resolve(reply.statusCode === 200));
    reply.raw.once("close", () => resolve(false));
  });
}
