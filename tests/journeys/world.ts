import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import type { EmulatedMessage } from "dingtalk-emulator/contract/control.ts";
import { checkWorkbooks } from "./check-workbooks.ts";

const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");
const START = join(import.meta.dirname, "../../scripts/start.ts");
/** A press is waited for longer than by the platform: on a busy machine an answer would come too late, now and then. */
const CARD_ANSWER_MS = 12_000;
const READY_WITHIN_MS = 180_000;

export type Message = EmulatedMessage;

/** A running `npm start` of its own: free ports, a data folder of its own, a clock that stands still. */
export interface World extends Pick<EmulatorClient, "url" | "as" | "call" | "injectFaults" | "clearFaults" | "idle"> {
  dataDir: string;
  emulator: EmulatorClient;
  advanceTo: EmulatorClient["clock"]["advanceTo"];
  groupId: EmulatorClient["group"];
  pids: Map<string, number>;
  /** The program's next ready line from now on. */
  nextReady(name: string): Promise<void>;
  /** Ends the bot, which is started again. */
  restartBot(): Promise<void>;
  output(): string;
  /** Status of the program once it has ended. */
  exitStatus(): number | null;
  /** Stops everything and keeps the data. */
  stop(): Promise<void>;
  /** Stops everything, checks the workbooks that were sent, and removes the data. */
  end(): Promise<void>;
  /** The same without a look at the workbooks, where some were made by an earlier version. */
  discard(): Promise<void>;
}

export interface WorldOptions {
  dataDir?: string;
  environment?: Record<string, string>;
}

export async function startWorld({ dataDir, environment = {} }: WorldOptions = {}): Promise<World> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "jiayuan-journey-")));
  const child = spawn(NODE, [START], {
    env: {
      ...process.env,
      PORT: "0",
      EMULATOR_PORT: "0",
      LOG_LEVEL: "warn",
      CARD_ANSWER_MS: String(CARD_ANSWER_MS),
      // An archive made here has no PDF: each takes seconds. Who tests them says so.
      OFFICE_PROGRAM: "off",
      ...environment,
      DATA_DIR: folder,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const watch = watchReady(child);
  const [emulator] = await Promise.all([watch.ready("emulator"), watch.ready("bot")]);
  const client = emulatorClient(emulator.url, { idleMs: 60_000 });
  await client.call("/settings", { cardAnswerMs: CARD_ANSWER_MS });
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    if (child.exitCode === null) child.kill("SIGTERM");
    else return;
    await ended;
  };
  const discard = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  return {
    ...client,
    dataDir: folder,
    emulator: client,
    advanceTo: client.clock.advanceTo,
    groupId: client.group,
    pids: watch.pids,
    nextReady: async (name) => void (await watch.nextReady(name)),
    async restartBot() {
      const ready = watch.nextReady("bot");
      process.kill(watch.pids.get("bot") ?? 0, "SIGTERM");
      await ready;
      await client.idle();
    },
    output: watch.output,
    exitStatus: () => child.exitCode,
    stop,
    async end() {
      await stop();
      const problem = await checkWorkbooks(folder).catch((error: unknown) => error);
      await discard();
      if (problem !== undefined) throw problem;
    },
    discard,
  };
}

interface Ready {
  ready: string;
  url: string;
  pid: number;
}

/** Everything a program announces, as it announces it. */
function watchReady(child: ChildProcess) {
  const seen = new Map<string, Ready>();
  const waiting: { name: string; done: (line: Ready) => void }[] = [];
  const lines: string[] = [];
  const pids = new Map<string, number>();
  const take = (line: string) => {
    lines.push(line);
    if (!line.startsWith('{"ready":')) return;
    const found: Ready = JSON.parse(line);
    seen.set(found.ready, found);
    pids.set(found.ready, found.pid);
    for (const one of waiting.filter(({ name }) => name === found.ready)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.done(found);
    }
  };
  if (child.stdout) createInterface({ input: child.stdout }).on("line", take);
  if (child.stderr) createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
  const nextReady = (name: string) =>
    new Promise<Ready>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no ${name} in time:\n${lines.join("\n")}`)), READY_WITHIN_MS);
      const early = () => fail(new Error(`ended early:\n${lines.join("\n")}`));
      child.once("exit", early);
      waiting.push({
        name,
        done: (line) => {
          clearTimeout(timer);
          child.off("exit", early);
          done(line);
        },
      });
    });
  return {
    pids,
    nextReady,
    ready: async (name: string) => seen.get(name) ?? nextReady(name),
    output: () => lines.join("\n"),
  };
}
