import { ControlCallError } from "dingtalk-emulator/client/call.ts";
import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { NotVisibleError } from "dingtalk-emulator/client/not-visible-error.ts";
import type { DroppedFile } from "dingtalk-emulator/client/pack-files.ts";
import type { News, Person } from "dingtalk-emulator/client/person.ts";
import type { CardAnswer } from "dingtalk-emulator/client/use-card.ts";

/** A person at their phone who repeats what the client shows as not delivered or not accepted. */
export interface PersistentPerson {
  userId: string;
  /** @returns what the bot answered in the direct chat, oldest first */
  says(text: string): Promise<News>;
  /** The newest card that has the button. A button that has gone after a failed press has done its work. */
  presses(label: string): Promise<void>;
  /** Fills in and sends the form of the newest card that has one. */
  submits(values: Readonly<Record<string, unknown>>): Promise<void>;
  drops(file: DroppedFile): Promise<News>;
  /** The newest card of the direct chat that fits. */
  latestCard: Person["latestCard"];
  messages: Person["messages"];
}

const TRIES = 20;
const PENDING_MS = 200;

export function persistent(client: EmulatorClient, userId: string): PersistentPerson {
  const person = client.as(userId);
  const { latestCard, messages } = person;
  const own = async () => (await messages()).filter(({ from }) => from === userId);

  /** Whether everything arrived. What the platform still tries to deliver is waited for, as a person would. */
  async function arrived(before: ReadonlySet<string>): Promise<boolean> {
    for (;;) {
      const sent = (await own()).filter(({ id }) => !before.has(id));
      if (!sent.some(({ delivery }) => delivery === "pending"))
        return !sent.some(({ delivery }) => delivery === "lost");
      await new Promise((done) => setTimeout(done, PENDING_MS));
      await client.idle();
    }
  }
  /** A bot that died between its work and its acknowledgement has heard it all the same. */
  async function isAnswered(before: readonly { seq: number }[]): Promise<boolean> {
    const since = Math.max(0, ...before.map(({ seq }) => seq));
    return (await messages()).some(({ from, seq }) => from !== userId && seq > since);
  }
  async function untilArrived(send: () => Promise<unknown>): Promise<News> {
    const news = await person.receives(async () => {
      for (let tried = 1; tried <= TRIES; tried++) {
        const before = await messages();
        await send();
        if (await arrived(new Set(before.map(({ id }) => id)))) return;
        if (await isAnswered(before)) return;
      }
    });
    const here = new Set((await messages()).map(({ id }) => id));
    return news.filter(({ id }) => here.has(id));
  }
  return {
    userId,
    says: (text) => untilArrived(() => person.says(text)),
    drops: (file) => untilArrived(() => person.drops(file)),
    presses: (label) => untilAccepted(() => person.presses(label)),
    submits: (values) => untilAccepted(() => person.submits(values)),
    latestCard,
    messages,
  };
}

/** Pressing or submitting until the client accepts it, on the newest face each time. */
async function untilAccepted(act: () => Promise<CardAnswer>): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried++) {
    try {
      if ((await act()).accepted) return;
    } catch (error) {
      if (tried > 1 && error instanceof NotVisibleError) return;
      if (tried === 1 || !changedMeanwhile(error)) throw error;
    }
  }
  throw new Error(`not accepted after ${TRIES} tries`);
}

/** The card changed between looking and pressing: its old button or form is unknown now. */
const changedMeanwhile = (error: unknown): boolean =>
  error instanceof ControlCallError && (error.status === 404 || error.status === 409);
