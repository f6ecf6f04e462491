import { describe, expect, test } from "vitest";
import type { CampaignCards, Context } from "../../../src/campaign/engine/context.ts";
import { EVERY, event, type Subjects } from "../../../src/campaign/engine/events.ts";
import {
  type CardRenderer,
  type Feature,
  on,
  type RedrawRule,
  redrawOn,
} from "../../../src/campaign/engine/feature.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { type EmittedEvent, runEvents } from "../../../src/campaign/engine/run-events.ts";
import { definitionAdopted } from "../../../src/campaign/engine/start/events.ts";
import { textView } from "../../../src/platform/chat/view.ts";

const submitted = event<{ id: string }>("application.submitted");
const finalized = event<{ id: string }>("sheet.finalized");
const confirmed = event<{ id: string }>("list.confirmed");
const published = event<{ id: string }>("publication.published");

/** A transaction in which events are raised: what was heard and drawn, in order. */
function transaction(...features: readonly Feature[]) {
  const emitted: EmittedEvent[] = [];
  const said: string[] = [];
  const context = (): Context => {
    const own: Context = {
      emit: ({ name }, payload) => void emitted.push({ context: own, name, payload }),
      cards: {
        refresh: async (...cards) =>
          void said.push(
            ...cards.map(({ kind, subject }) => `draws ${kind}${subject === undefined ? "" : ` ${subject}`}`),
          ),
      } as CampaignCards,
    } as Context;
    return own;
  };
  return { said, context, ends: () => runEvents(emitted, makeRegistry(features)) };
}

const card = (kind: string, ...rules: readonly RedrawRule[]): Feature => {
  const renderer: CardRenderer = { kind, redrawOn: rules, render: async () => textView("名单", "共1个") };
  return { renderers: [renderer] };
};

