import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../world/records.ts";

export interface CallDefinition<Body, Query, Params> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As Fastify writes it, e.g. `/v1.0/todo/users/:unionId/tasks`. */
  path: string;
  /** Which of DingTalk's two gateways: they differ in tokens and in the form of errors. */
  gateway: "api" | "oapi";
  /** `token`: needs a valid access token. `none`: public, or checked by the call itself. */
  auth: "token" | "none";
  /** Whether the monthly quota counts it. */
  counted: boolean;
  /** The code of its own failures (5xx), if it is not `system.busy`. */
  failure?: string;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  params?: z.ZodType<Params>;
  run(input: CallInput<Body, Query, Params>): unknown;
}

export interface CallInput<Body, Query, Params> {
  /** The app of the token. @throws when the call takes no token */
  app: App;
  body: Body;
  query: Query;
  params: Params;
  request: FastifyRequest;
}

/** A call of DingTalk's API with its type parameters hidden, so that all fit one list. */
export interface PlatformCall extends Omit<CallDefinition<never, never, never>, "body" | "query" | "params" | "run"> {
  /** @throws z.ZodError for a request of the wrong shape */
  handle(request: FastifyRequest, app: () => App): unknown;
}

const anything = z.unknown();

export function platformCall<Body = unknown, Query = unknown, Params = unknown>(
  definition: CallDefinition<Body, Query, Params>,
): PlatformCall {
  const { body, query, params, run, ...rest } = definition;
  return {
    ...rest,
    handle: (request, app) =>
      run({
        get app() {
          return app();
        },
        // Parse boundary: without a schema the type parameter is unknown.
        body: (body ?? anything).parse(request.body ?? {}) as Body,
        query: (query ?? anything).parse(request.query) as Query,
        params: (params ?? anything).parse(request.params) as Params,
        request,
      }),
  };
}
