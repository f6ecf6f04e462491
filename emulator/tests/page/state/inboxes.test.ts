import { expect, test } from "vitest";
import { makeInboxes } from "../../../page/state/inboxes.ts";
import type { EmulatedMessage } from "../../../src/contract/control.ts";

const message = (number: number, minute: number, text = `第${number}条`): EmulatedMessage => ({
  id: `m${number}`,
  seq: number,
  conversationId: "group",
  at: `2023-08-10T08:${String(minute).padStart(2, "0")}:00+08:00`,
  from: "keqiao-1",
  kind: "text",
  text,
});

interface Answers {
  recent: { messages: EmulatedMessage[]; older?: Record<string, number>; seq: number }[];
  changes?: { messages: EmulatedMessage[]; seq: number }[];
  earlier?: { messages: EmulatedMessage[]; older: number }[];
}

/** Inboxes whose questions are answered with these, one after the other. */
function inboxesWith({ recent, changes = [], earlier = [] }: Answers) {
  const asked: string[] = [];
  const next = <Reply>(answers: Reply[]): Reply => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error("asked once too often");
    return answer;
  };
  const inboxes = makeInboxes({
    recent: async () => ({ older: {}, ...next(recent) }),
    changes: async () => next(changes),
    earlier: async (_userId, _chatId, before) => {
      asked.push(before);
      return next(earlier);
    },
  });
  const texts = () =>
    inboxes
      .of("keqiao-1")
      .value.chats.get("group")
      ?.map(({ text }) => text);
  return { inboxes, asked, texts, catchUp: () => inboxes.catchUp(["keqiao-1"]) };
}

test("messages stand in the order in which they came, those of one minute by their number", async () => {
  const messages = [message(2, 30), message(10, 30), message(9, 30), message(1, 10)];
  const { catchUp, texts } = inboxesWith({ recent: [{ messages, seq: 10 }] });

  await catchUp();

  expect(texts()).toEqual(["第1条", "第2条", "第9条", "第10条"]);
});

test("a changed message keeps its place, a new one comes last", async () => {
  const { catchUp, texts } = inboxesWith({
    recent: [{ messages: [message(1, 10), message(2, 20), message(3, 30)], seq: 3 }],
    changes: [{ messages: [message(2, 20, "已改"), message(5, 30)], seq: 5 }],
  });

  await catchUp();
  await catchUp();

  expect(texts()).toEqual(["第1条", "已改", "第3条", "第5条"]);
});

test("an emulator that began anew is read from its end again", async () => {
  const { catchUp, texts } = inboxesWith({
    recent: [
      { messages: [message(7, 10)], seq: 7 },
      { messages: [message(1, 10)], seq: 1 },
    ],
    changes: [{ messages: [], seq: 1 }],
  });

  await catchUp();
  await catchUp();

  expect(texts()).toEqual(["第1条"]);
});

test("what was asked for before everything was forgotten does not come in any more", async () => {
  const answers: ((messages: EmulatedMessage[]) => void)[] = [];
  const inboxes = makeInboxes({
    recent: () => new Promise((answer) => answers.push((messages) => answer({ messages, older: {}, seq: 1 }))),
    changes: () => Promise.reject(new Error("not asked for")),
    earlier: () => Promise.reject(new Error("not asked for")),
  });
  const [first, second] = [inboxes.catchUp(["keqiao-1"]), inboxes.catchUp(["keqiao-1"])];

  inboxes.clear();
  answers[0]?.([message(1, 10, "旧")]);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.([message(1, 20, "新")]);
  await Promise.all([first, second]);

  const [only] = inboxes.of("keqiao-1").value.chats.values();
  expect(only?.map(({ text }) => text)).toEqual(["新"]);
});

test("what came before is fetched from the first message on, until there is nothing before", async () => {
  const { inboxes, asked, catchUp, texts } = inboxesWith({
    recent: [{ messages: [message(3, 30)], older: { group: 2 }, seq: 3 }],
    earlier: [
      { messages: [message(2, 20)], older: 1 },
      { messages: [message(1, 10)], older: 0 },
    ],
  });
  await catchUp();

  for (let times = 0; times < 3; times++) await inboxes.loadEarlier("keqiao-1", "group");

  expect(texts()).toEqual(["第1条", "第2条", "第3条"]);
  expect(asked).toEqual(["m3", "m2"]);
});

test("a change of a message before those that are here does not bring it in out of order", async () => {
  const { catchUp, texts } = inboxesWith({
    recent: [{ messages: [message(3, 30)], older: { group: 2 }, seq: 3 }],
    changes: [{ messages: [message(1, 10, "已读"), message(3, 30, "已改")], seq: 5 }],
  });

  await catchUp();
  await catchUp();

  expect(texts()).toEqual(["已改"]);
});
