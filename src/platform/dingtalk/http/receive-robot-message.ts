import { robotMessageSchema, topics } from "dingtalk-payloads";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { InboundHandler } from "../../chat/ports.ts";
import { readMessage } from "../inbound/read-message.ts";
import { phrases } from "../phrases.ts";
import { isRobotSignature } from "./robot-signature.ts";

export interface RobotDoor {
  path: string;
  appSecret: string;
  handler: InboundHandler;
  countPush: (topic: string) => void;
  now: () => number;
}

const headersSchema = z.object({ timestamp: z.string(), sign: z.string() });

/** Tells the platform not to say anything in our name. */
const NO_REPLY = { msgtype: "empty" };

/** Answered only when the message is stored; an error here is the platform's to see. */
export function receiveRobotMessage(app: FastifyInstance, door: RobotDoor): void {
  app.post(door.path, async (request, reply) => {
    const headers = headersSchema.safeParse(request.headers);
    if (!headers.success || !isRobotSignature(headers.data, door.appSecret, door.now())) {
      return reply.code(401).send(phrases.wrongSignature);
    }
    door.countPush(topics.robotMessage);
    const message = robotMessageSchema.safeParse(request.body);
    if (!message.success) return reply.code(400).send(phrases.unreadable);
    await door.handler.onMessage(readMessage(message.data));
    return reply.send(NO_REPLY);
  });
}
