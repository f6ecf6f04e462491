import { expect, test } from "vitest";
import { askOnce } from "../../../page/chats/ask-once.ts";

test("what was asked for is not asked for again, what is new is", async () => {
  const once = askOnce();
  let times = 0;
  const ask = async () => {
    times += 1;
  };

  await once(["m1", "m2"], ask);
  await once(["m1"], ask);
  await once([], ask);
  expect(times).toBe(1);
  await once(["m1", "m3"], ask);

  expect(times).toBe(2);
});

test("what failed is asked for again", async () => {
  const once = askOnce();
  await expect(once(["m1"], () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  let times = 0;

  await once(["m1"], async () => {
    times += 1;
  });

  expect(times).toBe(1);
});
