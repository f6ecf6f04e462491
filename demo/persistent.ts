import { Refused } from "dingtalk-emulator/client/call.ts";
import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { NotSeen } from "dingtalk-emulator/client/not-seen.ts";
import type { DroppedFile } from "dingtalk-emulator/client/pack-files.ts";
import type { News, Person } from "dingtalk-emulator/client/person.ts";
import type { CardAnswer } from "dingtalk-emulator/client/use-card.ts";
import type { EmulatedMessage } from "dingtalk-emulator/contract.ts";

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
  const path = `/users/${encodeURIComponent(userId)}`;
  /** What is new or changed in the direct chat; the whole chat is not read again and again. */
  const since = (seq: number) =>
    client.call<{ messages: EmulatedMessage[]; seq: number }>(`${path}/messages?after=${seq}`);
  let known = 0;
  const seqNow = async () => {
    known = (await since(known)).seq;
    return known;
  };

  /** Whether everything arrived. What the platform still tries to deliver is waited for, as a person would. */
  async function arrived(seq: number): Promise<boolean> {
    for (;;) {
      const sent = (await since(seq)).messages.filter(({ from }) => from === userId);
      if (!sent.some(({ delivery }) => delivery === "pending"))
        return !sent.some(({ delivery }) => delivery === "lost");
      await new Promise((done) => setTimeout(done, PENDING_MS));
      await client.idle();
    }
  }
  const answersSince = async (seq: number): Promise<News> =>
    (await since(seq)).messages.filter(({ from }) => from !== userId);
  async function untilArrived(send: () => Promise<unknown>): Promise<News> {
    const start = await seqNow();
    for (let tried = 1; tried <= TRIES; tried++) {
      const before = await seqNow();
      await send();
      await client.idle();
      if (await arrived(before)) break;
      // A bot that died between its work and its acknowledgement has heard it all the same.
      if ((await answersSince(before)).length > 0) break;
    }
    return answersSince(start);
  }
  return {
    userId,
    says: (text) => untilArrived(() => client.call(`${path}/say`, { text })),
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
      if (tried > 1 && error instanceof NotSeen) return;
      if (tried === 1 || !changedMeanwhile(error)) throw error;
    }
  }
  throw new Error(`not accepted after ${TRIES} tries`);
}

/** The card changed between looking and pressing: its old button or form is unknown now. */
const changedMeanwhile = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 404 || error.status === 409);
