import { expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { defaultsPage, rulingListView } from "../../../src/campaign/ruling/list-view.ts";
import type { View } from "../../../src/platform/chat/view.ts";
import { formBytes } from "../../../src/platform/dingtalk/render/form-variable.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

/** As much of a context as the list needs. */
const contextWith = (limit: number) =>
  ({
    campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) }),
    rulings: new Map(),
    now: new Date(0),
    enforces: new Set(),
    cards: {
      formRoom: { limit, measure: (fields: Parameters<typeof formBytes>[0]["fields"]) => formBytes({ fields }) },
    },
  }) as unknown as Context;

const choices = ({ form }: View): [string, string][] =>
  (form?.fields ?? []).flatMap((field) =>
    field.kind === "select" ? (field.options ?? []).map(({ value, text }): [string, string] => [value, text]) : [],
  );
const questionOf = (id: string): string => shaoxing.rulings.find((one) => one.id === id)?.question ?? "";

test("each ruling that can be chosen stands with its question, never by its number alone", () => {
  const context = contextWith(1024);
  const shown = [
    ...choices(rulingListView(context, { answers: [], mayRecord: true, card: { form: true } })),
    ...[1, 2, 3].flatMap((page) => choices(defaultsPage(context, [], { page, form: true }))),
  ];

  expect(new Set(shown.map(([id]) => id))).toEqual(new Set(shaoxing.rulings.map(({ id }) => id)));
  for (const [id, text] of shown) {
    const question = text.slice(id.length + 1).replace(/…$/u, "");
    expect([...question].length).toBeGreaterThanOrEqual(7);
    expect(questionOf(id).startsWith(question)).toBe(true);
  }
});

test("where the card has no room for all of them, the defaults are on pages of their own", () => {
  const view = rulingListView(contextWith(1024), { answers: [], mayRecord: true, card: { form: true } });

  expect(choices(view).map(([id]) => id)).toEqual(["R10", "R14"]);
  expect(view.actions.map(({ label }) => label)).toContain("全部口径");
});