describe("listeners", () => {
  test("run in the order of the parts, each when the one before is done", async () => {
    const slow: Feature = {
      listeners: [
        on(submitted, async (_context, { id }) => {
          said.push(`first hears ${id}`);
          for (let turns = 0; turns < 5; turns++) await Promise.resolve();
          said.push("first is done");
        }),
      ],
    };
    const quick: Feature = { listeners: [on(submitted, async (_context, { id }) => void said.push(`then ${id}`))] };
    const { said, context, ends } = transaction(slow, {}, quick);

    context().emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual(["first hears 甲", "first is done", "then 甲"]);
  });

  test("hear events in the order in which they were raised, and only their own", async () => {
    const listening: Feature = {
      listeners: [
        on(finalized, async (_context, { id }) => void said.push(`finalized ${id}`)),
        on(submitted, async (_context, { id }) => void said.push(`submitted ${id}`)),
      ],
    };
    const { said, context, ends } = transaction(listening);
    const work = context();

    work.emit(submitted, { id: "甲" });
    work.emit(finalized, { id: "乙" });
    work.emit(confirmed, { id: "丙" });
    work.emit(submitted, { id: "丁" });
    await ends();

    expect(said).toEqual(["submitted 甲", "finalized 乙", "submitted 丁"]);
  });

  test("work in the context in which the event was raised", async () => {
    const heard: Context[] = [];
    const { context, ends } = transaction({ listeners: [on(submitted, async (own) => void heard.push(own))] });
    const [one, other] = [context(), context()];

    other.emit(submitted, { id: "甲" });
    one.emit(submitted, { id: "乙" });
    await ends();

    expect(heard.map((own) => [own === one, own === other])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test("one that fails fails the work, and none after it runs", async () => {
    const failing: Feature = { listeners: [on(submitted, () => Promise.reject(new Error("no such district")))] };
    const after: Feature = { listeners: [on(submitted, async () => void said.push("after it"))] };
    const { said, context, ends } = transaction(failing, after, card("review.sheet", redrawOn(submitted)));

    context().emit(submitted, { id: "甲" });

    await expect(ends()).rejects.toThrow(new Error("no such district"));
    expect(said).toEqual([]);
  });

  test("there are none where nothing was raised, and need be none where something was", async () => {
    const { said, context, ends } = transaction(card("review.sheet"));

    await ends();
    context().emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual([]);
  });
});

describe("events raised by listeners", () => {
  const onward = (from: typeof submitted, to: typeof submitted): Feature => ({
    listeners: [on(from, async ({ emit }, payload) => emit(to, payload))],
  });

  test("follow after the listeners of everything raised before; cards are drawn last", async () => {
    const telling: Feature = {
      listeners: [submitted, finalized, confirmed].map((type) =>
        on(type, async (_context, { id }) => void said.push(`${type.name} ${id}`)),
      ),
    };
    const { said, context, ends } = transaction(
      onward(submitted, finalized),
      telling,
      card("review.sheet", redrawOn(submitted)),
    );
    const work = context();

    work.emit(submitted, { id: "甲" });
    work.emit(confirmed, { id: "乙" });
    await ends();

    expect(said).toEqual(["application.submitted 甲", "list.confirmed 乙", "sheet.finalized 甲", "draws review.sheet"]);
  });

  test("go three levels deep", async () => {
    const last: Feature = { listeners: [on(confirmed, async (_context, { id }) => void said.push(`confirmed ${id}`))] };
    const { said, context, ends } = transaction(onward(submitted, finalized), onward(finalized, confirmed), last);

    context().emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual(["confirmed 甲"]);
  });

  test("a fourth level fails by name before anybody hears of it", async () => {
    const last: Feature = { listeners: [on(published, async () => void said.push("published"))] };
    const { said, context, ends } = transaction(
      onward(submitted, finalized),
      onward(finalized, confirmed),
      onward(confirmed, published),
      last,
    );

    context().emit(submitted, { id: "甲" });

    await expect(ends()).rejects.toThrow(new Error("events nested deeper than 3: publication.published"));
    expect(said).toEqual([]);
  });
});

describe("cards that hang on an event", () => {
  test.each<[string, Subjects | undefined, string[]]>([
    ["the one named", "甲", ["draws review.sheet 甲"]],
    ["each of those named, in their order", ["乙", "甲"], ["draws review.sheet 乙", "draws review.sheet 甲"]],
    ["the one without a subject, where that is named", "", ["draws review.sheet "]],
    ["none where none is named", [], []],
    ["all of the kind at once where every one is", EVERY, ["draws review.sheet"]],
    ["all of the kind where nothing is said of subjects", undefined, ["draws review.sheet"]],
  ])("are drawn again: %s", async (_which, subjects, drawn) => {
    const rule = subjects === undefined ? redrawOn(submitted) : redrawOn(submitted, () => subjects);
    const { said, context, ends } = transaction(card("review.sheet", rule), card("stage.group", redrawOn(confirmed)));

    context().emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual(drawn);
  });

  test("are named from what happened and from the context in which it did", async () => {
    const seen: Context[] = [];
    const rule = redrawOn(submitted, ({ id }, own) => {
      seen.push(own);
      return `stage-two/${id}`;
    });
    const { said, context, ends } = transaction(card("stage.official", rule));
    const work = context();

    work.emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual(["draws stage.official stage-two/甲"]);
    expect(seen.map((own) => own === work)).toEqual([true]);
  });

  test("are drawn kind by kind in the order of the parts, after all listeners", async () => {
    const late: Feature = { listeners: [on(submitted, async () => void said.push("hears"))] };
    const { said, context, ends } = transaction(
      card("stage.official", redrawOn(submitted)),
      card(
        "review.sheet",
        redrawOn(confirmed),
        redrawOn(submitted, ({ id }) => id),
      ),
      late,
    );

    context().emit(submitted, { id: "甲" });
    await ends();

    expect(said).toEqual(["hears", "draws stage.official", "draws review.sheet 甲"]);
  });

  test("are all drawn again under another definition", async () => {
    const { said, context, ends } = transaction(card("stage.official", redrawOn(submitted)), card("publication.list"));

    context().emit(definitionAdopted, { version: 2 });
    await ends();

    expect(said).toEqual(["draws stage.official", "draws publication.list"]);
  });
});
