import type { CardChoice } from "../../platform/chat/cards.ts";
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

/**
 * Calls the listeners of each event; events raised by listeners run in the next round. In the end the dependent cards
 * are redrawn, each once.
 */
export async function runEvents(emitted: EmittedEvent[], registry: Registry): Promise<void> {
  const redraws = new Map<Context, Promise<CardChoice[]>[]>();
  for (let depth = 0; emitted.length > 0; depth++) {
    if (depth === MAX_DEPTH) throw new Error(`events nested deeper than ${MAX_DEPTH}: ${emitted[0]?.name}`);
    for (const event of emitted.splice(0)) {
      for (const { handle } of registry.listenersOf(event.name)) await handle(event.context, event.payload);
      const cards = redrawnBy(event, registry);
      // Met below.
      cards.catch(() => undefined);
      redraws.set(event.context, [...(redraws.get(event.context) ?? []), cards]);
    }
  }
  for (const [context, cards] of redraws) await context.cards.refresh(...(await Promise.all(cards)).flat());
}

async function redrawnBy({ context, name, payload }: EmittedEvent, registry: Registry): Promise<CardChoice[]> {
  const cards = await Promise.all(
    registry.redrawsOf(name).map(async ({ kind, rule }): Promise<CardChoice[]> => {
      const subjects = await rule.subjects(payload, context);
      return subjects === EVERY ? [{ kind }] : [subjects].flat().map((subject) => ({ kind, subject }));
    }),
  );
  return cards.flat();
}
