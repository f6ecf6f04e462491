import type { z } from "zod";
import { assertNever } from "../../../shared/assert-never.ts";
import { DeliveryError } from "../../chat/ports.ts";
import type { Limiter } from "../limiter.ts";
import type { Usage } from "../usage.ts";
import { makeBreaker } from "./breaker.ts";
import { type CallOutcome, classifyApi, classifyOapi } from "./classify.ts";
import type { Tokens } from "./token.ts";

export interface ApiRequest {
  gateway: "api" | "oapi";
  method: "GET" | "POST" | "PUT";
  /** Name for limits and quotas, with `{…}` for ids, e.g. `/v1.0/todo/users/{unionId}/tasks`. */
  api: string;
  /** Path of the request, where it differs from `api`. */
  path?: string;
  query?: Record<string, string>;
  body?: object | FormData;
  /** Not billed, like calls to the contact directory. Failed calls are never billed. */
  free?: boolean;
}

export interface Api {
  /**
   * @throws ApiRefusedError for a permanent refusal
   * @throws DeliveryError when a retry may succeed
   */
  call<Schema extends z.ZodType>(request: ApiRequest, schema: Schema): Promise<z.output<Schema>>;
}

/** A permanent refusal. */
export class ApiRefusedError extends Error {
  override readonly name = "ApiRefusedError";
  /** Error code of the platform. */
  readonly reason: string;

  constructor(api: string, reason: string) {
    super(`${api} was refused: ${reason}`);
    this.reason = reason;
  }
}

export interface ApiDeps {
  apiBase: string;
  oapiBase: string;
  tokens: Tokens;
  limiter: Limiter;
  usage: Usage;
  random?: () => number;
}

const TIMEOUT_MS = 10_000;
const UNREACHABLE_WAIT_MS = 2_000;
const TOKEN_WAIT_MS = 60_000;
const UNREADABLE_WAIT_MS = 60_000;

/** Adds up to 50 %, so that calls that failed together are not retried together. */
const withJitter = (waitMs: number, random: () => number): number => Math.round(waitMs * (1 + random() / 2));

function urlOf(request: ApiRequest, deps: ApiDeps, token: string): URL {
  const base = request.gateway === "api" ? deps.apiBase : deps.oapiBase;
  const url = new URL(`${base}${request.path ?? request.api}`);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  if (request.gateway === "oapi") url.searchParams.set("access_token", token);
  return url;
}

function initOf({ gateway, method, body }: ApiRequest, token: string): RequestInit {
  const headers = new Headers({ accept: "application/json" });
  if (gateway === "api") headers.set("x-acs-dingtalk-access-token", token);
  const init: RequestInit = { method, headers, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) };
  if (body === undefined) return init;
  if (body instanceof FormData) return { ...init, body };
  headers.set("content-type", "application/json");
  return { ...init, body: JSON.stringify(body) };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface ApiResponse {
  body: unknown;
  outcome: CallOutcome;
}

async function exchange(request: ApiRequest, deps: ApiDeps, token: string): Promise<ApiResponse> {
  const response = await fetch(urlOf(request, deps, token), initOf(request, token));
  const body = decode(await response.text());
  const classify = request.gateway === "api" ? classifyApi : classifyOapi;
  return { body, outcome: classify(response.status, body) };
}

/** Client of both gateways: reserves a slot, adds the token, classifies the response; renews a stale token once. */
export function makeApi(deps: ApiDeps): Api {
  const random = deps.random ?? Math.random;
  const breakers = { api: makeBreaker(), oapi: makeBreaker() };

  async function send(request: ApiRequest, token: string): Promise<ApiResponse> {
    const name = nameOf(request);
    const breaker = breakers[request.gateway];
    const pauseMs = breaker.pauseMs();
    if (pauseMs > 0) throw new DeliveryError(`${name}: the platform is away`, withJitter(pauseMs, random));
    await deps.limiter.reserve(name);
    const answer = await exchange(request, deps, token).catch((error: unknown) => {
      breaker.failed();
      throw new DeliveryError(`no response to ${name}`, withJitter(UNREACHABLE_WAIT_MS, random), { cause: error });
    });
    if (isAway(answer.outcome)) breaker.failed();
    else breaker.answered();
    if (!request.free && answer.outcome.kind === "done") deps.usage.countCall(name);
    return answer;
  }

  return {
    async call(request, schema) {
      const token = await deps.tokens.current();
      let answer = await send(request, token);
      if (answer.outcome.kind === "tokenInvalid") answer = await send(request, await deps.tokens.renew(token));
      assertDone(nameOf(request), answer.outcome, random);
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      throw new DeliveryError(`unexpected response to ${nameOf(request)}`, withJitter(UNREADABLE_WAIT_MS, random));
    },
  };
}

const isAway = (outcome: CallOutcome): boolean => outcome.kind === "retry" && outcome.code === "unavailable";

/** The key of limits and quotas. */
const nameOf = ({ method, api }: ApiRequest): string => `${method} ${api}`;

function assertDone(name: string, outcome: CallOutcome, random: () => number): void {
  switch (outcome.kind) {
    case "done":
      return;
    case "refused":
      throw new ApiRefusedError(name, outcome.reason);
    case "tokenInvalid":
      throw new DeliveryError(`${name} rejected a new token`, withJitter(TOKEN_WAIT_MS, random), { code: "setup" });
    case "retry": {
      const { code, reason, waitMs } = outcome;
      throw new DeliveryError(`${name}: ${reason}`, withJitter(waitMs, random), { code });
    }
    default:
      assertNever(outcome);
  }
}
