import { expect, test } from "vitest";
import { makeMessageStore } from "../../src/world/messages.ts";
import { clearWorld, makeWorld } from "../../src/world/world.ts";

const draft = (text: string) => ({
  box: "chat",
  conversationId: "chat",
  at: 0,
  from: "district",
  fromRobot: false,
  kind: "text" as const,
  text,
  readBy: [],
});

test("a box gives each message once, at its newest state, however often it changed", () => {
  const world = makeWorld();
  const messages = makeMessageStore(world);
  const first = messages.add(draft("一"));
  messages.add(draft("二"));

  for (let n = 0; n < 500; n += 1) messages.update(first.id, { text: `第${n}次` });

  expect(messages.since("chat", 0).map(({ text }) => text)).toEqual(["二", "第499次"]);
  expect(messages.since("chat", messages.seq() - 1).map(({ text }) => text)).toEqual(["第499次"]);
  expect(messages.since("chat", messages.seq())).toEqual([]);
});

test("the seq goes on growing when the world is emptied", () => {
  const world = makeWorld();
  const messages = makeMessageStore(world);
  const before = messages.add(draft("一"));

  clearWorld(world);
  const after = messages.add(draft("二"));

  expect(after.seq).toBeGreaterThan(before.seq);
  expect(messages.since("chat", 0).map(({ text }) => text)).toEqual(["二"]);
});

test("a change of a message that is gone changes nothing", () => {
  const messages = makeMessageStore(makeWorld());

  messages.update("m7", { text: "没有" });

  expect(messages.since("chat", 0)).toEqual([]);
});
