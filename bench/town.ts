import { z } from "zod";
import { type Program, startProgram } from "./program.ts";

/** A running emulator and what the bench asks of it. */
export interface Town {
  program: Program;
  /** Where its control interface is. */
  url: string;
  /** What a bot on this emulator needs in its environment. */
  env: Record<string, string>;
  /** People with a part in the demo campaign. */
  people: readonly string[];
  say(userId: string, text: string): Promise<void>;
  settings(settings: object): Promise<void>;
  /** Frames and calls after this one; see GET /_emulator/traffic. */
  traffic(after: number): Promise<{ entries: Entry[]; last: number }>;
}

const entrySchema = z.object({
  id: z.number(),
  tick: z.number(),
  kind: z.enum(["frame", "http"]),
  name: z.string(),
  status: z.number().optional(),
  ms: z.number().optional(),
  request: z.unknown(),
});
const trafficSchema = z.object({ entries: z.array(entrySchema), last: z.number() });
const stateSchema = z.object({ users: z.array(z.object({ userId: z.string() })) });
const readySchema = z.object({ url: z.string(), env: z.record(z.string(), z.string()) });

export type Entry = z.output<typeof entrySchema>;

/** The first working day of the campaign's first stage. */
const NOW = "2023-08-10T09:00:00+08:00";

/**
 * @param now campaign time at which it begins
 * @param environment also for a bot on it, e.g. another campaign
 */
export async function openTown(dataDir: string, now = NOW, environment: Record<string, string> = {}): Promise<Town> {
  const program = startProgram(["scripts/emulator.ts"], {
    ...environment,
    DATA_DIR: dataDir,
    EMULATOR_PORT: "0",
    EMULATOR_NOW: now,
  });
  const { text } = await program.line('{"ready":"emulator"');
  const { url, env } = readySchema.parse(JSON.parse(text));
  const call = async (path: string, body?: object): Promise<unknown> => {
    const init = body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const reply = await fetch(`${url}/_emulator${path}`, init ?? {});
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const { users } = stateSchema.parse(await call("/state"));
  return {
    program,
    url,
    env: { ...env, ...environment },
    people: users.map(({ userId }) => userId).filter((userId) => userId !== "outsider"),
    say: async (userId, text) => void (await call(`/users/${userId}/say`, { text })),
    settings: async (settings) => void (await call("/settings", settings)),
    traffic: async (after) => trafficSchema.parse(await call(`/traffic?after=${after}`)),
  };
}
