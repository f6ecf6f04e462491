import { createHash, randomUUID } from "node:crypto";
import type { Cards, LiveCard } from "../../../platform/chat/cards.ts";
import { chatKey, chatOfKey } from "../../../platform/chat/chat-key.ts";
import { type Outbox, todoKey } from "../../../platform/chat/outbox/outbox.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { rememberReads } from "../../../platform/storage/tables/statements.ts";
import { openCampaigns } from "../campaigns.ts";
import type { Context } from "../context.ts";
import { makeDispatcher } from "../dispatch/dispatch.ts";
import { inContext, type Services } from "../make-context.ts";
import type { Rehearsed, RehearsedMessage } from "../rehearsal.ts";
import { type DueMoment, takeDue } from "./schedule.ts";

const SAVEPOINT = "rehearsal";
/** Machine time. Due moments wait meanwhile, presses do not; the caller's transaction has 60 s. */
const WITHIN_MS = 45_000;

interface When {
  campaignId: string;
  /** Campaign time. */
  from: Date;
  until: Date;
}

/** Runs in the caller's transaction up to a savepoint, to which it is rolled back whatever happens. */
export async function rehearse<Result>(
  tx: Transaction,
  when: When,
  services: Services,
  work: (then: Context) => Promise<Result>,
): Promise<Rehearsed<Result>> {
  await tx.$executeRawUnsafe(`savepoint ${SAVEPOINT}`);
  try {
    // Nobody does anything meanwhile: hundreds of moments ask the same.
    return await played(rememberReads(tx), when, services, work);
  } finally {
    await tx.$executeRawUnsafe(`rollback to savepoint ${SAVEPOINT}`);
  }
}

async function played<Result>(
  tx: Transaction,
  { campaignId, from, until }: When,
  services: Services,
  work: (then: Context) => Promise<Result>,
): Promise<Rehearsed<Result>> {
  const campaigns = await openCampaigns({ inTransaction: (read) => read(tx) }, [campaignId]);
  const collected = collecting(services);
  const rehearsing: Services = {
    ...services,
    ...{ campaigns, outbox: collected.outbox, cards: collected.cards },
    askReaders: async () => undefined,
    findByMobile: async () => ({ kind: "unavailable" }),
    afterCommit: () => undefined,
    files: {
      ...services.files,
      put: async (bytes) => createHash("sha256").update(bytes).digest("hex"),
      erase: async () => undefined,
    },
  };
  const messages: RehearsedMessage[] = [];
  const endsBy = Date.now() + WITHIN_MS;
  let reachedAt = from;
  for (;;) {
    const moment = await takeDue(tx, until, [campaignId]);
    const campaign = campaigns.byId(campaignId);
    if (!moment || !campaign) {
      reachedAt = until;
      break;
    }
    if (Date.now() > endsBy && moment.dueAt > reachedAt) break;
    const now = moment.dueAt < from ? from : moment.dueAt;
    reachedAt = now;
    await inContext(tx, { campaign, now }, rehearsing, (context) => fire(context, moment, rehearsing));
    await campaigns.sync(tx);
    messages.push(...(await collected.take(tx, now, rehearsing)));
  }
  const campaign = campaigns.byId(campaignId);
  if (!campaign) throw new Error(`campaign ${campaignId} is not served`);
  const reached = await inContext(tx, { campaign, now: reachedAt }, rehearsing, work);
  return { messages, until: reachedAt, reached };
}

/** Without the entry in the journal: nothing of it stays. */
async function fire(context: Context, { campaignId, kind, key, dueAt }: DueMoment, { registry }: Services) {
  const own = registry.dueKinds.find((one) => one.kind === kind);
  const outcome = (await own?.fire(context, { key, dueAt })) ?? "unknownKind";
  await context.tx.dueMoment.update({
    where: { campaignId_kind_key: { campaignId, kind, key } },
    data: { firedAt: context.now, outcome },
  });
}

