import { fromPrisma, PgBoss } from "pg-boss";
import type { Log } from "../../../shared/log.ts";
import type { Database, Transaction } from "../../storage/database.ts";
import { isAlone } from "./bots-alive.ts";

const QUEUE = "chat-outbox";
/** A drain gives its chat back well before this, so only a dead process lets a job expire. */
const EXPIRE_SECONDS = 30;
/** How often a worker looks without being told; the database tells it at every commit. */
const LOOK_SECONDS = 0.5;
/** Every wake stirs each of them, and looking for jobs is dear: few, that take many chats at once. */
const WORKERS = 3;

export interface WakeQueue {
  enqueue(tx: Transaction, chat: string, afterMs: number): Promise<void>;
  /** @param drain sends what waits in the chat's outbox; one at a time for each chat, over all processes */
  start(drain: (chat: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * "Look at this chat's outbox" as jobs on PostgreSQL. The job carries the chat only: what to send, and in which order,
 * the outbox rows say, so a job too many finds nothing to do and a job that died is simply repeated.
 * @param chats how many chats one process serves at once
 */
export async function makeWakeQueue(deps: { database: Database; log: Log; chats: number }): Promise<WakeQueue> {
  const boss = new PgBoss({
    connectionString: deps.database.url,
    max: 4,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: 10,
    application_name: "jiayuan-jobs",
  });
  boss.on("error", (error) => deps.log.warn({ error: error.message }, "the job queue reports an error"));
  await boss.start();
  await boss.createQueue(QUEUE, {
    policy: "key_strict_fifo",
    notify: true,
    expireInSeconds: EXPIRE_SECONDS,
    // A failed job would silence its chat for ever; trouble is noted on the outbox row instead.
    retryLimit: 1_000_000,
    retryDelay: 1,
    deleteAfterSeconds: 3_600,
    retentionSeconds: 365 * 24 * 3_600,
  });
  return {
    async enqueue(tx, chat, afterMs) {
      const startAfter = afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {};
      await boss.send(QUEUE, {}, { singletonKey: chat, group: { id: chat }, db: fromPrisma(tx), ...startAfter });
    },
    async start(drain) {
      if (await isAlone(deps.database)) await releaseOrphans(boss, deps.database);
      const options = {
        batchSize: Math.ceil(deps.chats / WORKERS),
        burstWhenBatchFull: true,
        localConcurrency: WORKERS,
        pollingIntervalSeconds: LOOK_SECONDS,
        notifyPollingIntervalSeconds: LOOK_SECONDS,
      };
      await boss.work(QUEUE, options, async (jobs) => {
        await Promise.all(jobs.map((job) => drain(job.groupId ?? "")));
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}

/** Jobs that a killed process was working on would hold their chats until they expire. */
async function releaseOrphans(boss: PgBoss, database: Database): Promise<void> {
  const jobs = await database.query<{ id: string }>(
    "select id::text as id from pgboss.job where name = $1 and state = 'active'",
    [QUEUE],
  );
  if (jobs.length > 0)
    await boss.fail(
      QUEUE,
      jobs.map(({ id }) => id),
    );
}
