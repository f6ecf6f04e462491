import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Files } from "../files/files.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { addWarnings, contentWarnings } from "../message-content/content-warnings.ts";
import { mentionedIds, mentionWarnings } from "../message-content/mention-warnings.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import { post } from "../robot/post.ts";
import { checkWebhookSize } from "../robot/session-webhook.ts";
import { readWebhookContent } from "../robot/webhook-content.ts";
import type { MessageStore } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { CUSTOM_ROBOT, type CustomRobot, customRobots } from "./custom-robot.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  files: Files;
  limits: CallLimits;
  warnings: Warnings;
  usage: UsageCounter;
}

const MAX_MENTIONED = 50;

const bodySchema = z.looseObject({ msgtype: z.string().optional(), msgUuid: z.string().optional() });

/** A message of a group's custom robot; it is signed, needs no app and no access token of one. */
export const sendByCustomRobot = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/robot/send",
    gateway: "oapi",
    auth: "none",
    counted: false,
    query: z.object({
      access_token: z.string().default(""),
      timestamp: z.string().default(""),
      sign: z.string().default(""),
    }),
    body: bodySchema,
    run: ({ body, query }) => {
      const robot = customRobots(deps.world).find(({ accessToken }) => accessToken === query.access_token);
      if (robot === undefined) throw new OapiError(400101, "access_token不存在");
      const fault = signatureError(query, robot.secret, Date.now());
      if (fault !== undefined) throw new OapiError(310000, fault);
      const key = body.msgUuid === undefined ? undefined : `${robot.accessToken} ${body.msgUuid}`;
      if (key !== undefined && deps.limits.sent.has(key)) return OK;
      postMessage(deps, robot, body);
      if (key !== undefined) deps.limits.sent.add(key);
      return OK;
    },
  });

const OK = { errcode: 0, errmsg: "ok" };

function postMessage(deps: Deps, robot: CustomRobot, body: z.output<typeof bodySchema>): void {
  if (body.msgtype === undefined) throw new OapiError(40035, "缺少参数 json");
  checkWebhookSize(deps, body);
  if (mentionedIds(body).length > MAX_MENTIONED) {
    refuseOrWarn(deps, new OapiError(40035, "at is too long"), `一条消息 @ 了超过 ${MAX_MENTIONED} 人`);
  }
  const content = readContent(deps, body);
  if (!deps.limits.sending.tryAcquire(robot.accessToken)) throw new OapiError(410100, "发送速度太快而限流");
  if (content === undefined) return;
  addWarnings(deps.warnings, [...contentWarnings(content), ...mentionWarnings(body)]);
  post(deps, { robotCode: CUSTOM_ROBOT, conversationId: robot.conversationId, content });
  deps.usage.countPush();
}

/** Its page names other errors for the message type than those known from session webhooks. */
function readContent({ files }: Pick<Deps, "files">, body: z.output<typeof bodySchema>) {
  const known = ["text", "link", "markdown", "actionCard", "feedCard", "empty"];
  if (!known.includes(body.msgtype ?? "")) throw new OapiError(400105, "不支持的消息类型");
  try {
    return readWebhookContent(files, body);
  } catch (error) {
    throw error instanceof OapiError ? new OapiError(40035, "缺少参数 json") : error;
  }
}

const HOUR_MS = 60 * 60 * 1_000;

/** Why a custom robot's request is refused; undefined: signed with its secret less than an hour ago. */
function signatureError(
  { timestamp, sign }: { timestamp: string; sign: string },
  secret: string,
  now: number,
): "invalid timestamp" | "sign not match" | undefined {
  const at = Number(timestamp);
  if (timestamp === "" || !Number.isFinite(at) || Math.abs(now - at) > HOUR_MS) return "invalid timestamp";
  const expected = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest();
  const given = Buffer.from(sign, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : "sign not match";
}
