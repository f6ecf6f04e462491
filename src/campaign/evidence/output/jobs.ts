import { textView } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { applicationById } from "../../application/store.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { inContext } from "../../engine/make-context.ts";
import { likestWords } from "../like-where.ts";
import { likesInCase } from "../likeness.ts";
import type { EvidenceJobsDeps } from "../work-loop.ts";
import type { MadeFile, Order } from "./order.ts";
import { makePacks } from "./pack.ts";
import { type Meant, outputPhrases as phrases } from "./phrases.ts";
import { itemsInSight, meantBy } from "./place-order.ts";
import { makeSheets, type Shown } from "./sheet.ts";
import {
  forgetMade,
  lockWaiting,
  madeLongAgo,
  retryOrder,
  sendingKey,
  settleOrder,
  type TakenOrder,
  takeOrder,
} from "./store.ts";

/** An order that a process took is another's after this time. Machine time. */
const LEASE_S = 180;
const RETRY_S = 5;
const MAX_ATTEMPTS = 3;
/** What was made for an order stays in the store for this time after it was sent. Machine time. */
const KEPT_HOURS = 24;

/** What an order is about, as it stands now. */
interface Contents {
  campaign: RunningCampaign;
  meant: Meant;
  shown: readonly Shown[];
}

/** Makes what waits longest, and sends it. @returns false if nothing waits */
export async function makeNext(deps: EvidenceJobsDeps): Promise<boolean> {
  const order = await takeOrder(deps.database, LEASE_S);
  if (!order) return false;
  try {
    const contents = await contentsOf(deps, order);
    await settle(deps, order, contents && { contents, made: await make(deps, order, contents) });
  } catch (error) {
    deps.log.error({ order: order.id, error: String(error) }, "evidence could not be made ready to send");
    if (order.attempts < MAX_ATTEMPTS) await retryOrder(deps.database, order.id, RETRY_S * order.attempts);
    else await settle(deps, order, undefined);
  }
  return true;
}

/** Erases what was made for one order and delivered long ago. @returns false if there is none */
export async function eraseNext({ database, services }: EvidenceJobsDeps): Promise<boolean> {
  const over = await madeLongAgo(database, KEPT_HOURS);
  if (!over) return false;
  for (const hash of over.erase) await services.files.erase(hash);
  await forgetMade(database, over.id);
  return true;
}

function make({ services }: EvidenceJobsDeps, order: Order, contents: Contents): Promise<MadeFile[]> {
  const { meant, shown, campaign } = contents;
  // As of the order, so that a second attempt makes the same files.
  const at = order.orderedAt;
  if (order.kind === "sheet") return makeSheets(services.files, { meant, shown, at });
  return makePacks(services.files, { meant, shown, at, bureau: campaign.definition.campaign.city.bureau });
}

/** In the order of their numbers. Undefined where the person may see nothing of it any more. */
async function contentsOf(deps: EvidenceJobsDeps, order: Order): Promise<Contents | undefined> {
  return within(deps, order, async (context, campaign) => {
    const person = memberOf(context.people, order.person as StaffId);
    const application = await applicationById(context.tx, order.caseId);
    if (!person || !application) return undefined;
    const meant = meantBy(context, application, order.row);
    const items = await itemsInSight({ ...context, person }, application, meant.row);
    const numbers = order.shows ?? items.map(({ attachment }) => attachment.id);
    const wanted = items.filter(({ attachment }) => numbers.includes(attachment.id));
    if (wanted.length === 0) return undefined;
    const likes = await likesInCase(context, application.id);
    const shown: Shown[] = [];
    for (const item of wanted) {
      const { id, district } = item.attachment;
      const like = await likestWords(context, likes.get(id) ?? [], { viewer: person, district });
      shown.push({ item, number: numbers.indexOf(id) + 1, like });
    }
    return { campaign, meant, shown: shown.sort((one, other) => one.number - other.number) };
  });
}

/** Sends what was made, or says that it was not; either once. */
async function settle(
  deps: EvidenceJobsDeps,
  order: TakenOrder,
  done: { contents: Contents; made: readonly MadeFile[] } | undefined,
): Promise<void> {
  await within(deps, order, async (context) => {
    const { tx, outbox } = context;
    if (!(await lockWaiting(tx, order.id))) return;
    const person = order.person as StaffId;
    await settleOrder(tx, order.id, done?.made);
    if (!done) {
      const application = await applicationById(tx, order.caseId);
      if (!application || !memberOf(context.people, person)) return;
      const meant = meantBy(context, application, order.row);
      await outbox.say(person, textView(phrases.failedTitle(), phrases.failed(meant)), sendingKey(order.id, 0));
      return;
    }
    const action = order.kind === "sheet" ? "evidence.sheet-given" : "evidence.pack-given";
    await context.withJournal(
      { action, caseId: order.caseId, ...(order.row ? { reason: order.row } : {}) },
      async () => {
        for (const [at, { name, hash }] of done.made.entries()) {
          await outbox.sendFile(person, { name, hash }, sendingKey(order.id, at));
        }
      },
    );
  });
}

/** In the order's campaign, with the person as actor; undefined if the campaign is not there. */
async function within<Result>(
  { database, services, clock }: EvidenceJobsDeps,
  { campaignId, person }: Order,
  work: (context: Context, campaign: RunningCampaign) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  return database.inTransaction(async (tx) => {
    await services.campaigns.sync(tx);
    const campaign = services.campaigns.byId(campaignId);
    if (!campaign) return undefined;
    const binding = { campaign, now: clock.now(), actor: person as StaffId };
    return inContext(tx, binding, services, (context) => work(context, campaign));
  });
}
