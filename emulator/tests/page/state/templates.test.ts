import { expect, test } from "vitest";
import { makeTemplateStore } from "../../../page/state/templates.ts";
import type { CardTemplate } from "../../../src/card/template.ts";

const template = (name: string): CardTemplate => ({
  types: new Map([[name, "string"]]),
  expressions: new Map(),
  root: [],
});

test("a template that was imported anew is drawn with in its place, and one that is gone no more", async () => {
  const imported = new Map([["board", template("first")]]);
  const templates = makeTemplateStore({
    template: async (templateId) => {
      const found = imported.get(templateId);
      if (found === undefined) throw new Error("there is no such template");
      return found;
    },
  });
  const board = templates.of("board");
  await expect.poll(() => board.value).toEqual(template("first"));

  imported.set("board", template("second"));
  templates.renew();
  expect(board.value).toEqual(template("first"));
  await expect.poll(() => board.value).toEqual(template("second"));

  imported.clear();
  templates.renew();
  await expect.poll(() => board.value).toBeUndefined();
});
