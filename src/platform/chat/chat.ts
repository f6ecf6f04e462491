import type { StaffId } from "../../shared/brand.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import type { OpenFile } from "../documents/open/open-file.ts";
import type { Database, Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";
import type { FileStore } from "../storage/files.ts";
import { type Cards, type LiveCard, makeCards } from "./cards.ts";
import { chatKey } from "./chat-key.ts";
import { makeDialogues } from "./dialogue.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { makeErrorReplies, makeHandleInbound, senderOf } from "./inbox/handle-inbound.ts";
import type { InboxRow } from "./inbox/inbox-row.ts";
import { type IntakeMeter, makeIntakeMeter } from "./inbox/intake-meter.ts";
import { type LaneRunner, makeLaneRunner } from "./inbox/lane-runner.ts";
import { wordsBefore } from "./inbox/pictures-lane.ts";
import { processLane } from "./inbox/process-lane.ts";
import { makeReceiveFiles } from "./inbox/receive-files.ts";
import { laneOf, makeRecordInbound } from "./inbox/record.ts";
import { makeSemaphore } from "./inbox/semaphore.ts";
import { sweepInbox } from "./inbox/sweep.ts";
import { makeDrain } from "./outbox/deliver.ts";
import { makeDeliveryRunner } from "./outbox/delivery-runner.ts";
import { makeOutbox, type Outbox } from "./outbox/outbox.ts";
import { dropHeld, releaseHeld } from "./outbox/outbox-rows.ts";
import { announcePresence, watchOthers } from "./outbox/presence.ts";
import { chatPhrases } from "./phrases.ts";
import type { CallbackAnswer, CardCallback, ChatGateway, Inbound, InboundHandler, OutboundCard } from "./ports.ts";

/** The platform shows a failure of a press after this time. Machine time. */
const CARD_ANSWER_MS = 2_000;
/** Of it, what is kept for the answer's way. */
const ON_THE_WAY_MS = 500;
const LANE_RETRY_MS = 1_000;
/** Fewer than there are connections for them: the rest are for due moments, cards that are drawn, and the archive. */
const MAX_TRANSACTIONS = 9;
/** Above this rate, events are stored and acknowledged first and processed one at a time. */
const FLOOD_PER_SECOND = 80;
/** Chats that one process delivers to concurrently. */
const MAX_CHATS = 24;

/** Everything between the platform's port and the campaign: inbox, cards and outbox. */
export interface ChatCore {
  outbox: Outbox;
  cards: Cards;
  inbound: InboundHandler;
  /** Resumes unfinished events and starts delivery. */
  start(dispatcher: Dispatcher): Promise<void>;
  isIdle(): Promise<boolean>;
  /** Stops processing and delivery; unfinished work stays stored. */
  stop(): Promise<void>;
}

/** An event that is not worked on any more. */
export interface Parked {
  /** Whose it was; undefined if the platform did not say. */
  person: StaffId | undefined;
  /** The number that the person was told, under which the log has it. */
  reference: string;
}

export interface ChatCoreDeps {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  openFile: OpenFile;
  gateway: ChatGateway;
  log: Log;
  instance: string;
  /** When cards in groups are redrawn unasked again; undefined where they are now. Campaign time. */
  redrawsFrom?: () => Date | undefined;
  /** An event was given up after repeated failures. */
  onParked(tx: Transaction, parked: Parked): Promise<void>;
  /** Campaign time. */
  clock: Clock;
  /** After this an answer to a press comes too late, if not after the platform's time. Machine time. */
  cardAnswerMs?: number;
}

/** The path of every event: store, acknowledge, process, send. */
export function makeChatCore(deps: ChatCoreDeps): ChatCore {
  const delivery = makeDeliveryRunner(deps, MAX_CHATS);
  const outbox = makeOutbox({ ...deps, deliver: delivery.deliver });
  const cards = makeCards({ outbox, interactive: deps.gateway.interactive, formRoom: deps.gateway.formRoom });
  const record = makeRecordInbound(deps);
  const pendingAnswers: PendingAnswers = new Map();
  let lanes: LaneRunner<InboxRow> | undefined;
  let endPresence: (() => Promise<void>) | undefined;
  let endSweep: (() => void) | undefined;
  let endWatch: (() => void) | undefined;
  let recording = 0;
  const intake = makeIntakeMeter(FLOOD_PER_SECOND);

  async function accept(inbound: Inbound): Promise<bigint | undefined> {
    recording++;
    intake.count(laneOf(inbound));
    try {
      const { id, lane, oldest } = await record(inbound);
      // Of a redelivery too: the first may have been stored and its reply lost.
      lanes?.run(lane, oldest);
      return id;
    } finally {
      recording--;
    }
  }

  async function onCallback(callback: CardCallback): Promise<CallbackAnswer> {
    const id = await accept(callback);
    if (id === undefined) return { toast: chatPhrases.alreadyDone() };
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => finish({ toast: chatPhrases.inProgress() }),
        (deps.cardAnswerMs ?? CARD_ANSWER_MS) - ON_THE_WAY_MS,
      );
      const finish = (answer: CallbackAnswer) => {
        clearTimeout(timer);
        pendingAnswers.delete(id);
        resolve(answer);
      };
      pendingAnswers.set(id, finish);
    });
  }

  return {
    outbox,
    cards,
    inbound: {
      onMessage: async (message) => void (await accept(message)),
      onEvent: async (event) => void (await accept(event)),
      onCallback,
    },
    async start(dispatcher) {
      endPresence = await announcePresence(deps.database);
      lanes = startLanes(deps, {
        ...{ dispatcher, cards, outbox, pendingAnswers, intake },
        deliver: delivery.deliver,
      });
      await delivery.start(
        makeDrain({ ...deps, renderCard: renderWith(deps.database, dispatcher), deliverLater: delivery.deliver }),
      );
      const unfinished = await deps.database.query<{ lane: string }>(
        "select distinct lane from inbox_event where state = 'new'",
        [],
      );
      for (const { lane } of unfinished) lanes.run(lane);
      endSweep = sweepInbox(deps, lanes.run);
      endWatch = watchOthers(deps);
    },
    async isIdle() {
      if (recording > 0 || (lanes?.busy ?? 0) > 0 || delivery.busy > 0) return false;
      const [row] = await deps.database.query<{ busy: boolean }>(
        `select exists (select 1 from inbox_event where state = 'new')
           or exists (select 1 from outbox_item where state in ('waiting', 'sending', 'held')) as busy`,
        [],
      );
      return row?.busy === false;
    },
    async stop() {
      endSweep?.();
      endWatch?.();
      await lanes?.stop();
      await delivery.stop();
      await endPresence?.();
    },
  };
}

