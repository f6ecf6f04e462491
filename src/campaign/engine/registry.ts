import type { JournalSchema } from "../../platform/journal/journal-table.ts";
import {
  type CardRenderer,
  type Command,
  type Dialogue,
  type DueKind,
  type Extension,
  type Feature,
  type Listener,
  type RedrawRule,
  redrawOn,
} from "./feature.ts";
import { definitionAdopted } from "./start/events.ts";

/** Everything that the parts of the campaign declare, by what it is looked up with. */
export interface Registry {
  commands: readonly Command[];
  dueKinds: readonly DueKind[];
  renderers: readonly CardRenderer[];
  journal: JournalSchema;
  commandById(id: string): Command | undefined;
  rendererOf(kind: string): CardRenderer | undefined;
  dialogueOf(kind: string): Dialogue | undefined;
  listenersOf(event: string): readonly Listener[];
  redrawsOf(event: string): readonly { kind: string; rule: RedrawRule }[];
  extensionsOf(point: string): readonly Extension[];
}

/** @param features in the order of the year: listeners and contributions follow it */
export function makeRegistry(features: readonly Feature[]): Registry {
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const renderers = features.flatMap((feature) => feature.renderers ?? []);
  const dialogues = features.flatMap((feature) => feature.dialogues ?? []);
  const commandById = uniqueBy(commands, ({ id }) => id);
  const rendererOf = uniqueBy(renderers, ({ kind }) => kind);
  const dialogueOf = uniqueBy(dialogues, ({ kind }) => kind);
  const listeners = Map.groupBy(
    features.flatMap((feature) => feature.listeners ?? []),
    ({ event }) => event,
  );
  // Under another definition every card may show something else.
  const redraws = Map.groupBy(
    renderers.flatMap(({ kind, redrawOn: rules }) =>
      [...rules, redrawOn(definitionAdopted)].map((rule) => ({ kind, rule })),
    ),
    ({ rule }) => rule.event,
  );
  const extensions = Map.groupBy(
    features.flatMap((feature) => feature.extensions ?? []),
    ({ point }) => point,
  );
  return {
    commands,
    renderers,
    dueKinds: features.flatMap((feature) => feature.dueKinds ?? []),
    journal: {
      tables: features.flatMap((feature) => feature.tables ?? []),
      retired: features.flatMap((feature) => feature.retiredTables ?? []),
    },
    commandById: (id) => commandById.get(id),
    rendererOf: (kind) => rendererOf.get(kind),
    dialogueOf: (kind) => dialogueOf.get(kind),
    listenersOf: (event) => listeners.get(event) ?? [],
    redrawsOf: (event) => redraws.get(event) ?? [],
    extensionsOf: (point) => extensions.get(point) ?? [],
  };
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const twice = items.find((item) => byKey.get(keyOf(item)) !== item);
  if (twice) throw new Error(`declared twice: ${keyOf(twice)}`);
  return byKey;
}
