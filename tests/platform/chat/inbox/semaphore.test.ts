import { expect, test } from "vitest";
import { makeSemaphore } from "../../../../src/platform/chat/inbox/semaphore.ts";

/** Tasks that record their start and end on demand. */
function pieces() {
  const began: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  return {
    began,
    work: (name: string) => () => {
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      began.push(name);
      return end.promise;
    },
    end: (name: string) => ends.get(name)?.resolve(name),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  };
}

test("at most the limit run at once; the others start in order as running ones end", async () => {
  const run = makeSemaphore(() => 2);
  const { began, work, end } = pieces();
  const first = run(work("first"));
  void run(work("second"));
  const third = run(work("third"));
  void run(work("fourth"));
  expect(began).toEqual(["first", "second"]);
  end("first");
  await first;
  await Promise.resolve();
  expect(began).toEqual(["first", "second", "third"]);
  end("third");
  expect(await third).toBe("third");
  await Promise.resolve();
  expect(began).toEqual(["first", "second", "third", "fourth"]);
});

test("a failed task makes room for the next", async () => {
  const run = makeSemaphore(() => 1);
  const { began, work, end, fail } = pieces();
  const failing = run(work("failing"));
  const next = run(work("next"));
  fail("failing");
  await expect(failing).rejects.toThrow("failing");
  await Promise.resolve();
  expect(began).toEqual(["failing", "next"]);
  end("next");
  expect(await next).toBe("next");
});
