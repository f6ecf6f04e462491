import type { FastifyReply, FastifyRequest } from "fastify";
import type { Parts } from "../parts.ts";
import { peopleOfCall } from "./people-of-call.ts";
import type { Tokens } from "./tokens.ts";

const MOST_RECORDED_BYTES = 64 * 1024;

export interface Answered {
  request: FastifyRequest;
  reply: FastifyReply;
  ms: number;
  payload: unknown;
  /** The ordered fault that struck the call. */
  fault: string | undefined;
}

/** Puts a call with its reply into the traffic; one that was ended without a reply has no status. */
export function recordCall(parts: Parts, { request, reply, ms, payload, fault }: Answered): void {
  const [path = ""] = request.url.split("?");
  const userIds = peopleOfCall(parts, request);
  parts.traffic.record({
    way: "fromBot",
    kind: "http",
    name: `${request.method} ${request.routeOptions.url ?? path}`,
    ...callerOf(parts.tokens, request),
    ...(userIds.length === 0 ? {} : { userIds }),
    ...(reply.raw.writableFinished ? { status: reply.statusCode } : {}),
    ms: Math.round(ms * 100) / 100,
    request: { url: request.url, body: shortened(request.body, Number(request.headers["content-length"] ?? 0)) },
    response: typeof payload === "string" ? parsed(payload) : undefined,
    ...(fault === undefined ? {} : { fault }),
  });
}

function callerOf(tokens: Tokens, { headers }: FastifyRequest): { clientId?: string } {
  const token = headers["x-acs-dingtalk-access-token"];
  const clientId = typeof token === "string" ? tokens.check(token) : undefined;
  return clientId === undefined ? {} : { clientId };
}

const shortened = (body: unknown, bytes: number): unknown => (bytes > MOST_RECORDED_BYTES ? { bytes } : body);

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload.slice(0, 1_000);
  }
}
