import { describe, expect, test } from "vitest";
import { z } from "zod";
import { event } from "../../../src/campaign/engine/events.ts";
import { extensionPoint } from "../../../src/campaign/engine/extension-point.ts";
import {
  type CardRenderer,
  type Command,
  type Dialogue,
  dialogue,
  extend,
  type Feature,
  on,
  redrawOn,
} from "../../../src/campaign/engine/feature.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { definitionAdopted } from "../../../src/campaign/engine/start/events.ts";
import { textView } from "../../../src/platform/chat/view.ts";
import { journalTable } from "../../../src/platform/journal/journal-table.ts";

const opened = event<{ stage: string }>("stage.opened");
const received = extensionPoint<{ deliverable: string }, string>("stage.received-from");

const command = (id: string): Command => ({
  id,
  capability: "help.see",
  effect: "read",
  handle: async () => ({}),
});

const card = (kind: string, redrawn: CardRenderer["redrawOn"] = []): CardRenderer => ({
  kind,
  redrawOn: redrawn,
  render: async () => textView("阶段", "进行中"),
});

const conversation = (kind: string): Dialogue => dialogue({ kind, state: z.object({}), handle: async () => true });

describe("declared twice", () => {
  test.each<[string, Feature, Feature, string]>([
    [
      "a command, in two parts",
      { commands: [command("ranking.see"), command("help.see")] },
      { commands: [command("help.see")] },
      "help.see",
    ],
    ["a command, in one part", { commands: [command("help.see"), command("help.see")] }, {}, "help.see"],
    [
      "a kind of card",
      { renderers: [card("stage.official")] },
      { renderers: [card("stage.official")] },
      "stage.official",
    ],
    [
      "a kind of conversation",
      { dialogues: [conversation("ruling.answer")] },
      { dialogues: [conversation("ruling.answer")] },
      "ruling.answer",
    ],
  ])("%s is refused by name", (_what, first, second, name) => {
    expect(() => makeRegistry([first, second])).toThrow(new Error(`declared twice: ${name}`));
  });

  test("is nothing that only shares its name with something of another sort", () => {
    const share: Feature = {
      commands: [command("ranking.share")],
      renderers: [card("ranking.share")],
      dialogues: [conversation("ranking.share")],
    };

    expect(makeRegistry([share]).commands.map(({ id }) => id)).toEqual(["ranking.share"]);
  });

  test("is no event and no extension point: several parts answer to one", () => {
    const part = (name: string): Feature => ({
      listeners: [on(opened, async () => undefined)],
      extensions: [extend(received, async () => name)],
    });
    const parts = [part("ranking"), part("selection")];
    const registry = makeRegistry(parts);

    expect(registry.listenersOf("stage.opened")).toEqual(parts.flatMap(({ listeners = [] }) => listeners));
    expect(registry.extensionsOf("stage.received-from")).toEqual(parts.flatMap(({ extensions = [] }) => extensions));
  });
});

describe("what the parts declare", () => {
  const help = command("help.see");
  const official = card("stage.official");
  const answer = conversation("ruling.answer");
  const registry = makeRegistry([{ renderers: [official] }, { dialogues: [answer] }, { commands: [help] }]);

  test("is found by its name", () => {
    expect(registry.commandById("help.see")).toBe(help);
    expect(registry.rendererOf("stage.official")).toBe(official);
    expect(registry.dialogueOf("ruling.answer")).toBe(answer);
  });

  test("is not found by a name of something else, or of nothing", () => {
    expect(registry.commandById("stage.official")).toBeUndefined();
    expect(registry.rendererOf("help.see")).toBeUndefined();
    expect(registry.dialogueOf("")).toBeUndefined();
    expect(registry.listenersOf("stage.opened")).toEqual([]);
    expect(registry.extensionsOf("stage.received-from")).toEqual([]);
    expect(registry.redrawsOf("stage.opened")).toEqual([]);
  });

  test("comes in the order of the parts", () => {
    const [campaign, sheet] = [journalTable("campaign", ["id"]), journalTable("score_sheet", ["case_id"])];
    const parts: Feature[] = [
      { commands: [command("ruling.see"), command("application.start")], tables: [campaign] },
      { commands: [command("help.see")], tables: [sheet] },
    ];

    expect(makeRegistry(parts).commands.map(({ id }) => id)).toEqual(["ruling.see", "application.start", "help.see"]);
    expect(makeRegistry(parts).journal.tables).toEqual([campaign, sheet]);
  });

  test("is drawn again under its own events, and every kind of card under another definition", () => {
    const parts: Feature[] = [
      { renderers: [card("stage.group", [redrawOn(opened)])] },
      { renderers: [card("publication.list")] },
    ];
    const kindsOn = (name: string) =>
      makeRegistry(parts)
        .redrawsOf(name)
        .map(({ kind }) => kind);

    expect(kindsOn(opened.name)).toEqual(["stage.group"]);
    expect(kindsOn(definitionAdopted.name)).toEqual(["stage.group", "publication.list"]);
  });
});
