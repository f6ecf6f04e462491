import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface ReadyLine {
  ready: string;
  url?: string;
  pid: number;
  env?: Record<string, string>;
}

export interface Child {
  process: ChildProcess;
  /** Resolves at the program's ready line; rejects when it ends before. */
  ready: Promise<ReadyLine>;
  /** Resolves with the exit status. */
  ended: Promise<number | null>;
}

/** Starts one of the project's programs; everything it prints is printed here, line by line. */
export interface ChildOptions {
  name: string;
  environment: NodeJS.ProcessEnv;
  /** For Node itself. */
  flags?: readonly string[];
}

export function startChild(script: string, { name, environment, flags = [] }: ChildOptions): Child {
  // The pipe on its standard input closes when this process dies, however it dies: then the child ends too.
  const child = spawn(process.execPath, [...flags, script], {
    env: { ...environment, STOP_WITH_PARENT: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const ready = new Promise<ReadyLine>((done, fail) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      console.log(line);
      const found = readyLine(line);
      if (found?.ready === name) done(found);
    });
    void ended.then((status) => fail(new Error(`${name} ended with status ${status}`)));
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
