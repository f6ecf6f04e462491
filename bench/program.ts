import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

/** A program of the project in a process of its own. */
export interface Program {
  pid: number;
  /** Resolves with the first line it prints, on either output, that holds these words; rejects when it ends before. */
  line(words: string): Promise<Line>;
  /** @param signal SIGKILL where nothing needs to be kept */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface Line {
  text: string;
  /** Milliseconds from the process's start. */
  after: number;
}

interface Seeker {
  words: string;
  found(line: Line): void;
}

const LINES_SHOWN = 30;

/** @param folder in which it runs; else this one */
export function startProgram(
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder?: string,
): Program {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...script], {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Line[] = [];
  const seekers = new Set<Seeker>();
  const take = (text: string) => {
    const line = { text, after: performance.now() - startedAt };
    lines.push(line);
    for (const seeker of seekers) if (text.includes(seeker.words)) seeker.found(line);
  };
  for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on("line", take);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  return {
    pid: child.pid ?? 0,
    line: (words) =>
      new Promise((found, fail) => {
        const known = lines.find(({ text }) => text.includes(words));
        if (known) return found(known);
        seekers.add({ words, found });
        void ended.then(() => fail(new Error(`${script.at(-1)} ended early:\n${tail(lines)}`)));
      }),
    end: (signal = "SIGTERM") => endChild(child, { ended, signal }),
  };
}

const tail = (lines: readonly Line[]): string =>
  lines
    .slice(-LINES_SHOWN)
    .map(({ text }) => text)
    .join("\n");

async function endChild(
  child: ChildProcess,
  { ended, signal }: { ended: Promise<void>; signal: NodeJS.Signals },
): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await ended;
}

/** Resident memory of a process in MB, now; undefined where the system does not tell. */
export async function memoryOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Processor time a process has used so far, in seconds; 0 where the system does not tell. */
export const processorTimeOf = (pid: number): Promise<number> => secondsOf(pid, [11, 12]);

/** @param places in `/proc/<pid>/stat`, counted from the state */
async function secondsOf(pid: number, places: readonly number[]): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return places.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0) / 100;
}

/** The same of a process and its children together, those that have ended counted in. */
export async function processorTimeWithChildren(pid: number): Promise<number> {
  const all = (await readdir("/proc").catch((): string[] => [])).filter((name) => /^\d+$/.test(name));
  const parentOf = async (one: string): Promise<number> => {
    const stat = await readFile(`/proc/${one}/stat`, "utf8").catch(() => "");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  };
  const parents = await Promise.all(all.map(parentOf));
  const family = [pid, ...all.flatMap((one, at) => (parents[at] === pid ? [Number(one)] : []))];
  const times = await Promise.all([...family.map(processorTimeOf), secondsOf(pid, [13, 14])]);
  return times.reduce((sum, one) => sum + one, 0);
}
