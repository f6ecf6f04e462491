import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { COMPILED } from "../../shared/quick-start.ts";

export interface ReadyLine {
  ready: string;
  url?: string;
  pid: number;
  env?: Record<string, string>;
}

export interface Child {
  process: ChildProcess;
  /** Resolves when the program prints its ready line; rejects when it ends before. */
  ready: Promise<ReadyLine>;
  /** Resolves with the exit status. */
  ended: Promise<number | null>;
}

export interface ChildOptions {
  /** Value of `ready` in its ready line. */
  name: string;
  environment: NodeJS.ProcessEnv;
  /** Node's flags. */
  flags?: readonly string[];
}

/** Starts a program of this project and forwards its output line by line. */
export function startChild(script: string, { name, environment, flags = [] }: ChildOptions): Child {
  // Standard input is a pipe that closes when this process dies, which ends the child.
  const child = spawn(process.execPath, [...flags, script], {
    // Said here, the first file of the program is taken from there as well.
    env: { NODE_COMPILE_CACHE: COMPILED, ...environment, STOP_WITH_PARENT: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = new Promise<ReadyLine>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = readyLine(line);
      // Ready lines are for programs; a person at a terminal is told in words.
      if (!found || !process.stdout.isTTY) console.log(line);
      if (found?.ready === name) resolve(found);
    });
    void ended.then((status) => reject(new Error(`${name} ended with status ${status}`)));
  });
  ready.catch(() => undefined);
  return { process: child, ready, ended };
}

function readyLine(line: string): ReadyLine | undefined {
  if (!line.startsWith('{"ready":')) return undefined;
  try {
    return JSON.parse(line) as ReadyLine;
  } catch {
    return undefined;
  }
}
