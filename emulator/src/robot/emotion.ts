import { z } from "zod";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { MessageStore } from "../world/messages.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireRobot } from "./require-robot.ts";

interface Deps {
  world: World;
  messages: MessageStore;
}

const emotionSchema = z.object({
  robotCode: z.string().default(""),
  openMsgId: z.string().default(""),
  openConversationId: z.string().default(""),
  emotionType: z.int().optional(),
  emotionName: z.string().default(""),
  textEmotion: z.looseObject({ text: z.string().optional() }).optional(),
});

/**
 * A robot reacts to a message of a person with words such as 思考中, and takes them back. Documented nowhere: the
 * shape is that of three well-known programs, the refusals are assumed.
 */
export const emotionCalls = (deps: Deps): PlatformCall[] =>
  (["reply", "recall"] as const).map((what) =>
    platformCall({
      method: "POST",
      path: `/v1.0/robot/emotion/${what}`,
      gateway: "api",
      auth: "token",
      counted: true,
      body: emotionSchema,
      run: ({ app, body }) => {
        requireRobot(app, body.robotCode);
        const words = body.textEmotion?.text ?? body.emotionName;
        if (words === "") throw new PlatformError(400, "invalidParameter.param.invalid", "emotionName is empty");
        const message = requireMessage(deps, body);
        const others = (message.emotions ?? []).filter((one) => one.from !== app.robotCode || one.text !== words);
        const own = what === "reply" ? [{ from: app.robotCode, text: words }] : [];
        deps.messages.update(message.id, { emotions: [...others, ...own] });
        return { success: true };
      },
    }),
  );

function requireMessage({ world }: Pick<Deps, "world">, ids: z.output<typeof emotionSchema>): StoredMessage {
  const found = [...world.messages.values()].find(
    ({ msgId, conversationId }) => msgId === ids.openMsgId && conversationId === ids.openConversationId,
  );
  if (found === undefined) throw new PlatformError(400, "invalidParameter.openMsgId", "the message does not exist");
  return found;
}
