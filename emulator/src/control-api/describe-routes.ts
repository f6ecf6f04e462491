import { z } from "zod";
import type { ControlRoute } from "./control-route.ts";

/** The OpenAPI 3.1 description of the control interface, generated from the schemas of its routes. */
export function describeRoutes(base: string, routes: readonly ControlRoute[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `${base}${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Control interface of the DingTalk emulator", version: "1" },
    paths,
    components: { schemas: { Error: errorSchema } },
  };
}

const errorSchema = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: { code: { type: "string" }, message: { type: "string" } },
      required: ["code", "message"],
    },
  },
  required: ["error"],
};

function describe({ summary, schemas }: ControlRoute): object {
  const content = describeBody(schemas);
  return {
    summary,
    parameters: [...describeParameters(schemas.params, "path"), ...describeParameters(schemas.query, "query")],
    ...(content === undefined ? {} : { requestBody: { content } }),
    responses: {
      200: {
        description: "done",
        ...(schemas.reply === undefined ? {} : { content: json(z.toJSONSchema(schemas.reply)) }),
      },
      default: { description: "refused", content: json({ $ref: "#/components/schemas/Error" }) },
    },
  };
}

const json = (schema: object): object => ({ "application/json": { schema } });

function describeBody({ body, upload }: ControlRoute["schemas"]): object | undefined {
  if (upload !== undefined) return { "multipart/form-data": { schema: z.toJSONSchema(upload, { io: "input" }) } };
  return body === undefined ? undefined : json(z.toJSONSchema(body, { io: "input" }));
}

function describeParameters(schema: z.ZodType | undefined, place: "path" | "query"): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}
