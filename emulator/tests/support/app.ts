import type { TrafficEntry } from "../../src/contract/instruments.ts";
import type { Reply } from "./driver.ts";
import type { startEmulator } from "./world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** What an app calls that is no plain POST on the new gateway. */
export const appOf = ({ request, token, platform, control }: Emulator) => ({
  get: async <T = Record<string, unknown>>(path: string, method = "GET"): Promise<Reply<T>> =>
    request<T>(path, { method, headers: { "x-acs-dingtalk-access-token": await token() } }),
  oapi: async <T = Record<string, unknown>>(path: string, body: object = {}): Promise<Reply<T>> =>
    request<T>(`${path}?access_token=${await token()}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  /** Status and code of a reply that may be a refusal. */
  refusal: async (method: string, path: string, body: object): Promise<[number, unknown]> => {
    const reply = await platform(method, path, body);
    return [reply.status, reply.body.code];
  },
  warnings: async (): Promise<string[]> => {
    const reply = await control<{ warnings: { code: string }[] }>("/warnings");
    return reply.body.warnings.map(({ code }) => code);
  },
  traffic: async (): Promise<TrafficEntry[]> => (await control<{ entries: TrafficEntry[] }>("/traffic")).body.entries,
  lenient: () => control("/settings", { strict: false }),
});
