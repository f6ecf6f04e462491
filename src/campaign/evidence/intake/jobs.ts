import { picturesLane } from "../../../platform/chat/inbox/pictures-lane.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Kept } from "../../attachment/attach.ts";
import { memberOf, peopleOn } from "../../directory/member.ts";
import { discardLater, droppedFile, type OfferedFile } from "../../engine/dispatch/offered-files.ts";
import { inContext, inPersonContext } from "../../engine/make-context.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import type { EvidenceJobsDeps } from "../work-loop.ts";
import { BURST_MS } from "./burst.ts";
import { concludeBurst } from "./conclude.ts";
import { makeKept } from "./make-kept.ts";
import { lockBurst } from "./store.ts";

/** A file that a process took is another's after this time. Machine time. */
const LEASE_S = 40;
const RETRY_S = 5;
const MAX_ATTEMPTS = 3;

interface Taken {
  id: string;
  campaignId: string;
  person: StaffId;
  draftId: string;
  attempts: number;
}

const TAKE = `update evidence_file f set not_before = now() + make_interval(secs => $1), attempts = attempts + 1
  from evidence_burst b where b.id = f.burst_id and f.id = (
    select id from evidence_file where state = 'new' and (not_before is null or not_before <= now())
    order by id limit 1 for update skip locked)
  returning f.id, f.campaign_id as "campaignId", b.person, f.draft_id as "draftId", f.attempts`;

/** @returns false if there was nothing to work on */
export async function prepareNext(deps: EvidenceJobsDeps): Promise<boolean> {
  const { database, services, clock, log } = deps;
  const [taken] = await database.query<Taken>(TAKE, [LEASE_S]);
  if (!taken) return false;
  const campaign = services.campaigns.byId(taken.campaignId);
  const file =
    campaign &&
    (await database.inTransaction((tx) =>
      inContext(tx, { campaign, now: clock.now() }, services, (context) => droppedFile(context, taken.draftId)),
    ));
  if (!file) {
    await settle(deps, taken, { state: "gone" });
    return true;
  }
  try {
    await settle(deps, taken, { state: "ready", file, kept: await makeKept(services.files, file) });
  } catch (error) {
    await fail(deps, taken, error);
    if (!(error instanceof RefusalError)) log.error({ file: taken.id, error: String(error) }, "a received file failed");
  }
  return true;
}

type Result =
  | { state: "gone" }
  | { state: "refused"; refusal: string }
  | { state: "ready"; file: OfferedFile; kept: Kept };

/** Writes down what became of the file. What is kept, and what came, go after a day unless they are filed. */
async function settle({ database, services, clock }: EvidenceJobsDeps, taken: Taken, result: Result): Promise<void> {
  const campaign = services.campaigns.byId(taken.campaignId);
  await database.inTransaction(async (tx) => {
    const { state } = result;
    const refusal = state === "refused" ? result.refusal : null;
    const kept = state === "ready" ? result.kept : {};
    const { count } = await tx.evidenceFile.updateMany({
      where: { id: BigInt(taken.id), state: "new" },
      data: { ...kept, state, refusal, notBefore: null },
    });
    if (count === 0 || state !== "ready" || !campaign || campaign.closedAt) return;
    const { file } = result;
    await inContext(tx, { campaign, now: clock.now() }, services, async ({ drafts }) => {
      const whose = { drafts, person: { staffId: taken.person } };
      const { codes: _, ...received } = file;
      await discardLater(whose, received);
      if (result.kept.keptHash !== file.hash) {
        await discardLater(whose, { ...received, hash: result.kept.keptHash, size: result.kept.size });
      }
    });
  });
}

/** A file that cannot be kept is told with its burst; what may work later is tried again. */
async function fail(deps: EvidenceJobsDeps, taken: Taken, error: unknown): Promise<void> {
  const isFinal = error instanceof RefusalError && error.code !== "storage.full";
  if (isFinal || taken.attempts >= MAX_ATTEMPTS) {
    const refusal = error instanceof RefusalError ? error.message : phrases.failed();
    return settle(deps, taken, { state: "refused", refusal });
  }
  await deps.database.query("update evidence_file set not_before = now() + make_interval(secs => $2) where id = $1", [
    taken.id,
    RETRY_S * taken.attempts,
  ]);
}

/** Over: nothing came for a while, nothing is on its way, and every file is ready or refused. */
const OVER = `select b.id, b.campaign_id as "campaignId", b.person from evidence_burst b
  where b.state = 'collecting' and b.campaign_id = any($1)
    and (b.last_file_at <= $2 or b.last_file_clock <= $3)
    and not exists (select 1 from evidence_file f where f.burst_id = b.id and f.state = 'new')
    and not exists (select 1 from inbox_event e where e.state = 'new' and e.lane in (b.person, b.person || $4))
    and ($5::text is null or b.id = $5)
  order by b.last_file_at limit 1`;

interface Over {
  id: string;
  campaignId: string;
  person: StaffId;
}

/** @returns false if no burst is over */
export async function concludeNext({ database, services, clock, log }: EvidenceJobsDeps): Promise<boolean> {
  const { campaigns } = services;
  const at = new Date();
  const now = clock.now();
  const ids = campaigns
    .all()
    .filter(({ closedAt }) => !closedAt)
    .map(({ id }) => id);
  const before = (moment: Date) => new Date(moment.getTime() - BURST_MS);
  const over = [ids, before(at), before(now), picturesLane("")];
  const [found] = await database.query<Over>(OVER, [...over, null]);
  const campaign = campaigns.byId(found?.campaignId ?? "");
  if (!found || !campaign) return false;
  const concluded = database.inTransaction(async (tx) => {
    await campaigns.sync(tx);
    const burst = await lockBurst(tx, found.id);
    const [still] = await tx.$queryRawUnsafe<Over[]>(OVER, ...over, found.id);
    if (burst?.state !== "collecting" || !still) return;
    const person = memberOf(peopleOn(campaigns.membershipsOf(campaign.id), dayOf(now)), found.person);
    if (!person) {
      await tx.evidenceBurst.update({ where: { id: burst.id }, data: { state: "gone" } });
      return;
    }
    const chat = { kind: "direct", person: found.person } as const;
    await inPersonContext(tx, { campaign, person, chat, now }, services, (context) =>
      concludeBurst(context, burst, at),
    );
  });
  await concluded.catch(async (error: unknown) => {
    log.error({ burst: found.id, error: String(error) }, "a burst could not be concluded, trying again later");
    const later = "update evidence_burst set last_file_at = now(), last_file_clock = $2 where id = $1";
    await database.query(later, [found.id, now]);
  });
  return true;
}
