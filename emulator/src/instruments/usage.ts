import type { Clock } from "../clock/emulated-clock.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { MonthUsage } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** Counts what the platform's monthly quota counts, by month of emulated time. */
export interface UsageCounter {
  countCall(api: string): void;
  countPush(): void;
  /** The month that the emulated clock shows. */
  month(): MonthUsage;
  total(): MonthUsage & { months: Record<string, MonthUsage> };
}

const NO_USAGE: MonthUsage = { apiCalls: 0, pushes: 0, byApi: {} };

export function makeUsage(world: World, clock: Clock): UsageCounter {
  const monthKey = () => shanghaiIso(clock.now()).slice(0, 7);
  const update = (count: (month: MonthUsage) => MonthUsage): void => {
    const key = monthKey();
    world.months.put(key, count(world.months.get(key) ?? NO_USAGE));
  };
  return {
    countCall: (api) => update((month) => addCalls(month, { apiCalls: 1, pushes: 0, byApi: { [api]: 1 } })),
    countPush: () => update((month) => ({ ...month, pushes: month.pushes + 1 })),
    month: () => world.months.get(monthKey()) ?? NO_USAGE,
    total: () => ({
      ...[...world.months.values()].reduce(addCalls, NO_USAGE),
      months: Object.fromEntries(world.months.entries()),
    }),
  };
}

function addCalls(one: MonthUsage, other: MonthUsage): MonthUsage {
  const byApi = { ...one.byApi };
  for (const [api, calls] of Object.entries(other.byApi)) byApi[api] = (byApi[api] ?? 0) + calls;
  return { apiCalls: one.apiCalls + other.apiCalls, pushes: one.pushes + other.pushes, byApi };
}
