import { z } from "zod";
import { type FaultRule, faultRuleSchema } from "../contract/fault-rule.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Connection, Connections } from "../gateway/connections.ts";
import { makeHalfOpen, sendDisconnect } from "../gateway/disconnect.ts";
import type { Faults } from "../instruments/faults.ts";

interface Deps {
  connections: Connections;
  faults: Faults;
}

export const addFaultsRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/faults",
    summary:
      "Adds fault rules; `cut`, `disconnect` and `halfOpen` without a match apply to every open stream immediately.",
    body: z.object({ rules: z.array(faultRuleSchema) }),
    reply: z.object({ rules: z.array(z.looseObject({ action: z.string() })) }),
    run: ({ body }) => {
      deps.faults.add(body.rules.filter((rule) => !applyToOpenStreams(deps, rule)));
      return { rules: deps.faults.rules() };
    },
  });

export const clearFaultsRoute = ({ faults }: Pick<Deps, "faults">) =>
  controlRoute({
    method: "DELETE",
    path: "/faults",
    summary: "Removes all fault rules.",
    reply: z.object({ rules: z.array(z.unknown()) }),
    run: () => {
      faults.clear();
      return { rules: [] };
    },
  });

/** For the page: `POST /faults` does not report how often a rule may still apply. */
export const activeFaultsRoute = ({ faults }: Pick<Deps, "faults">) =>
  controlRoute({
    method: "GET",
    path: "/page/faults",
    summary: "The active rules, each with how often it may still apply; null: without limit.",
    run: () => ({
      faults: faults.active().map(({ rule, left }) => ({ rule, left: Number.isFinite(left) ? left : null })),
    }),
  });

const STREAM_FAULTS: Record<string, (connection: Connection) => void> = {
  cut: ({ socket }) => socket.terminate(),
  disconnect: sendDisconnect,
  halfOpen: makeHalfOpen,
};

/** Applies a rule without a match to the open streams immediately. @returns whether it did */
function applyToOpenStreams({ connections }: Pick<Deps, "connections">, rule: FaultRule): boolean {
  if (Object.values(rule.match).some((value) => value !== undefined)) return false;
  const apply = STREAM_FAULTS[rule.action];
  if (apply === undefined) return false;
  for (const connection of connections.all()) apply(connection);
  return true;
}
