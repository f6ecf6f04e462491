import { createHash } from "node:crypto";
import { type Cards, type LiveCard, makeCards } from "../../../platform/chat/cards.ts";
import { chatKey, chatOfKey } from "../../../platform/chat/chat-key.ts";
import { type Outbox, todoKey } from "../../../platform/chat/outbox/outbox.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { openCampaigns } from "../campaigns.ts";
import type { Context } from "../context.ts";
import { makeDispatcher } from "../dispatch/dispatch.ts";
import { inContext, type Services } from "../make-context.ts";
import type { Rehearsed, RehearsedMessage } from "../rehearsal.ts";
import { type DueMoment, fireMoment, takeDue } from "./schedule.ts";

const SAVEPOINT = "rehearsal";
/** Machine time. What others wait for is locked meanwhile, and the caller's transaction has 30 s. */
const WITHIN_MS = 12_000;

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
    return await played(tx, when, services, work);
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

async function fire(context: Context, moment: DueMoment, { registry }: Services): Promise<void> {
  const kind = registry.dueKinds.find((one) => one.kind === moment.kind);
  await fireMoment(context, moment, async () => (await kind?.fire(context, moment)) ?? "unknownKind");
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
    dropKeyed: async () => undefined,
    async dropWaiting(_, chat) {
      shown = shown.filter((card) => card.chat !== chatKey(chat));
    },
  };
  const made = makeCards({ outbox: own, interactive: cards.interactive, formRoom: cards.formRoom });
  const show: Cards["show"] = async (tx, chat, subject) => {
    const card = await made.show(tx, chat, subject);
    shown.push(card);
    return card;
  };
  return {
    outbox: own,
    cards: {
      ...made,
      show,
      // Nobody sees what is drawn anew.
      refresh: async () => undefined,
      refreshLater: async () => undefined,
      async showOnce(tx, chat, { actsFor, ...subject }) {
        const known = await tx.card.findFirst({ where: { ...subject, chat: chatKey(chat) } });
        if (!known) await show(tx, chat, { ...subject, actsFor });
      },
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
