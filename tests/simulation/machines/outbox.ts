import { makeDrain } from "../../../src/platform/chat/outbox/deliver.ts";
import { makeOutbox } from "../../../src/platform/chat/outbox/outbox.ts";
import { dropHeld, releaseHeld } from "../../../src/platform/chat/outbox/outbox-rows.ts";
import { type ChatGateway, DeliveryError, type OutboundCard } from "../../../src/platform/chat/ports.ts";
import { textView } from "../../../src/platform/chat/view.ts";
import type { Database } from "../../../src/platform/storage/database.ts";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";
import type { FileStore } from "../../../src/platform/storage/files.ts";
import type { StaffId } from "../../../src/shared/brand.ts";
import { silentLog } from "../../../src/shared/log.ts";
import type { Draw } from "../../shared/draw.ts";
import { type Machine, promise } from "./machine.ts";

/** What becomes of a call: done; done and its reply lost; not done. */
const FATES = ["done", "done", "done", "replyLost", "failed"] as const;
type Fate = (typeof FATES)[number];

interface Call {
  what: string;
  end(fate: Fate): void;
}

/** One bot: idle, or with one call on the wire. */
interface Bot {
  instance: string;
  drain(chat: string): Promise<void>;
  call?: Call | undefined;
  draining?: Promise<void> | undefined;
  chat?: string;
}

/** What one phone shows. */
interface Phone {
  messages: string[];
  cards: Map<string, number>;
  created: Map<string, number>;
}

const encryption = makeEncryption(Buffer.alloc(32, 1));

/**
 * Two bots send messages and cards of a few chats, on the real statements; calls end in any order, replies are lost, bots
 * are paused and taken over from, presses carry cards. What is on the phones in the end is compared with what was said.
 */
export const outbox = (database: Database): Machine => ({
  name: "outbox order and card versions",
  run: (draw, seed) => play(database, draw, `seed-${seed}`),
});

