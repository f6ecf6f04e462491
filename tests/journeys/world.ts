import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { EmulatedMessage } from "../../src/emulator/contract.ts";

const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");
const START = join(import.meta.dirname, "../../scripts/start.ts");
const READY_WITHIN_MS = 60_000;

export type Message = EmulatedMessage;

/** A person of the demo organisation, acting through the control interface only. */
export interface Person {
  userId: string;
  /** Says it to the bot, or in a group, waits until everything is at rest, and gives what is new or changed. */
  says(text: string, conversationId?: string): Promise<Message[]>;
  /** Sends files, and gives what is new or changed once everything is at rest. */
  drops(form: FormData): Promise<Message[]>;
  /** Presses the button with this label on the newest card that has it. */
  presses(label: string, conversationId?: string): Promise<{ accepted: boolean; toast?: string; version: number }>;
  messages(conversationId?: string): Promise<Message[]>;
}

/** A running `npm start` of its own: free ports, a data folder of its own, a clock that stands still. */
export interface World {
  dataDir: string;
  as(userId: string): Person;
  call<Reply>(path: string, body?: object): Promise<Reply>;
  /** Orders faults until {@link calm}. */
  weather(rules: readonly object[]): Promise<void>;
  calm(): Promise<void>;
  advanceTo(moment: string): Promise<{ kind: string; key: string; dueAt: string }[]>;
  idle(): Promise<void>;
  groupId(title: string): Promise<string>;
  pids: Map<string, number>;
  /** The program's next ready line from now on. */
  nextReady(name: string): Promise<void>;
  output(): string;
  /** Status of the program once it has ended. */
  exitStatus(): number | null;
  /** Stops everything and keeps the data. */
  stop(): Promise<void>;
  /** Stops everything and removes the data. */
  end(): Promise<void>;
}

export interface WorldOptions {
  dataDir?: string;
  environment?: Record<string, string>;
}

export async function startWorld({ dataDir, environment = {} }: WorldOptions = {}): Promise<World> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "jiayuan-journey-")));
  const child = spawn(NODE, [START], {
    env: { ...process.env, PORT: "0", EMULATOR_PORT: "0", LOG_LEVEL: "warn", ...environment, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const watch = watchReady(child);
  const [emulator] = await Promise.all([watch.ready("emulator"), watch.ready("bot")]);
  const base = `${emulator.url}/_emulator`;
  const call = <Reply>(path: string, body?: object) => callJson<Reply>(base + path, body);
  const idle = async () => void (await call("/idle", { timeoutMs: 60_000 }));
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    if (child.exitCode === null) child.kill("SIGTERM");
    else return;
    await ended;
  };
  return {
    dataDir: folder,
    as: (userId) => personOf(userId, { call, idle }),
    call,
    weather: async (rules) => void (await call("/faults", { rules })),
    calm: async () => void (await fetch(`${base}/faults`, { method: "DELETE" })),
    advanceTo: async (to) =>
      (await call<{ fired: { kind: string; key: string; dueAt: string }[] }>("/clock/advance", { to })).fired,
    idle,
    async groupId(title) {
      const { conversations } = await call<{ conversations: { title: string; conversationId: string }[] }>("/state");
      return conversations.find((one) => one.title === title)?.conversationId ?? "";
    },
    pids: watch.pids,
    nextReady: async (name) => void (await watch.nextReady(name)),
    output: watch.output,
    exitStatus: () => child.exitCode,
    stop,
    async end() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function callJson<Reply>(url: string, body?: object): Promise<Reply> {
  const json = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const sent = body instanceof FormData ? { body } : json;
  const reply = await fetch(url, body === undefined ? {} : { method: "POST", ...sent });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${url} ${reply.status} ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as Reply;
}

type Deps = Pick<World, "call" | "idle">;

function personOf(userId: string, { call, idle }: Deps): Person {
  const path = `/users/${userId}`;
  const read = (query: string) => call<{ messages: Message[]; seq: number }>(`${path}/messages?${query}`);
  const where = (conversationId?: string) =>
    conversationId === undefined ? "" : `conversationId=${encodeURIComponent(conversationId)}`;
  async function answersTo(act: () => Promise<unknown>): Promise<Message[]> {
    const { seq } = await read("conversationId=*");
    await act();
    await idle();
    const { messages } = await read(`conversationId=*&after=${seq}`);
    return messages.filter((message) => message.from !== userId);
  }
  return {
    userId,
    messages: async (conversationId) => (await read(where(conversationId))).messages,
    says: (text, conversationId) =>
      answersTo(() => call(`${path}/say`, conversationId === undefined ? { text } : { text, conversationId })),
    drops: (form) => answersTo(() => call(`${path}/drop`, form)),
    async presses(label, conversationId) {
      const { messages } = await read(where(conversationId));
      const cards = messages.flatMap(({ card }) => (card ? [card] : []));
      const card = cards.findLast(({ actions }) => actions.some((action) => action.label === label));
      const action = card?.actions.find((one) => one.label === label);
      if (!card || !action) throw new Error(`${userId} sees no button ${label}`);
      const reply = await call<{ accepted: boolean; toast?: string; version: number }>(`${path}/press`, {
        outTrackId: card.outTrackId,
        actionId: action.actionId,
      });
      await idle();
      return reply;
    },
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
