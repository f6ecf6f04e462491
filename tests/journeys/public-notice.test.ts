import { describe, expect } from "vitest";
import { connect } from "./database.ts";
import { noticeAndObjections } from "./notice-and-objections.ts";

const { step, world } = noticeAndObjections();

describe("the journal", () => {
  step("the journal gives back the same tables", async () => {
    const database = await connect(world());
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
