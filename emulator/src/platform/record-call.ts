import type { FastifyReply, FastifyRequest } from "fastify";
import type { Traffic } from "../instruments/traffic.ts";
import type { Conversations } from "../world/conversations.ts";
import type { World } from "../world/world.ts";
import { gatewayOf } from "./gateway-of.ts";
import { tokenOf } from "./token-of.ts";
import type { Tokens } from "./tokens.ts";
import { usersOfCall } from "./users-of-call.ts";

interface Deps {
  world: World;
  conversations: Conversations;
  tokens: Tokens;
  traffic: Traffic;
}

export interface AnsweredCall {
  request: FastifyRequest;
  reply: FastifyReply;
  ms: number;
  payload: unknown;
  /** The fault injected into the call. */
  fault: string | undefined;
}

/** Records a call with its reply; one that ended without a reply has no status. */
export function recordCall(deps: Deps, { request, reply, ms, payload, fault }: AnsweredCall): void {
  const [path = ""] = request.url.split("?");
  const userIds = usersOfCall(deps, request);
  const clientId = deps.tokens.check(tokenOf({ gateway: gatewayOf(path) }, request));
  deps.traffic.record({
    way: "fromBot",
    kind: "http",
    name: `${request.method} ${request.routeOptions.url ?? path}`,
    ...(clientId === undefined ? {} : { clientId }),
    ...(userIds.length === 0 ? {} : { userIds }),
    ...(reply.raw.writableFinished ? { status: reply.statusCode } : {}),
    ms: Math.round(ms * 100) / 100,
    request: { url: request.url, body: request.body ?? unreadBody(request) },
    response: typeof payload === "string" ? parsed(payload) : undefined,
    ...(fault === undefined ? {} : { fault }),
  });
}

/** Of an upload only the size is recorded. */
function unreadBody({ headers }: FastifyRequest): { bytes: number } | undefined {
  const bytes = Number(headers["content-length"] ?? 0);
  return bytes > 0 ? { bytes } : undefined;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload.slice(0, 1_000);
  }
}
