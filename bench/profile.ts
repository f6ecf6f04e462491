import { writeFile } from "node:fs/promises";
import WebSocket from "ws";

/** A CPU profile as V8 gives it; of its nodes what is used here. */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** Has a running process sampled by its own inspector, which costs it little. */
export interface Profiler {
  start(): Promise<void>;
  /** @param file where the whole profile is written, for a browser's tools */
  stop(file: string): Promise<CpuProfile>;
  close(): void;
}

const EVERY_MICROSECONDS = 500;

/** @param url of the inspector, as the process prints it */
export async function openProfiler(url: string): Promise<Profiler> {
  const socket = new WebSocket(url, { maxPayload: 2 ** 30 });
  await new Promise((done, fail) => socket.once("open", done).once("error", fail));
  const open = new Map<number, (result: unknown) => void>();
  socket.on("message", (data) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result: unknown };
    if (id !== undefined) open.get(id)?.(result);
  });
  let last = 0;
  const ask = (method: string, params = {}): Promise<unknown> =>
    new Promise((done) => {
      open.set(++last, done);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await ask("Profiler.enable");
  await ask("Profiler.setSamplingInterval", { interval: EVERY_MICROSECONDS });
  return {
    start: async () => void (await ask("Profiler.start")),
    async stop(file) {
      const { profile } = (await ask("Profiler.stop")) as { profile: CpuProfile };
      await writeFile(file, JSON.stringify(profile));
      return profile;
    },
    close: () => socket.close(),
  };
}

/** Milliseconds that each file's own code took; a package of node_modules and Node itself count as one file each. */
export function timesByFile({ nodes, samples, timeDeltas }: CpuProfile): [string, number][] {
  const fileOf = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [at, sample] of samples.entries()) {
    const file = fileOf.get(sample) ?? "?";
    times.set(file, (times.get(file) ?? 0) + (timeDeltas[at] ?? 0) / 1_000);
  }
  times.delete("(idle)");
  return [...times].toSorted(([, one], [, other]) => other - one);
}

function placeOf({ functionName, url }: CpuProfile["nodes"][number]["callFrame"]): string {
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1];
  if (packaged !== undefined) return packaged;
  if (url === "") return functionName.startsWith("(") ? functionName : "V8";
  if (url.startsWith("node:")) return url.split("/").slice(0, 2).join("/");
  return url.replace(/^.*?\/((?:src|payloads|shared)\/)/u, "$1");
}
