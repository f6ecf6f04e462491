import { fromPrisma, PgBoss } from "pg-boss";
import type { Log } from "../../../shared/log.ts";
import type { Database, Transaction } from "../../storage/database.ts";
import { isOnlyInstance } from "./presence.ts";

const QUEUE = "chat-outbox";
/** Much longer than a drain, so a job only expires when its process died. */
const EXPIRE_SECONDS = 30;
/** Polling interval; normally the database notifies the workers on commit. */
const POLL_SECONDS = 0.5;
/** Each notification makes every worker query for jobs, so a few workers take large batches. */
const WORKERS = 3;

export interface WakeQueue {
  enqueue(tx: Transaction, chat: string, afterMs: number): Promise<void>;
  /** @param drain sends the chat's waiting items; never called concurrently for one chat, in any process */
  start(drain: (chat: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Delivery jobs in PostgreSQL (pg-boss). A job only names a chat; the outbox rows hold content and order. So a surplus
 * job finds nothing to send, and a job of a dead process can be repeated.
 * @param maxChats how many chats one process drains concurrently
 */
export async function makeWakeQueue(deps: { database: Database; log: Log; maxChats: number }): Promise<WakeQueue> {
  const boss = new PgBoss({
    connectionString: deps.database.url,
    max: 4,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: 10,
    application_name: "jiayuan-jobs",
  });
  boss.on("error", (error) => deps.log.warn({ error: error.message }, "job queue error"));
  await boss.start();
  await boss.createQueue(QUEUE, {
    policy: "key_strict_fifo",
    notify: true,
    expireInSeconds: EXPIRE_SECONDS,
    // A failed job would block its chat forever; errors are recorded on the outbox row instead.
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
      if (await isOnlyInstance(deps.database)) await releaseOrphans(boss, deps.database);
      const options = {
        batchSize: Math.ceil(deps.maxChats / WORKERS),
        burstWhenBatchFull: true,
        localConcurrency: WORKERS,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
      };
      await boss.work(QUEUE, options, async (jobs) => {
        await Promise.all(jobs.map((job) => drain(job.groupId ?? "")));
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}

/** Active jobs of a killed process would block their chats until they expire. */
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
