import { expect, test } from "vitest";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { GROUP, startEmulator } from "../support/world.ts";

interface Recent {
  messages: EmulatedMessage[];
  older: Record<string, number>;
  seq: number;
}
interface Earlier {
  messages: EmulatedMessage[];
  older: number;
}

const MANY = 230;

/** A group with many messages, the first of which was taken back last of all. */
async function longChat() {
  const emulator = await startEmulator();
  for (let nth = 1; nth <= MANY; nth++)
    await emulator.control("/users/district/say", { conversationId: GROUP, text: `第${nth}条`, at: false });
  const [first] = await emulator.messages("district", GROUP);
  await emulator.control("/users/district/recall", { msgId: first?.msgId });
  const recent = (await emulator.control<Recent>("/page/users/district/recent")).body;
  const earlier = async (before: string | undefined) => {
    const query = new URLSearchParams({ conversationId: GROUP, before: before ?? "" });
    return (await emulator.control<Earlier>(`/page/users/district/earlier?${query}`)).body;
  };
  return { emulator, recent, earlier };
}

const texts = ({ messages }: { messages: EmulatedMessage[] }) => messages.map(({ text }) => text);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => `第${from + nth}条`);

test("the page gets the end of a long chat, however old the last change was made", async () => {
  const { emulator, recent } = await longChat();

  expect(texts(recent)).toEqual(range(131, MANY));
  expect(recent.older).toEqual({ [GROUP]: 130 });
  expect(recent.seq).toBe((await emulator.control<Recent>("/users/district/messages")).body.seq);
});

test("and what came before, stretch by stretch, to its beginning", async () => {
  const { recent, earlier } = await longChat();

  const before = await earlier(recent.messages[0]?.id);
  expect([texts(before), before.older]).toEqual([range(31, 130), 30]);
  const first = await earlier(before.messages[0]?.id);
  expect([texts(first), first.older]).toEqual([range(1, 30), 0]);
  expect(first.messages[0]?.recalled).toBe(true);
});

test("before a message that is not there stands nothing", async () => {
  const { earlier } = await longChat();

  expect(await earlier("m0")).toEqual({ messages: [], older: 0 });
});

test("a short chat is there whole, and the calls are not described as the control interface", async () => {
  const emulator = await startEmulator();
  await emulator.control("/users/district/say", { text: "帮助" });

  const recent = (await emulator.control<Recent>("/page/users/district/recent")).body;
  const { paths } = (await emulator.control<{ paths: object }>("/openapi.json")).body;

  expect([texts(recent), recent.older]).toEqual([["帮助"], {}]);
  expect(Object.keys(paths).filter((path) => path.includes("/page/"))).toEqual([]);
});