/** An outbox that keeps what it is given, and cards that are drawn as they are when their moment is over. */
function collecting({ outbox, cards }: Services) {
  let said: Omit<RehearsedMessage, "at">[] = [];
  let shown: LiveCard[] = [];
  const keys = new Set<string>();
  /** A second message under the same key is none. */
  async function isNew(tx: Transaction, key: string | undefined): Promise<boolean> {
    if (key === undefined) return true;
    if (keys.has(key) || (await tx.outboxItem.findFirst({ where: { dedupeKey: key } }))) return false;
    keys.add(key);
    return true;
  }
  const own: Outbox = {
    async say(tx, chat, { view, dedupeKey }) {
      if (await isNew(tx, dedupeKey)) said.push({ chat, content: { view } });
    },
    saidLast: outbox.saidLast,
    async sendFile(tx, chat, { file, dedupeKey }) {
      if (await isNew(tx, dedupeKey)) said.push({ chat, content: { file: file.name } });
    },
    async sendFileToAll(tx, chats, { file, key }) {
      for (const chat of chats) await own.sendFile(tx, chat, { file, dedupeKey: `${key}/${chatKey(chat)}` });
    },
    async sendDing(_, person, { otherwise }) {
      said.push({ chat: { kind: "direct", person }, content: { view: otherwise } });
    },
    async addTodo(tx, person, { todo, otherwise }) {
      if (await isNew(tx, todoKey(todo.source)))
        said.push({ chat: { kind: "direct", person }, content: { view: otherwise } });
    },
    endTodo: async () => undefined,
    refresh: async () => 0n,
    refreshAll: async () => undefined,
    wake: () => undefined,
    dropKeyed: async () => undefined,
    async dropWaiting(_, chat) {
      shown = shown.filter((card) => card.chat !== chatKey(chat));
    },
  };
  const ever = new Set<string>();
  const placeOf = ({ kind, subject, chat }: Pick<LiveCard, "kind" | "subject" | "chat">) =>
    JSON.stringify([kind, subject, chat]);
  /** No row: nobody's press waits for one. */
  const show: Cards["show"] = async (_, chat, { actsFor = null, ...subject }) => {
    const versions = { generation: 1, version: 1, deliveredVersion: 0, deliveredHash: null, sameSince: 0 };
    const card: LiveCard = {
      ...{ id: randomUUID(), ...subject, chat: chatKey(chat), ...versions, actsFor },
      state: "live",
    };
    shown.push(card);
    ever.add(placeOf(card));
    return card;
  };
  return {
    outbox: own,
    cards: {
      ...cards,
      show,
      async showAll(tx, chats, subject) {
        const all = new Map<string, string>();
        for (const chat of chats) all.set(chatKey(chat), (await show(tx, chat, subject)).id);
        return all;
      },
      async showOnce(tx, chat, { actsFor, ...subject }) {
        const place = { ...subject, chat: chatKey(chat) };
        if (ever.has(placeOf(place)) || (await tx.card.findFirst({ where: place }))) return;
        await show(tx, chat, { ...subject, actsFor });
      },
      async withdrawUnsent(_, { kind, subject }) {
        shown = shown.filter((card) => card.kind !== kind || card.subject !== subject);
      },
      // Nobody sees what is drawn anew.
      refresh: async () => undefined,
      refreshLater: async () => undefined,
    } satisfies Cards,
    /** What came since the last call. */
    async take(tx: Transaction, at: Date, services: Services): Promise<RehearsedMessage[]> {
      const { renderCard } = makeDispatcher(services, { now: () => at });
      const newest = shown.filter(
        (card, index) =>
          !shown
            .slice(index + 1)
            .some((later) => later.kind === card.kind && later.subject === card.subject && later.chat === card.chat),
      );
      const drawn: RehearsedMessage[] = [];
      for (const card of newest)
        drawn.push({ at, chat: chatOfKey(card.chat), content: { view: await renderCard(tx, card) } });
      const all = [...said.map((one) => ({ at, ...one })), ...drawn];
      said = [];
      shown = [];
      return all;
    },
  };
}
