import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

export interface RouteDefinition<Params, Query, Body> {
  method: "GET" | "POST" | "DELETE";
  /** Below `/_emulator`, as Fastify writes it. */
  path: string;
  summary: string;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Shape of a multipart body, for the description; `run` reads it from the request. */
  upload?: z.ZodType;
  /** Shape of the reply, for the description; what is sent is not checked against it. */
  reply?: z.ZodType;
  run(input: RouteInput<Params, Query, Body>): unknown;
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: FastifyRequest;
  response: FastifyReply;
}

/** A route of the control interface with its type parameters hidden, so that all fit one list. */
export interface ControlRoute {
  method: "GET" | "POST" | "DELETE";
  path: string;
  summary: string;
  schemas: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; upload?: z.ZodType; reply?: z.ZodType };
  /** @throws z.ZodError for a request of the wrong shape */
  handle(request: FastifyRequest, response: FastifyReply): unknown;
}

const anything = z.unknown();

export function controlRoute<Params = unknown, Query = unknown, Body = unknown>(
  definition: RouteDefinition<Params, Query, Body>,
): ControlRoute {
  const { method, path, summary, params, query, body, upload, reply, run } = definition;
  return {
    method,
    path,
    summary,
    schemas: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body }),
      ...(upload === undefined ? {} : { upload }),
      ...(reply === undefined ? {} : { reply }),
    },
    handle: (request, response) =>
      run({
        // Parse boundary: without a schema the type parameter is unknown.
        params: (params ?? anything).parse(request.params) as Params,
        query: (query ?? anything).parse(request.query) as Query,
        body: (body ?? anything).parse(request.body ?? {}) as Body,
        request,
        response,
      }),
  };
}
