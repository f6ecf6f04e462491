import { makeLaneRunner } from "../../../src/platform/chat/inbox/lane-runner.ts";
import { makeSemaphore } from "../../../src/platform/chat/inbox/semaphore.ts";
import { type Machine, promise, settle } from "./machine.ts";

const LANES = ["a", "b", "c", "d", "e"];

interface Working {
  lane: string;
  end(how: "well" | "badly"): void;
}

/** Events come to the lanes of several people while work on them ends, or fails, in any order. */
export const lanes: Machine = {
  name: "inbox order",
  async run(draw) {
    const places = 1 + draw.below(3);
    const semaphore = makeSemaphore(() => places);
    const stored = new Map<string, number[]>(LANES.map((lane) => [lane, []]));
    const done = new Map<string, number[]>(LANES.map((lane) => [lane, []]));
    const working: Working[] = [];
    const failed: string[] = [];

    const work = (lane: string) =>
      semaphore(async () => {
        promise(!working.some((one) => one.lane === lane), "one at a time of a lane", lane);
        promise(working.length < places, "no more at once than there are places", working.length);
        const how = Promise.withResolvers<void>();
        const one: Working = {
          lane,
          end: (verdict) => (verdict === "well" ? how.resolve() : how.reject(new Error("failed"))),
        };
        working.push(one);
        await how.promise.finally(() => working.splice(working.indexOf(one), 1));
      });
    const runner = makeLaneRunner(
      async (lane) => {
        for (;;) {
          const next = stored.get(lane)?.[0];
          if (next === undefined) return;
          await work(lane);
          stored.get(lane)?.shift();
          done.get(lane)?.push(next);
        }
      },
      (lane) => void failed.push(lane),
    );

    const came = 20 + draw.below(20);
    for (let event = 0; event < came; event++) {
      const lane = draw.of(LANES);
      stored.get(lane)?.push(event);
      runner.run(lane);
      if (draw.chance(0.2)) runner.run(draw.of(LANES));
      await settle();
      while (working.length > 0 && draw.chance(0.5)) {
        draw.of(working).end(draw.chance(0.2) ? "badly" : "well");
        await settle();
      }
      for (const one of failed.splice(0)) runner.run(one);
    }
    for (let left = 0; runner.busy > 0 || failed.length > 0; left++) {
      promise(left < 1_000, "everything comes to an end", [...stored]);
      for (const one of failed.splice(0)) runner.run(one);
      await settle();
      if (working.length > 0) draw.of(working).end("well");
      await settle();
    }
    for (const lane of LANES) {
      const order = done.get(lane) ?? [];
      promise(stored.get(lane)?.length === 0, "nothing is left waiting", lane);
      promise(
        order.every((event, at) => at === 0 || event > (order[at - 1] ?? 0)),
        "a lane keeps its order",
        order,
      );
    }
    promise([...done.values()].flat().length === came, "every event is worked on once");
  },
};
