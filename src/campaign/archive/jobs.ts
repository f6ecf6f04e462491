import { isOnlyInstance } from "../../platform/chat/outbox/presence.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { isDiskFull } from "../../platform/storage/files.ts";
import type { Background } from "../../shared/background.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { membersWith } from "../directory/member.ts";
import { makeWorkLoop } from "../evidence/work-loop.ts";
import { type ArchiveJobsDeps, LEASE_S } from "./deps.ts";
import { finish } from "./finish.ts";
import { dropParts, makeEditions } from "./make.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { forgetParts, freeWork, isWorkWaiting, partsLongAgo, putOff, takeWork, type Work } from "./store.ts";
import { within } from "./within.ts";

const RETRY_S = 5;
const MAX_ATTEMPTS = 3;
/** Parts stay in the store for this time after they were sent. Machine time. */
const KEPT_HOURS = 24;

/** Makes archives that were confirmed. What is to do stands in the database: a killed process loses nothing. */
export function makeArchiveJobs(deps: ArchiveJobsDeps): Background {
  const loop = makeWorkLoop([() => makeNext(deps), () => eraseNext(deps)], deps.log);
  deps.database.afterWriting(["archive_work"], loop.soon);
  return {
    ...{ soon: loop.soon, run: loop.run, stop: loop.stop },
    async start() {
      if (await isOnlyInstance(deps.database)) await freeWork(deps.database);
      loop.start();
    },
    isIdle: async () => !loop.isWorking && !(await isWorkWaiting(deps.database)),
  };
}

/** @returns false if nothing waits */
async function makeNext(deps: ArchiveJobsDeps): Promise<boolean> {
  const work = await takeWork(deps.database, LEASE_S);
  if (!work) return false;
  try {
    const done = await makeEditions(deps, work);
    if (done) await finish(deps, work, done);
  } catch (error) {
    deps.log.error({ archive: work.number, error: String(error) }, "an archive could not be made");
    // What is left of them stands noted, for the next attempt.
    await dropParts(deps, work).catch(() => undefined);
    if (isFull(error)) await fail(deps, work, phrases.full(work.number));
    else if (work.attempts < MAX_ATTEMPTS) await putOff(deps.database, work, RETRY_S * work.attempts);
    else await fail(deps, work, phrases.failed(work.number));
  }
  return true;
}

const isFull = (error: unknown): boolean =>
  isDiskFull(error) || (error instanceof RefusalError && error.code === "storage.full");

/** Tells who asked, and who looks after the server. The work waits until it is taken up again. */
async function fail(deps: ArchiveJobsDeps, work: Work, sentence: string): Promise<void> {
  await within(deps, work, async (context, archive) => {
    const { tx, outbox, people, campaign } = context;
    const where = { campaignId_number: { campaignId: campaign.id, number: work.number } };
    await tx.archiveWork.update({ where, data: { state: "failed" } });
    const view: View = textView(phrases.failedTitle(), sentence, { tone: "overdue" });
    const told = new Set([archive.requestedBy, ...membersWith(people, "administrator").map(({ staffId }) => staffId)]);
    for (const person of told) await outbox.say(person, view);
  });
}

/** Erases the parts of an archive that were delivered long ago. @returns false if there are none */
async function eraseNext({ database, services }: ArchiveJobsDeps): Promise<boolean> {
  const over = await partsLongAgo(database, KEPT_HOURS);
  if (!over) return false;
  for (const hash of over.hashes) await services.files.erase(hash);
  await forgetParts(database, over.work);
  return true;
}
