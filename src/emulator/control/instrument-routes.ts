import { z } from "zod";
import type { Connection } from "../gateway/connections.ts";
import { closeHalf, sayGoodbye } from "../gateway/part.ts";
import { type FaultRule, faultRuleSchema } from "../instruments/faults.ts";
import type { Parts } from "../parts.ts";
import { type ControlRoute, controlRoute } from "./control-route.ts";

/** Weather, and what can be read of what happened. */
export function instrumentRoutes(parts: Parts): ControlRoute[] {
  const { faults, traffic, usage, warnings } = parts;
  return [
    controlRoute({
      method: "POST",
      path: "/faults",
      summary:
        "Orders faults; `cut`, `disconnect` and `halfOpen` that match anything strike every open stream at once.",
      body: z.object({ rules: z.array(faultRuleSchema) }),
      reply: z.object({ rules: z.array(z.looseObject({ action: z.string() })) }),
      run: ({ body }) => {
        faults.order(body.rules.filter((rule) => !strikeNow(parts, rule)));
        return { rules: faults.rules() };
      },
    }),
    controlRoute({
      method: "DELETE",
      path: "/faults",
      summary: "Ends all ordered faults.",
      reply: z.object({ rules: z.array(z.unknown()) }),
      run: () => {
        faults.clear();
        return { rules: [] };
      },
    }),
    controlRoute({
      method: "GET",
      path: "/traffic",
      summary: "The last frames and calls both ways, secrets redacted.",
      query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
      reply: z.object({ entries: z.array(z.looseObject({ id: z.number(), name: z.string() })), last: z.number() }),
      run: ({ query }) => ({ entries: traffic.after(query.after), last: traffic.last() }),
    }),
    controlRoute({
      method: "GET",
      path: "/usage",
      summary: "What the platform's monthly quota would have counted.",
      reply: z.looseObject({ apiCalls: z.number(), pushes: z.number(), byApi: z.record(z.string(), z.number()) }),
      run: () => usage.total(),
    }),
    controlRoute({
      method: "GET",
      path: "/warnings",
      summary: "What the real platform would take differently.",
      reply: z.object({ warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })) }),
      run: () => ({ warnings: warnings.list() }),
    }),
  ];
}

const onStream: Record<string, (connection: Connection) => void> = {
  cut: ({ socket }) => socket.terminate(),
  disconnect: sayGoodbye,
  halfOpen: closeHalf,
};

/** A rule that names nothing to wait for acts on the open streams at once. @returns whether it did */
function strikeNow({ connections }: Parts, rule: FaultRule): boolean {
  if (Object.values(rule.match).some((value) => value !== undefined)) return false;
  const strike = onStream[rule.action];
  if (strike === undefined) return false;
  for (const connection of connections.all()) strike(connection);
  return true;
}
