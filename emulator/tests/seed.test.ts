import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createEmulator } from "../src/create-emulator.ts";
import { readSeed } from "../src/world/seed.ts";
import { driver } from "./support/driver.ts";
import { NOW, seed, startEmulator, temporaryFolder } from "./support/world.ts";

interface State {
  users: { userId: string; name: string }[];
  conversations: { conversationId: string; title: string }[];
}

function seedFile(content: string): string {
  const file = join(temporaryFolder(), "seed.json");
  writeFileSync(file, content);
  return file;
}

describe("a seed in a file", () => {
  test("is read as it was written", () => {
    expect(readSeed(seedFile(JSON.stringify(seed)))).toEqual(seed);
  });

  test.each([
    ["is missing", () => join(temporaryFolder(), "nothing.json"), "ENOENT"],
    ["is no JSON", () => seedFile("{"), "JSON"],
    ["is no seed", () => seedFile(JSON.stringify({ ...seed, users: [{ userId: "organizer" }] })), "users[0].name"],
  ])("that %s is refused by its name", (_what, make, reason) => {
    const file = make();

    expect(() => readSeed(file)).toThrow(expect.objectContaining({ file, message: expect.stringContaining(reason) }));
  });
});

test("a reset goes back to the seed the emulator was started with", async () => {
  const emulator = await startEmulator();
  await emulator.control("/users", { userId: "late", name: "后来者" });

  await emulator.control("/reset", {});

  const { users } = (await emulator.control<State>("/state")).body;
  expect(users.map(({ userId }) => userId)).toEqual(seed.users.map(({ userId }) => userId));
});

test("a stored world gets whom it lacks of a new seed, and keeps everybody as they are", async () => {
  const dataDir = temporaryFolder();
  const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
  await driver(first.url).control("/users", { userId: "organizer", name: "改过的姓名" });
  await first.close();
  const [group] = seed.groups;
  const next = {
    ...seed,
    users: [...seed.users, { userId: "next", name: "下一年", mobile: "13800000009", title: "", unionId: "union-next" }],
    groups: [...seed.groups, { conversationId: "cidNEXT==", title: "下一年的群", memberIds: ["next"], robotCodes: [] }],
  };

  const second = await startEmulator({ dataDir, seed: next });

  const { users, conversations } = (await second.control<State>("/state")).body;
  expect(users.map(({ name }) => name)).toEqual(["改过的姓名", "区县经办人", "其他人员", "下一年"]);
  expect(
    conversations.filter(({ conversationId }) => conversationId.startsWith("cid")).map(({ title }) => title),
  ).toEqual(expect.arrayContaining([group?.title, "下一年的群"]));
});
