import { encryptedSchema, eventDataSchema } from "dingtalk-payloads";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readHttpEvent } from "../inbound/read-event.ts";
import { phrases } from "../phrases.ts";
import { decryptEvent, type EventSecrets, isEventSignature, replyToEvent } from "./event-crypto.ts";

export interface EventDoor {
  path: string;
  secrets: EventSecrets;
  handler: InboundHandler;
  now: () => number;
}

const querySchema = z
  .object({
    signature: z.string().optional(),
    msg_signature: z.string().optional(),
    timestamp: z.string(),
    nonce: z.string(),
  })
  .transform(({ signature, msg_signature, timestamp, nonce }) => ({
    signature: signature ?? msg_signature ?? "",
    timestamp,
    nonce,
  }));

/** Sent when the address is entered in the developer console: answered, never stored. */
const URL_CHECK = "check_url";

/** The event, or undefined when it cannot be decrypted or read. */
function open(secrets: EventSecrets, encrypt: string): Record<string, unknown> | undefined {
  try {
    return eventDataSchema.parse(JSON.parse(decryptEvent(secrets, encrypt)));
  } catch {
    return undefined;
  }
}

/** Answered with the encrypted `success` once stored; anything else makes the platform send the event again. */
export function receiveEvent(app: FastifyInstance, { path, secrets, handler, now }: EventDoor): void {
  app.post(path, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    const body = encryptedSchema.safeParse(request.body);
    if (!query.success || !body.success || !isEventSignature(secrets, query.data, body.data.encrypt)) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    const data = open(secrets, body.data.encrypt);
    if (data === undefined || typeof data.EventType !== "string") return reply.code(400).send(phrases.unreadable);
    if (data.EventType !== URL_CHECK) await handler.onEvent(readHttpEvent(data));
    return reply.send(replyToEvent(secrets, now()));
  });
}
