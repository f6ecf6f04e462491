import { expect, test } from "vitest";
import type { EmulatedMessage } from "../../../../src/emulator/contract.ts";
import { makeControl } from "../../../../src/emulator/page/api/control.ts";
import { makeInboxes } from "../../../../src/emulator/page/state/inboxes.ts";

const message = (number: number, minute: number, text = `第${number}条`): EmulatedMessage => ({
  id: `m${number}`,
  seq: number,
  conversationId: "group",
  at: `2023-08-10T08:${String(minute).padStart(2, "0")}:00+08:00`,
  from: "keqiao-1",
  kind: "text",
  text,
});

/** The page's own control, whose answers are given one after the other. */
async function inboxAfter(...answers: { messages: EmulatedMessage[]; seq: number }[]) {
  const given = [...answers];
  const noNews = { messages: [], seq: answers.at(-1)?.seq ?? 0 };
  const control = { ...makeControl("/_emulator"), messages: async () => given.shift() ?? noNews };
  const inboxes = makeInboxes(control);
  for (const _ of answers) await inboxes.catchUp(["keqiao-1"]);
  return inboxes.of("keqiao-1").value;
}

const texts = (inbox: Awaited<ReturnType<typeof inboxAfter>>) => inbox.chats.get("group")?.map(({ text }) => text);

test("messages stand in the order in which they came, those of one minute by their number", async () => {
  const inbox = await inboxAfter({
    messages: [message(2, 30), message(10, 30), message(9, 30), message(1, 10)],
    seq: 10,
  });

  expect(texts(inbox)).toEqual(["第1条", "第2条", "第9条", "第10条"]);
});

test("a changed message keeps its place", async () => {
  const inbox = await inboxAfter(
    { messages: [message(1, 10), message(2, 20), message(3, 30)], seq: 3 },
    { messages: [message(2, 20, "已改")], seq: 4 },
  );

  expect(texts(inbox)).toEqual(["第1条", "已改", "第3条"]);
});

test("an emulator that began anew is read from its beginning", async () => {
  const inbox = await inboxAfter(
    { messages: [message(7, 10)], seq: 7 },
    { messages: [], seq: 1 },
    { messages: [message(1, 10)], seq: 1 },
  );

  expect(texts(inbox)).toEqual(["第1条"]);
});
