import type { CardReading, EmulatedMessage } from "../src/emulator/contract.ts";

export type Message = EmulatedMessage;
export type Card = CardReading;

/** The control interface of an emulator. It is all that the players use: they read what people read. */
export interface Control {
  get<Reply>(path: string): Promise<Reply>;
  /** @param body JSON, or a form with files */
  post<Reply>(path: string, body: object | FormData): Promise<Reply>;
  /** Resolves when emulator and bots have nothing in flight, waiting for a bot that is being started again. */
  idle(): Promise<void>;
}

const TRIES = 40;
const PAUSE_MS = 250;

/** @param base such as `http://127.0.0.1:3100` */
export function controlOf(base: string): Control {
  async function call<Reply>(path: string, init: RequestInit): Promise<Reply> {
    const reply = await fetch(`${base}/_emulator${path}`, init);
    const text = await reply.text();
    if (!reply.ok) throw new ControlError(path, reply.status, text);
    return (text === "" ? undefined : JSON.parse(text)) as Reply;
  }
  const post = <Reply>(path: string, body: object | FormData) =>
    call<Reply>(
      path,
      body instanceof FormData
        ? { method: "POST", body }
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    );
  return {
    get: (path) => call(path, {}),
    post,
    idle: () => patiently(() => post("/idle", { timeoutMs: 30_000 })),
  };
}

/** The control interface said no. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;

  constructor(path: string, status: number, text: string) {
    super(`${path} ${status} ${text.slice(0, 300)}`);
    this.status = status;
  }
}

/** Tries again while the bot is away or busy; anything the caller did wrong is thrown at once. */
export async function patiently<Reply>(work: () => Promise<Reply>): Promise<Reply> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const isWrong = error instanceof ControlError && error.status < 500 && error.status !== 408;
      if (isWrong || tried === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}
