import type { z } from "zod";
import { assertNever } from "../../../shared/assert-never.ts";
import { DeliveryTrouble } from "../../chat/ports.ts";
import type { Limiter } from "../limiter.ts";
import type { Usage } from "../usage.ts";
import { classifyApi, classifyOapi, type Verdict } from "./classify.ts";
import type { Tokens } from "./token.ts";

export interface ApiRequest {
  gateway: "api" | "oapi";
  method: "GET" | "POST" | "PUT";
  /** As limits and quotas are counted, with `{…}` for ids, e.g. `/v1.0/todo/users/{unionId}/tasks`. */
  api: string;
  /** The path called, where it differs from `api`. */
  path?: string;
  query?: Record<string, string>;
  body?: object | FormData;
  /** Contact calls are not billed; of the others, those that failed are not. */
  free?: boolean;
}

export interface Api {
  /**
   * @throws ApiRefused when the platform will never take this call
   * @throws DeliveryTrouble when it may succeed later
   */
  call<Schema extends z.ZodType>(request: ApiRequest, schema: Schema): Promise<z.output<Schema>>;
}

/** The platform will not take this call, now or later. */
export class ApiRefused extends Error {
  override readonly name = "ApiRefused";
  /** The platform's code. */
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

/** Waits are spread over the next half, so that what failed together does not return together. */
const spread = (waitMs: number, random: () => number): number => Math.round(waitMs * (1 + random() / 2));

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

interface Answer {
  body: unknown;
  verdict: Verdict;
}

async function exchange(request: ApiRequest, deps: ApiDeps, token: string): Promise<Answer> {
  const response = await fetch(urlOf(request, deps, token), initOf(request, token));
  const body = decode(await response.text());
  const classify = request.gateway === "api" ? classifyApi : classifyOapi;
  return { body, verdict: classify(response.status, body) };
}

/** The way to both gateways: a booked slot, a token, a time limit, a verdict; a stale token is renewed once. */
export function makeApi(deps: ApiDeps): Api {
  const random = deps.random ?? Math.random;

  async function send(request: ApiRequest, token: string): Promise<Answer> {
    const name = nameOf(request);
    await deps.limiter.reserve(name);
    const answer = await exchange(request, deps, token).catch((error: unknown) => {
      throw new DeliveryTrouble(`no answer to ${name}`, spread(UNREACHABLE_WAIT_MS, random), { cause: error });
    });
    if (!request.free && answer.verdict.kind === "done") deps.usage.countCall(name);
    return answer;
  }

  return {
    async call(request, schema) {
      const token = await deps.tokens.current();
      let answer = await send(request, token);
      if (answer.verdict.kind === "tokenInvalid") answer = await send(request, await deps.tokens.renew(token));
      insistOnDone(nameOf(request), answer.verdict, random);
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      throw new DeliveryTrouble(`unexpected answer to ${nameOf(request)}`, spread(UNREADABLE_WAIT_MS, random));
    },
  };
}

/** Limits and quotas are counted by this. */
const nameOf = ({ method, api }: ApiRequest): string => `${method} ${api}`;

function insistOnDone(name: string, verdict: Verdict, random: () => number): void {
  switch (verdict.kind) {
    case "done":
      return;
    case "refused":
      throw new ApiRefused(name, verdict.reason);
    case "tokenInvalid":
      throw new DeliveryTrouble(`${name} turned down a new token`, spread(TOKEN_WAIT_MS, random), { code: "setup" });
    case "trouble": {
      const { code, reason, waitMs } = verdict;
      throw new DeliveryTrouble(`${name}: ${reason}`, spread(waitMs, random), { code });
    }
    default:
      assertNever(verdict);
  }
}
