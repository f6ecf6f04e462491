import type { Log } from "../../shared/log.ts";
import type { Database } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";
import type { FileStore } from "../storage/files.ts";
import { type Cards, makeCards } from "./cards.ts";
import { makeGate } from "./inbox/gate.ts";
import { makeHandle, makeTell } from "./inbox/handle.ts";
import { type IntakeMeter, makeIntakeMeter } from "./inbox/intake-meter.ts";
import { type Lanes, makeLanes } from "./inbox/lanes.ts";
import { makeReceiveFiles } from "./inbox/receive-files.ts";
import { makeRecordInbound } from "./inbox/record.ts";
import { workLane } from "./inbox/work-lane.ts";
import { announceAlive } from "./outbox/bots-alive.ts";
import { makeDrain, noteDelivered } from "./outbox/deliver.ts";
import { makeOutbox, type Outbox } from "./outbox/outbox.ts";
import { dropHeld, releaseHeld } from "./outbox/outbox-rows.ts";
import { makeWakeQueue, type WakeQueue } from "./outbox/wake-queue.ts";
import { chatPhrases } from "./phrases.ts";
import type { CallbackAnswer, CardCallback, ChatGateway, Inbound, InboundHandler } from "./ports.ts";
import type { LiveCard, Reception } from "./turn.ts";

/** How long a press waits for its work; the platform shows a failure after 2 s. Machine time. */
const CALLBACK_WAIT_MS = 1_500;
const LANE_RETRY_MS = 1_000;
/** Fewer than the database has connections: the others store what comes in and note what was sent. */
const TRANSACTIONS_AT_ONCE = 9;
/** More events a second than this are stored and acknowledged first, and worked on one after the other. */
const FLOOD_PER_SECOND = 80;
/** Chats served at once by one process. */
const CHATS_AT_ONCE = 24;

export interface Chat {
  outbox: Outbox;
  cards: Cards;
  inbound: InboundHandler;
  /** Takes up what was left undone and begins to deliver. */
  start(reception: Reception): Promise<void>;
  isIdle(): Promise<boolean>;
  /** Stops working and delivering; what is not done stays stored. */
  stop(): Promise<void>;
}

export interface ChatDeps {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  gateway: ChatGateway;
  log: Log;
  instance: string;
  /** Called after work that may have written to the journal. */
  onWorked?: () => void;
}

/** Record, acknowledge, work, send: the way of every event from the platform to the campaign and back. */
export async function makeChat(deps: ChatDeps): Promise<Chat> {
  const queue = await makeWakeQueue({ ...deps, chats: CHATS_AT_ONCE });
  const outbox = makeOutbox({ encryption: deps.encryption, enqueueWake: queue.enqueue });
  const cards = makeCards({ outbox, interactive: deps.gateway.cards, formRoom: deps.gateway.formRoom });
  const record = makeRecordInbound(deps);
  const waiting = new Map<bigint, (answer: CallbackAnswer) => void>();
  let lanes: Lanes | undefined;
  let farewell: (() => Promise<void>) | undefined;
  let recording = 0;
  const intake = makeIntakeMeter(FLOOD_PER_SECOND);

  async function take(inbound: Inbound): Promise<bigint | undefined> {
    recording++;
    intake.note();
    try {
      const { id, lane } = await record(inbound);
      if (id !== undefined) lanes?.run(lane);
      return id;
    } finally {
      recording--;
    }
  }

  async function onCallback(callback: CardCallback): Promise<CallbackAnswer> {
    const id = await take(callback);
    if (id === undefined) return { toast: chatPhrases.alreadyDone() };
    const late: CallbackAnswer = { toast: chatPhrases.inProgress() };
    return new Promise((done) => {
      const timer = setTimeout(() => finish(late), CALLBACK_WAIT_MS);
      const finish = (answer: CallbackAnswer) => {
        clearTimeout(timer);
        waiting.delete(id);
        done(answer);
      };
      waiting.set(id, finish);
    });
  }

  return {
    outbox,
    cards,
    inbound: {
      onMessage: async (message) => void (await take(message)),
      onEvent: async (event) => void (await take(event)),
      onCallback,
    },
    async start(reception) {
      farewell = await announceAlive(deps.database);
      lanes = startLanes(deps, { reception, cards, outbox, waiting, intake });
      await queue.start(
        makeDrain({ ...deps, drawCard: drawWith(deps.database, reception), wakeLater: later(deps, queue) }),
      );
      const left = await deps.database.query<{ lane: string }>(
        "select distinct lane from inbox_event where state = 'new'",
        [],
      );
      for (const { lane } of left) lanes.run(lane);
    },
    async isIdle() {
      if (recording > 0 || (lanes?.busy ?? 0) > 0) return false;
      const [row] = await deps.database.query<{ busy: boolean }>(
        `select exists (select 1 from inbox_event where state = 'new')
           or exists (select 1 from outbox_item where state in ('waiting', 'sending', 'held')) as busy`,
        [],
      );
      return row?.busy === false;
    },
    async stop() {
      await lanes?.stop();
      await queue.stop();
      await farewell?.();
    },
  };
}

const later =
  ({ database }: ChatDeps, queue: WakeQueue) =>
  (chat: string, afterMs: number) =>
    database.inTransaction((tx) => queue.enqueue(tx, chat, afterMs));

const drawWith = (database: Database, reception: Reception) => (card: LiveCard) =>
  card.state === "retired"
    ? Promise.resolve(chatPhrases.retired())
    : database.inTransaction((tx) => reception.drawCard(tx, card));

interface LaneParts {
  intake: IntakeMeter;
  reception: Reception;
  cards: Cards;
  outbox: Outbox;
  waiting: Map<bigint, (answer: CallbackAnswer) => void>;
}

function startLanes(deps: ChatDeps, { reception, cards, outbox, waiting, intake }: LaneParts): Lanes {
  const { database, log } = deps;
  const receiveFiles = makeReceiveFiles(deps);
  async function settleFace(heldItem: bigint, card: LiveCard, delivered: boolean): Promise<void> {
    if (!delivered) return releaseHeld(database, heldItem);
    await noteDelivered(database, card.id, card.version);
    await dropHeld(database, heldItem);
  }
  const handle = makeHandle({
    reception,
    cards,
    outbox,
    filesOf: receiveFiles.filesOf,
    settle: (heldItem, card, delivered) =>
      void settleFace(heldItem, card, delivered).catch((error: unknown) =>
        log.warn({ card: card.id, error: String(error) }, "an answered face could not be noted; it will be sent again"),
      ),
  });
  const work = {
    ...deps,
    ...makeTell(outbox),
    gate: makeGate(() => (intake.isFlooded() ? 1 : TRANSACTIONS_AT_ONCE)),
    handle,
    prepare: receiveFiles.prepare,
    onDone(id: bigint, answer: CallbackAnswer) {
      receiveFiles.forget(id);
      const finish = waiting.get(id);
      // Nobody waits any more: the face goes out by the outbox.
      if (finish) finish(answer);
      else answer.settled?.(false);
      deps.onWorked?.();
    },
  };
  const lanes = makeLanes(
    (lane) => workLane(lane, work),
    (lane, error) => {
      log.error({ lane, error: String(error) }, "a lane stopped; it is tried again");
      setTimeout(() => lanes.run(lane), LANE_RETRY_MS).unref();
    },
  );
  return lanes;
}
