import { randomUUID } from "node:crypto";
import { cardCallbackSchema, topics } from "dingtalk-payloads";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readCallback } from "../inbound/read-callback.ts";
import { CARD_ANSWER_MS, ON_THE_WAY_MS, writeAnswer } from "../inbound/write-answer.ts";
import { phrases } from "../phrases.ts";
import { isCardSignature } from "./card-signature.ts";

export interface CardRouteDeps {
  path: string;
  apiSecret: string;
  handler: InboundHandler;
  countPush: (topic: string, person?: string) => void;
  now: () => number;
}

const headersSchema = z
  .object({ "x-ddpaas-signature-timestamp": z.string(), "x-ddpaas-signature": z.string() })
  .transform((headers) => ({
    timestamp: headers["x-ddpaas-signature-timestamp"],
    signature: headers["x-ddpaas-signature"],
  }));

export function receiveCard(app: FastifyInstance, deps: CardRouteDeps): void {
  app.post(deps.path, async (request, reply) => {
    const arrivedAt = performance.now();
    const headers = headersSchema.safeParse(request.headers);
    if (!headers.success || !isCardSignature(headers.data, deps.apiSecret, deps.now())) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    const press = cardCallbackSchema.safeParse(request.body);
    deps.countPush(topics.cardCallback, press.data?.userId);
    if (!press.success) return reply.code(400).send(phrases.unreadable);
    const callback = readCallback(press.data, randomUUID());
    const answer = await deps.handler.onCallback(callback);
    void responseSent(reply).then((sent) =>
      answer.onDelivery?.(sent && performance.now() - arrivedAt < CARD_ANSWER_MS - ON_THE_WAY_MS),
    );
    return reply.send(writeAnswer(answer, callback));
  });
}

/** Whether the response was sent, rather than an error or a closed connection. */
function responseSent(reply: FastifyReply): Promise<boolean> {
  return new Promise((resolve) => {
    reply.raw.once("finish", () => resolve(reply.statusCode === 200));
    reply.raw.once("close", () => resolve(false));
  });
}