const renderWith = (database: Database, dispatcher: Dispatcher) => (card: LiveCard) =>
  card.state === "retired"
    ? Promise.resolve(chatPhrases.retired())
    : database.inTransaction((tx) => dispatcher.renderCard(tx, card));

/** Callbacks whose HTTP or stream response is still open, by event id. */
type PendingAnswers = Map<bigint, (answer: CallbackAnswer) => void>;

interface LaneDeps {
  intake: IntakeMeter;
  dispatcher: Dispatcher;
  cards: Cards;
  outbox: Outbox;
  pendingAnswers: PendingAnswers;
  /** Sends what waits in the chat. */
  deliver(chat: string): void;
}

function startLanes(
  deps: ChatCoreDeps,
  { dispatcher, cards, outbox, pendingAnswers, intake, deliver }: LaneDeps,
): LaneRunner<InboxRow> {
  const { log, database } = deps;
  const receiveFiles = makeReceiveFiles(deps);
  const begin = makeHandleInbound({
    dispatcher,
    cards,
    outbox,
    encryption: deps.encryption,
    filesOf: receiveFiles.filesOf,
    onDelivery: (heldItem, card, delivered) =>
      void settleHeldItem({ database, deliver }, { heldItem, card, delivered }).catch((error: unknown) =>
        log.warn(
          { card: card.cardId, error: String(error) },
          "could not record that the acknowledgement updated the card; the outbox will update it again",
        ),
      ),
  });
  const laneDeps = {
    ...deps,
    ...makeErrorReplies(outbox, makeDialogues(deps.encryption)),
    semaphore: makeSemaphore(() => (intake.isFlooded() ? 1 : MAX_TRANSACTIONS)),
    begin,
    parked: (tx: Transaction, row: InboxRow, reference: string) =>
      deps.onParked(tx, { person: senderOf(row), reference }),
    async prepare(row: InboxRow) {
      const { inbound } = row;
      if (inbound.kind !== "message") return;
      // Nothing is fetched and kept for people outside.
      const isHeard =
        inbound.files.length > 0 && (await deps.database.inTransaction((tx) => dispatcher.listensTo(tx, inbound.from)));
      if (isHeard) await receiveFiles.prepare(row);
      await wordsBefore(deps.database, row);
    },
    onProcessed(id: bigint, answer: CallbackAnswer) {
      receiveFiles.forget(id);
      const finish = pendingAnswers.get(id);
      // The response has timed out: the outbox sends the new version of the card.
      if (finish) finish(answer);
      else answer.onDelivery?.(false);
    },
  };
  const lanes = makeLaneRunner<InboxRow>(
    (lane, first) => processLane(lane, laneDeps, first),
    (lane, error) => {
      log.error({ lane, error: String(error) }, "processing a lane failed, retrying");
      setTimeout(() => lanes.run(lane), LANE_RETRY_MS).unref();
    },
  );
  return lanes;
}

/** The held outbox item is superseded if the acknowledgement delivered the card, and sent otherwise. */
async function settleHeldItem(
  { database, deliver }: Pick<LaneDeps, "deliver"> & Pick<ChatCoreDeps, "database">,
  { heldItem, card, delivered }: { heldItem: bigint; card: OutboundCard; delivered: boolean },
): Promise<void> {
  if (delivered) return dropHeld(database, heldItem, card);
  await releaseHeld(database, heldItem);
  deliver(chatKey(card.chat));
}
