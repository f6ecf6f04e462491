import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { Database, Transaction } from "../../../platform/storage/database.ts";
import { addDays, type CivilDate, civilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import type { Clock } from "../../../shared/clock.ts";
import { openOf } from "../../engine/campaigns.ts";
import { inContext, type Services } from "../../engine/make-context.ts";
import { caretakers } from "../../engine/start/report-broken.ts";
import type { Cost } from "./costs.ts";
import { usagePhrases } from "./phrases.ts";

/** From this share of the month's calls or pushes on, whoever looks after the program is told. */
const NEAR = 0.8;
/** From this share on, what is left is kept for answers, notices and results. */
const SCARCE = 0.9;

export type Standing = "enough" | "near" | "scarce";

/** How far the month's allowance is used, in steps. */
export function standingOf(usage: Cost, allowance: Cost): Standing {
  const share = Math.max(usage.apiCalls / allowance.apiCalls, usage.pushes / allowance.pushes);
  if (share >= SCARCE) return "scarce";
  return share >= NEAR ? "near" : "enough";
}

/** The first day of the month after the one of this day. */
export const nextMonth = (day: CivilDate): CivilDate =>
  civilDate(`${addDays(civilDate(`${day.slice(0, 7)}-01`), 31).slice(0, 7)}-01`);

export interface AllowanceDeps {
  database: Database;
  services: Services;
  clock: Clock;
  /** @param month `yyyy-MM`, in campaign time */
  readUsage(month: string): Promise<Cost>;
  /** What the platform grants a month. */
  allowance: Cost;
}

export interface AllowanceWatch {
  /** Reads what the month has taken, and tells once a month and step. */
  look(): Promise<void>;
  /** When cards in groups are redrawn unasked again; undefined where they are now. Campaign time. */
  redrawsFrom(): Date | undefined;
}

/** Watches the month's allowance. Above nine tenths, cards in groups wait for the next month or for a press. */
export function watchAllowance(deps: AllowanceDeps): AllowanceWatch {
  const { clock, readUsage, allowance } = deps;
  let scarceUntil: CivilDate | undefined;
  // Of this process; another one finds the message stored.
  let told: Standing = "enough";
  return {
    async look() {
      const today = dayOf(clock.now());
      const usage = await readUsage(today.slice(0, 7));
      const standing = standingOf(usage, allowance);
      scarceUntil = standing === "scarce" ? nextMonth(today) : undefined;
      if (standing !== "enough" && standing !== told) await tell(deps, standing, nextMonth(today));
      told = standing;
    },
    redrawsFrom() {
      if (scarceUntil === undefined || dayOf(clock.now()) >= scarceUntil) return undefined;
      return momentOf(scarceUntil);
    },
  };
}

/**
 * Whoever looks after the program; of cards that stand still, also the groups that have some. Without figures: what an
 * evaluator's chat took is told to nobody before the points are final.
 * @param from the day on which the allowance is whole again
 */
async function tell(
  { database, services, clock }: AllowanceDeps,
  standing: Exclude<Standing, "enough">,
  from: CivilDate,
): Promise<void> {
  const key = `allowance ${from} ${standing}`;
  await database.inTransaction(async (tx) => {
    for (const campaign of openOf(services.campaigns))
      await inContext(tx, { campaign, now: clock.now() }, services, async ({ people, outbox }) => {
        for (const { staffId } of caretakers(people))
          await outbox.say(staffId, usagePhrases[standing](from), `${key} ${staffId}`);
        if (standing !== "scarce") return;
        for (const chat of await groupsWithCards(tx, campaign.id))
          await outbox.say(chatOfKey(chat), usagePhrases.cardsStandStill(from), `${key} ${chat}`);
      });
  });
}

async function groupsWithCards(tx: Transaction, campaignId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ chat: string }[]>`
    select distinct chat from card
    where campaign_id = ${campaignId} and state = 'live' and delivered_version > 0 and chat like 'group:%' order by chat`;
  return rows.map(({ chat }) => chat);
}
