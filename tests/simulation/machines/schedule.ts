import { takeDue } from "../../../src/campaign/engine/schedule/schedule.ts";
import type { Database } from "../../../src/platform/storage/database.ts";
import { type Machine, promise } from "./machine.ts";

const START = Date.parse("2023-08-10T09:00:00+08:00");
const HOUR = 3_600_000;

/** Ticks that are missed, come twice or with a clock set back; processes that die in the middle of a moment. */
export const schedule = (database: Database): Machine => ({
  name: "schedule",
  async run(draw, seed) {
    const campaign = `seed-${seed}`;
    const planned = Array.from({ length: 3 + draw.below(6) }, (_, at) => ({
      ...{ campaignId: campaign, kind: draw.of(["stage.opening", "reminder.rung"]), key: String(at) },
      dueAt: new Date(START + draw.below(48) * HOUR),
    }));
    await database.tables.dueMoment.createMany({ data: planned });
    const fired: { key: string; dueAt: Date; now: Date }[] = [];
    const tick = async (now: Date) => {
      for (;;) {
        const taken = await database
          .inTransaction(async (tx) => {
            const moment = await takeDue(tx, now, [campaign]);
            if (!moment) return undefined;
            const { campaignId, kind, key } = moment;
            const where = { campaignId_kind_key: { campaignId, kind, key } };
            await tx.dueMoment.update({ where, data: { firedAt: now, outcome: "" } });
            if (draw.chance(0.2)) throw new Died();
            return moment;
          })
          .catch((error: unknown) => {
            if (error instanceof Died) return undefined;
            throw error;
          });
        if (!taken) return;
        promise(taken.dueAt <= now, "nothing happens before it is due", taken);
        fired.push({ key: taken.key, dueAt: taken.dueAt, now });
      }
    };
    let at = START;
    for (let count = 0; count < 5; count++) {
      at += (draw.below(24) - 4) * HOUR;
      await tick(new Date(at));
    }
    while (fired.length < planned.length) await tick(new Date(START + 48 * HOUR));
    promise(new Set(fired.map(({ key }) => key)).size === planned.length, "every moment happens once", fired);
    for (const [index, one] of fired.entries()) {
      const before = fired[index - 1];
      if (before?.now === one.now) promise(before.dueAt <= one.dueAt, "what is due first happens first", [before, one]);
    }
    await database.query("delete from due_moment where campaign_id = $1", [campaign]);
  },
});

class Died extends Error {}
