import { type Card, type Control, ControlError, type Message, patiently } from "./client.ts";

/** A person at their phone: says, presses, fills in, reads; repeats what the client shows as not delivered. */
export interface Person {
  userId: string;
  /** @returns what the bot answered in the direct chat, oldest first */
  says(text: string): Promise<Message[]>;
  /** The newest card that has the button. A button that has gone after a failed press has done its work. */
  presses(label: string): Promise<void>;
  /** Fills in and sends the form of the newest card that has one. */
  submits(values: Readonly<Record<string, unknown>>): Promise<void>;
  drops(file: { name: string; bytes: Uint8Array }): Promise<Message[]>;
  /** The newest card of the direct chat that fits. */
  card(fits: (card: Card) => boolean): Promise<Card | undefined>;
  messages(): Promise<Message[]>;
}

interface Answered {
  accepted: boolean;
  toast?: string;
  missing?: string[];
}

const TRIES = 20;
const PENDING_MS = 200;

export function personOf(control: Control, userId: string): Person {
  const path = `/users/${userId}`;
  const read = (query: string) =>
    patiently(() => control.get<{ messages: Message[]; seq: number }>(`${path}/messages${query}`));
  const cards = async () => (await read("")).messages.flatMap(({ card }) => (card ? [card] : []));
  const newest = async (fits: (card: Card) => boolean) => (await cards()).findLast(fits);

  /** Whether the message arrived. One the platform still tries to deliver is waited for, as a person would. */
  async function delivered(msgId: string): Promise<boolean> {
    for (;;) {
      const own = (await read("")).messages.find((message) => message.msgId === msgId);
      if (own?.delivery !== "pending") return own?.delivery !== "lost";
      await new Promise((done) => setTimeout(done, PENDING_MS));
      await control.idle();
    }
  }

  async function sent(send: () => Promise<string[]>): Promise<Message[]> {
    const before = (await read("")).seq;
    for (let tried = 1; tried <= TRIES; tried++) {
      const ids = await send();
      await control.idle();
      const arrived = await Promise.all(ids.map(delivered));
      if (arrived.every((is) => is)) break;
    }
    return (await read(`?after=${before}`)).messages.filter(({ from }) => from !== userId);
  }

  /** Pressing or submitting until the client accepts it, on the newest face each time. */
  async function untilAccepted(act: () => Promise<Answered | "gone">): Promise<void> {
    for (let tried = 1; tried <= TRIES; tried++) {
      const answered = await act();
      await control.idle();
      if (answered === "gone") {
        if (tried > 1) return;
        throw new Error(`${userId} does not see what to press`);
      }
      if (answered.accepted) return;
    }
    throw new Error(`${userId}: not accepted after ${TRIES} tries`);
  }

  return {
    userId,
    says: (text) =>
      sent(async () => [(await patiently(() => control.post<{ msgId: string }>(`${path}/say`, { text }))).msgId]),
    presses: (label) =>
      untilAccepted(async () => {
        const card = await newest(({ actions }) => actions.some((one) => one.label === label && !one.disabled));
        const action = card?.actions.find((one) => one.label === label);
        if (!card || !action) return "gone";
        const body = { outTrackId: card.outTrackId, actionId: action.actionId };
        return goneIfChanged(() => control.post<Answered>(`${path}/press`, body));
      }),
    submits: (values) =>
      untilAccepted(async () => {
        const card = await newest(({ forms }) => forms.some(({ disabled }) => !disabled));
        const form = card?.forms[0];
        const fits = form?.fields.some(({ name }) => name in values);
        if (!card || !form || !fits) return "gone";
        const body = { outTrackId: card.outTrackId, formId: form.formId, values };
        return goneIfChanged(() => control.post<Answered>(`${path}/submit`, body));
      }),
    drops: (file) =>
      sent(async () => {
        const form = new FormData();
        form.set("file", new Blob([new Uint8Array(file.bytes)]), file.name);
        return (await patiently(() => control.post<{ msgIds: string[] }>(`${path}/drop`, form))).msgIds;
      }),
    card: newest,
    messages: async () => (await read("")).messages,
  };
}

/** The card changed between looking and pressing: its old button or form is unknown now. */
async function goneIfChanged(act: () => Promise<Answered>): Promise<Answered | "gone"> {
  try {
    return await patiently(act);
  } catch (error) {
    if (error instanceof ControlError && (error.status === 404 || error.status === 409)) return "gone";
    throw error;
  }
}
