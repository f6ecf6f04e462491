import { strFromU8, unzipSync } from "fflate";
import { makeDispatcher } from "../../src/campaign/engine/dispatch/dispatch.ts";
import type { LiveCard } from "../../src/platform/chat/cards.ts";
import { messageOrder } from "../../src/platform/chat/inbox/message-order.ts";
import type { OutboundFile, Outbox } from "../../src/platform/chat/outbox/outbox.ts";
import type { Chat } from "../../src/platform/chat/ports.ts";
import type { Transaction } from "../../src/platform/storage/database.ts";
import { staffId } from "../../src/shared/brand.ts";
import { RefusalError } from "../../src/shared/refusal-error.ts";
import { ownServices, TakenBack } from "./own-services.ts";
import type { World } from "./world.ts";

/** Somebody says or presses something; it is taken back afterwards. */
export interface Probe {
  person: string;
  /** What is typed, now or earlier and only arriving now; or the id of a button with its subject. */
  ask: { typed: string; sentAt?: Date } | { action: string; subject: string };
}

/** What would have come of it. */
export interface Found {
  /** Everything that the person would read: messages, cards, toasts, refusals, words in files. */
  read: string;
  /** Changes that the journal would have. */
  changes: readonly { action: string; caseId: string | null }[];
  /** Whether anything that is being filled in would be otherwise. */
  draftsChanged: boolean;
  /** Files that would be made and sent later. */
  orders: number;
  /** A failure that is no refusal. */
  failed?: string;
}

/** After everything that was sent in the same millisecond. */
const LAST = 999_999n;

interface Sent {
  views: unknown[];
  files: OutboundFile[];
  cards: { id: string; chat: string }[];
}

/** Asks the product's own code on the world's database, in a transaction that is rolled back. */
export async function openProbe(world: World) {
  let sent: Sent = { views: [], files: [], cards: [] };
  const recording = (outbox: Outbox): Outbox => ({
    ...outbox,
    say: async (_, chat, { view }) => void sent.views.push({ chat, view }),
    sendFile: async (_, chat, { file }) => void (chat.kind === "direct" && sent.files.push(file)),
    sendFileToAll: async (_, chats, { file }) =>
      void sent.files.push(...chats.filter(({ kind }) => kind === "direct").map(() => file)),
    refresh: async (_, card) => {
      sent.cards.push(card);
      return 0n;
    },
    refreshAll: async () => undefined,
  });
  const { database, services } = await ownServices(world, recording);

  async function probe({ person, ask }: Probe): Promise<Found> {
    const now = new Date(await clockOf(world));
    const dispatcher = makeDispatcher(services, { now: () => now });
    const chat: Chat = { kind: "direct", person: staffId(person) };
    sent = { views: [], files: [], cards: [] };
    let found: Found | undefined;
    let failed = "";
    const work = async (tx: Transaction): Promise<never> => {
      const before = await stateOf(tx);
      const said = await spoken(async () => {
        if ("typed" in ask) {
          const message = { kind: "message", messageId: "probe", from: staffId(person), nick: person, chat } as const;
          const { sentAt = now } = ask;
          const received = { at: new Date(), order: messageOrder(sentAt, LAST) };
          await dispatcher.onMessage(tx, { ...message, text: ask.typed, files: [], sentAt }, { files: [], received });
          return "";
        }
        const card = cardOf(person);
        const callback = {
          kind: "callback",
          deliveryId: "",
          cardId: card.id,
          version: 1,
          person: staffId(person),
        } as const;
        const { toast } = await dispatcher.onPress(tx, { callback: { ...callback, ...ask, form: {} }, card });
        return toast ?? "";
      });
      const shown: unknown[] = [];
      for (const { id, chat: of } of sent.cards.filter((one) => one.chat === `direct:${person}`)) {
        const card = await tx.card.findUnique({ where: { id } });
        if (card && of) shown.push(await dispatcher.renderCard(tx, card as unknown as LiveCard));
      }
      const texts: string[] = [];
      for (const { name, hash } of sent.files) texts.push(name, wordsIn(await services.files.get(hash)));
      const after = await stateOf(tx);
      found = {
        read: JSON.stringify([said, sent.views, shown, texts]),
        changes: (await tx.journalEntry.findMany({ where: { id: { gt: before.journal } } })).map((entry) => ({
          action: entry.action,
          caseId: entry.caseId,
        })),
        draftsChanged: before.drafts !== after.drafts,
        orders: after.orders - before.orders,
      };
      throw new TakenBack();
    };
    await database.inTransaction(work).catch((error: unknown) => {
      // A failure is rolled back as well, and says nothing but its number.
      if (!(error instanceof TakenBack)) failed = String(error);
    });
    return found ?? { read: "", changes: [], draftsChanged: false, orders: 0, failed };
  }

  return { probe, registry: services.registry, database, close: () => database.close() };
}

const clockOf = (world: World): Promise<string> => world.emulator.clock.now();

/** What is answered; a refusal is its sentence. */
async function spoken(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) return error.message;
    throw error;
  }
}

async function stateOf(tx: Transaction): Promise<{ journal: bigint; drafts: string; orders: number }> {
  const journal = await tx.journalEntry.aggregate({ _max: { id: true } });
  const drafts = await tx.$queryRaw<{ all: string | null }[]>`
    select string_agg(id || state || version, ',' order by id) as all from draft where district = 'keqiao'`;
  return { journal: journal._max.id ?? 0n, drafts: drafts[0]?.all ?? "", orders: await tx.evidenceOrder.count() };
}

/** Text in the parts of a workbook or Word file, as it is stored. */
function wordsIn(content: Buffer): string {
  if (content.subarray(0, 2).toString() !== "PK") return "";
  return Object.entries(unzipSync(content))
    .filter(([name]) => name.endsWith(".xml"))
    .map(([, part]) => strFromU8(part).replace(/<[^>]+>/g, ""))
    .join("\n");
}

/** A card of the person's, as far as a press looks at it. */
const cardOf = (person: string): LiveCard => ({
  ...{
    id: "probe",
    campaignId: "shaoxing-2023",
    kind: "probe",
    subject: "probe",
    chat: `direct:${person}`,
    generation: 1,
    version: 1,
  },
  ...{ deliveredVersion: 1, deliveredHash: null, sameSince: 0, actsFor: null, state: "live" },
});
