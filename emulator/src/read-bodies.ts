import type { FastifyInstance } from "fastify";

/** JSON, where an empty body counts as none, and forms, which the old gateway takes as well. */
export function readBodies(app: FastifyInstance): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    const text = String(body);
    try {
      done(null, text.trim() === "" ? undefined : JSON.parse(text));
    } catch {
      done(Object.assign(new Error("the body is no JSON"), { statusCode: 400, code: "badJson" }));
    }
  });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
