import { readdirSync, readFileSync } from "node:fs";

/** What a program takes of the machine; on Linux only. */
export interface Taken {
  /** In MB: now, and at most so far. */
  memory: number;
  peak: number;
  /** Open files and connections. */
  handles: number;
}

export function takenBy(pid: number | undefined): Taken {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { memory: megabytes("VmRSS"), peak: megabytes("VmHWM"), handles: readdirSync(`/proc/${pid}/fd`).length };
}
