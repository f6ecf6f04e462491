import { expect, test } from "vitest";
import { makeGate } from "../../../../src/platform/chat/inbox/gate.ts";

/** Work that says when it began and ends when told. */
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

test("only so many begin at once, the next when one has ended, in order", async () => {
  const gate = makeGate(() => 2);
  const { began, work, end } = pieces();
  const first = gate(work("first"));
  void gate(work("second"));
  const third = gate(work("third"));
  void gate(work("fourth"));
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

test("work that fails gives its place to the next", async () => {
  const gate = makeGate(() => 1);
  const { began, work, end, fail } = pieces();
  const failing = gate(work("failing"));
  const next = gate(work("next"));
  fail("failing");
  await expect(failing).rejects.toThrow("failing");
  await Promise.resolve();
  expect(began).toEqual(["failing", "next"]);
  end("next");
  expect(await next).toBe("next");
});
