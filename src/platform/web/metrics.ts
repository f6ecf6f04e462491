import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Database } from "../storage/database.ts";

const COUNTS = `select
  (select count(*)::int from inbox_event where state = 'new') as "inboxOpen",
  (select count(*)::int from inbox_event where state = 'parked') as "inboxParked",
  (select count(*)::int from outbox_item where state in ('waiting', 'sending', 'held')) as "outboxOpen",
  (select count(*)::int from outbox_item where state = 'refused') as "outboxRefused",
  (select count(*)::int from outbox_item where state = 'sent' and attempts > 1) as "sentAgain"`;

interface Counts {
  inboxOpen: number;
  inboxParked: number;
  outboxOpen: number;
  outboxRefused: number;
  sentAgain: number;
}

/** Prometheus metrics of process, inbox and outbox. `sentAgain` is an upper bound of duplicates after crashes. */
export function makeMetrics(database: Database): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = {
    inboxOpen: gauge(registry, "inbox_open", "Events stored and not yet processed"),
    inboxParked: gauge(registry, "inbox_parked", "Events parked after repeated failures"),
    outboxOpen: gauge(registry, "outbox_open", "Items not yet sent"),
    outboxRefused: gauge(registry, "outbox_refused", "Items refused by the platform"),
    sentAgain: gauge(registry, "outbox_sent_again", "Items sent after more than one attempt"),
  };
  const statements = gauge(registry, "database_statements", "Statements of this process since its start");
  const roundTrips = gauge(registry, "database_round_trips", "Times that this process waited for the database");
  return async () => {
    const [counts] = await database.query<Counts>(COUNTS, []);
    for (const [name, one] of Object.entries(gauges)) one.set(counts?.[name as keyof Counts] ?? 0);
    statements.set(database.counts.statements);
    roundTrips.set(database.counts.roundTrips);
    return registry.metrics();
  };
}

const gauge = (registry: Registry, name: string, help: string) =>
  new Gauge({ name: `jiayuan_${name}`, help, registers: [registry] });
