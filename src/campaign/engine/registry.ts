import type { JournalSchema } from "../../platform/journal/journal-table.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { acceptanceEnded, campaignClosed } from "./acceptance.ts";
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

const ANY_CARD = [redrawOn(definitionAdopted), redrawOn(acceptanceEnded), redrawOn(campaignClosed)];

/** Declarations of all features, indexed for lookup. */
export interface Registry {
  commands: readonly Command[];
  dueKinds: readonly DueKind[];
  renderers: readonly CardRenderer[];
  journal: JournalSchema;
  /** Decisions that some part carries out. */
  enforces: ReadonlySet<Decision>;
  commandById(id: string): Command | undefined;
  rendererOf(kind: string): CardRenderer | undefined;
  dialogueOf(kind: string): Dialogue | undefined;
  listenersOf(event: string): readonly Listener[];
  redrawsOf(event: string): readonly { kind: string; rule: RedrawRule }[];
  extensionsOf(point: string): readonly Extension[];
  foresees: readonly NonNullable<Feature["foresees"]>[];
}

/** @param features in order; listeners and contributions follow it */
export function makeRegistry(features: readonly Feature[]): Registry {
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const renderers = features.flatMap((feature) => feature.renderers ?? []);
  const dialogues = features.flatMap((feature) => feature.dialogues ?? []);
  const commandById = uniqueBy(commands, ({ id }) => id);
  const rendererOf = uniqueBy(renderers, ({ kind }) => kind);
  const dialogueOf = uniqueBy(dialogues, ({ kind }) => kind);
  const dueKinds = uniqueBy(
    features.flatMap((feature) => feature.dueKinds ?? []),
    ({ kind }) => kind,
  );
  const listeners = Map.groupBy(
    features.flatMap((feature) => feature.listeners ?? []),
    ({ event }) => event,
  );
  // Another definition can change any card, and what is not accepted any more is offered by none.
  const redraws = Map.groupBy(
    renderers.flatMap(({ kind, redrawOn: rules }) => [...rules, ...ANY_CARD].map((rule) => ({ kind, rule }))),
    ({ rule }) => rule.event,
  );
  const extensions = Map.groupBy(
    features.flatMap((feature) => feature.extensions ?? []),
    ({ point }) => point,
  );
  return {
    commands,
    renderers,
    dueKinds: [...dueKinds.values()],
    journal: {
      tables: features.flatMap((feature) => feature.tables ?? []),
      retired: features.flatMap((feature) => feature.retiredTables ?? []),
    },
    enforces: new Set(features.flatMap((feature) => feature.enforces ?? [])),
    commandById: (id) => commandById.get(id),
    rendererOf: (kind) => rendererOf.get(kind),
    dialogueOf: (kind) => dialogueOf.get(kind),
    listenersOf: (event) => listeners.get(event) ?? [],
    redrawsOf: (event) => redraws.get(event) ?? [],
    extensionsOf: (point) => extensions.get(point) ?? [],
    foresees: features.flatMap(({ foresees }) => foresees ?? []),
  };
}

/** @throws if two items have the same name */
function uniqueBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const byName = new Map<string, Item>();
  for (const item of items) {
    if (byName.has(nameOf(item))) throw new Error(`declared twice: ${nameOf(item)}`);
    byName.set(nameOf(item), item);
  }
  return byName;
}
