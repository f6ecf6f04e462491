import { z } from "zod";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { UsageCounter } from "../instruments/usage.ts";
import type { Warnings } from "../instruments/warnings.ts";

interface Deps {
  traffic: Traffic;
  usage: UsageCounter;
  warnings: Warnings;
}

/** What can be read of traffic, usage and warnings. */
export function instrumentRoutes({ traffic, usage, warnings }: Deps): ControlRoute[] {
  return [
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
      summary: "Differences from the real platform.",
      reply: z.object({ warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })) }),
      run: () => ({ warnings: warnings.list() }),
    }),
  ];
}
