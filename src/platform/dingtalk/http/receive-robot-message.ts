import { robotMessageSchema, topics } from "dingtalk-payloads";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readMessage } from "../inbound/read-message.ts";
import { phrases } from "../phrases.ts";
import { isRobotSignature } from "./robot-signature.ts";

export interface RobotRouteDeps {
  path: string;
  appSecret: string;
  handler: InboundHandler;
  countPush: (topic: string, person?: string) => void;
  now: () => number;
}

const headersSchema = z.object({ timestamp: z.string(), sign: z.string() });

/** Asks the platform not to post a reply. */
const NO_REPLY = { msgtype: "empty" };

/** Responds once the message is stored; the platform sees an error otherwise. */
export function receiveRobotMessage(app: FastifyInstance, deps: RobotRouteDeps): void {
  app.post(deps.path, async (request, reply) => {
    const headers = headersSchema.safeParse(request.headers);
    if (!headers.success || !isRobotSignature(headers.data, deps.appSecret, deps.now())) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    const message = robotMessageSchema.safeParse(request.body);
    deps.countPush(topics.robotMessage, message.data?.senderStaffId);
    if (!message.success) return reply.code(400).send(phrases.unreadable);
    await deps.handler.onMessage(readMessage(message.data));
    return reply.send(NO_REPLY);
  });
}