async function play(database: Database, draw: Draw, name: string): Promise<void> {
  const people = [`${name}-a`, `${name}-b`] as StaffId[];
  const phones = new Map<string, Phone>(
    people.map((person) => [person, { messages: [], cards: new Map(), created: new Map() }]),
  );
  const out = makeOutbox({ database, encryption, deliver: () => undefined });
  const said = new Map<string, string[]>(people.map((person) => [person, []]));
  const excused = new Map<string, number>();
  const versions = new Map<string, number>();
  let replaced = 0;

  function gatewayOf(bot: Bot): ChatGateway {
    /** @param effect what the call does at the platform; whether it found the card there already */
    const call = (what: string, effect: () => boolean) =>
      new Promise<{ kind: "sent"; existed?: true }>((done, fail) => {
        bot.call = {
          what,
          end(fate) {
            bot.call = undefined;
            const existed = fate !== "failed" && effect();
            if (fate !== "done") excused.set(what, (excused.get(what) ?? 0) + 1);
            if (fate === "done") done({ kind: "sent", ...(existed ? { existed: true } : {}) });
            else fail(new DeliveryError("no response", 0));
          },
        };
      });
    const personOf = ({ chat }: OutboundCard) => (chat.kind === "direct" ? chat.person : "");
    return {
      interactive: true,
      sendView: (chat, { title }) =>
        call(title, () => {
          phones.get(chat.kind === "direct" ? chat.person : "")?.messages.push(title);
          return false;
        }),
      // With an id that it knows, the platform creates nothing.
      sendCard: (card) =>
        call(card.cardId, () => {
          const phone = phones.get(personOf(card));
          if (!phone || phone.created.has(card.cardId)) return true;
          phone.created.set(card.cardId, 1);
          phone.cards.set(card.cardId, card.version);
          return false;
        }),
      updateCard: (card) =>
        call(card.cardId, () => {
          phones.get(personOf(card))?.cards.set(card.cardId, card.version);
          return false;
        }),
    } as ChatGateway;
  }

  const bots = ["one", "two"].map((which) => {
    const bot: Bot = { instance: `${name}-${which}`, drain: async () => undefined };
    bot.drain = makeDrain({
      ...{ database, encryption, gateway: gatewayOf(bot), log: silentLog, instance: bot.instance },
      files: {} as FileStore,
      renderCard: async ({ version }) => textView(String(version), ""),
      deliverLater: () => undefined,
    });
    return bot;
  });

  /** Runs the bot on until its next call, or until it has nothing to do. */
  async function onward(bot: Bot): Promise<void> {
    const had = bot.call;
    for (;;) {
      const ended = await Promise.race([
        bot.draining?.then(() => true),
        new Promise<false>((no) => setImmediate(no, false)),
      ]);
      if (ended !== false) {
        bot.draining = undefined;
        return;
      }
      if (bot.call && bot.call !== had) return;
    }
  }
  async function start(bot: Bot, chat: string): Promise<void> {
    bot.chat = chat;
    bot.draining = bot.drain(chat);
    await onward(bot);
  }
  async function end(bot: Bot, fate: Fate): Promise<void> {
    bot.call?.end(fate);
    await onward(bot);
  }
  /** As when it has fallen silent: its claims are anybody's. */
  async function takeOver(bot: Bot): Promise<void> {
    await database.query(
      "update outbox_item set state = 'waiting', not_before = null, taken_by = null where state = 'sending' and taken_by = $1",
      [bot.instance],
    );
    const { call } = bot;
    if (call) excused.set(call.what, (excused.get(call.what) ?? 0) + 1);
    replaced += 1;
  }
  async function say(person: StaffId): Promise<void> {
    const title = `${person} ${(said.get(person)?.length ?? 0) + 1}`;
    said.get(person)?.push(title);
    await database.inTransaction((tx) => out.say(tx, { kind: "direct", person }, { view: textView(title, "") }));
  }
  async function change(person: StaffId): Promise<void> {
    const id = `${person}.card`;
    const chat = `direct:${person}`;
    await database.inTransaction(async (tx) => {
      if (versions.has(id)) await tx.card.update({ where: { id }, data: { version: { increment: 1 } } });
      else {
        const card = { id, chat, campaignId: name, kind: "stage.official", subject: person, generation: 1 };
        await tx.card.create({ data: { ...card, createdAt: new Date() } });
      }
      versions.set(id, (versions.get(id) ?? 0) + 1);
      await out.refresh(tx, { id, chat });
    });
  }
  /** The acknowledgement of a press brings the next version, or is lost. */
  async function press(person: StaffId): Promise<void> {
    const id = `${person}.card`;
    const phone = phones.get(person);
    if (!phone?.created.has(id)) return;
    const { held, version } = await database.inTransaction(async (tx) => {
      const card = await tx.card.update({ where: { id }, data: { version: { increment: 1 } } });
      versions.set(id, card.version);
      const held = await out.refresh(tx, { id, chat: `direct:${person}` }, { held: true });
      return { held, version: card.version };
    });
    if (draw.chance(0.3)) return releaseHeld(database, held);
    phone.cards.set(id, Math.max(version, phone.cards.get(id) ?? 0));
    await dropHeld(database, held, { cardId: id, version, view: textView(String(version), "") });
  }

  for (let count = 0; count < 25; count++) {
    const person = draw.of(people);
    const bot = draw.of(bots);
    const what = draw.below(10);
    if (what < 2) await say(person);
    else if (what < 4) await change(person);
    else if (what < 5) await press(person);
    else if (bot.call && what < 8) await end(bot, draw.of(FATES));
    else if (bot.call && what < 9) await takeOver(bot);
    else if (
      !bot.draining &&
      !bots.some((other) => other.chat === `direct:${person}` && other === bot && other.draining)
    )
      await start(bot, `direct:${person}`);
  }
  for (let left = 0; ; left++) {
    promise(left < 200, "everything is sent in the end", { name });
    for (const bot of bots) while (bot.call) await end(bot, "done");
    const [row] = await database.query<{ open: number }>(
      "select count(*)::int as open from outbox_item where chat = any($1::text[]) and state in ('waiting', 'sending', 'held')",
      [people.map((person) => `direct:${person}`)],
    );
    if (row?.open === 0) break;
    for (const person of people) for (const bot of bots) if (!bot.draining) await start(bot, `direct:${person}`);
  }

  for (const person of people) {
    const phone = phones.get(person);
    const first = [...new Set(phone?.messages)];
    promise(
      JSON.stringify(first) === JSON.stringify(said.get(person)),
      "every message comes, in the order in which it was said",
      { said: said.get(person), phone: phone?.messages },
    );
    for (const message of first) {
      const times = phone?.messages.filter((one) => one === message).length ?? 0;
      promise(times <= 1 + (excused.get(message) ?? 0), "a message comes once more only for a reply that was lost", {
        message,
        times,
      });
    }
    const id = `${person}.card`;
    if (!versions.has(id)) continue;
    const [row] = await database.query<{ version: number }>("select version from card where id = $1", [id]);
    promise(phone?.created.get(id) === 1, "a card is created once", phone?.created.get(id));
    promise(phone?.cards.get(id) === row?.version, "the phone shows the newest face", {
      phone: phone?.cards.get(id),
      row: row?.version,
      replaced,
    });
  }
  const chats = people.map((person) => `direct:${person}`);
  await database.query("delete from outbox_item where chat = any($1::text[])", [chats]);
  await database.query("delete from card where campaign_id = $1", [name]);
}
