import type { Context } from "./context.ts";
import { EVERY } from "./events.ts";
import type { Registry } from "./registry.ts";

/** A queued event with the context it was raised in. */
export interface EmittedEvent {
  context: Context;
  name: string;
  payload: unknown;
}

const MAX_DEPTH = 3;

/** Calls the listeners of each event and redraws dependent cards. Events raised by listeners run in the next round. */
export async function runEvents(emitted: EmittedEvent[], registry: Registry): Promise<void> {
  for (let depth = 0; emitted.length > 0; depth++) {
    if (depth === MAX_DEPTH) throw new Error(`events nested deeper than ${MAX_DEPTH}: ${emitted[0]?.name}`);
    for (const one of emitted.splice(0)) await runEvent(one, registry);
  }
}

async function runEvent({ context, name, payload }: EmittedEvent, registry: Registry): Promise<void> {
  for (const { handle } of registry.listenersOf(name)) await handle(context, payload);
  for (const { kind, rule } of registry.redrawsOf(name)) {
    const subjects = await rule.subjects(payload, context);
    if (subjects === EVERY) await context.cards.refresh({ kind });
    else for (const subject of [subjects].flat()) await context.cards.refresh({ kind, subject });
  }
}
