import { encryptedSchema, eventDataSchema } from "dingtalk-payloads";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readHttpEvent } from "../inbound/read-event.ts";
import { phrases } from "../phrases.ts";
import { decryptEvent, type EventSecrets, isEventSignature, replyToEvent } from "./event-crypto.ts";

export interface EventRouteDeps {
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

/** Sent when the URL is entered in the developer console: acknowledged, never stored. */
const URL_CHECK = "check_url";

/** Undefined if the event cannot be decrypted or parsed. */
function decrypt(secrets: EventSecrets, encrypt: string): Record<string, unknown> | undefined {
  try {
    return eventDataSchema.parse(JSON.parse(decryptEvent(secrets, encrypt)));
  } catch {
    return undefined;
  }
}

/** Responds with the encrypted `success` once the event is stored; the platform resends it after any other response. */
export function receiveEvent(app: FastifyInstance, { path, secrets, handler, now }: EventRouteDeps): void {
  app.post(path, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    const body = encryptedSchema.safeParse(request.body);
    if (!query.success || !body.success || !isEventSignature(secrets, query.data, body.data.encrypt)) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    const data = decrypt(secrets, body.data.encrypt);
    if (data === undefined || typeof data.EventType !== "string") return reply.code(400).send(phrases.unreadable);
    if (data.EventType !== URL_CHECK) await handler.onEvent(readHttpEvent(data));
    return reply.send(replyToEvent(secrets, now()));
  });
}
