import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createEmulator } from "../src/create-emulator.ts";
import { driver } from "./support/driver.ts";
import { credentials, GROUP, NOW, seed, startEmulator, TEMPLATE, temporaryFolder } from "./support/world.ts";

const LATER = "2023-08-15T09:00:00+08:00";

/** Fills an emulator with one of everything that must last. */
async function fill(emulator: ReturnType<typeof driver>) {
  await emulator.control("/users/district/say", { text: "申报" });
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
    cardTemplateId: TEMPLATE,
    outTrackId: "card-1",
    cardData: { cardParamMap: { title: "名单" } },
    openSpaceId: `dtv1.card//IM_GROUP.${GROUP}`,
    imGroupOpenDeliverModel: { robotCode: credentials.robotCode },
  });
  const form = new FormData();
  form.append("file", new File(["公文"], "附件2.docx"));
  await emulator.request("/_emulator/users/district/drop", { method: "POST", body: form });
  await emulator.control("/clock/advance", { to: LATER });
}

const textOf = async (emulator: Awaited<ReturnType<typeof startEmulator>>, fileId: string): Promise<string> =>
  (await fetch(`${emulator.url}/_emulator/files/${fileId}`)).text();

describe("the emulator's state", () => {
  test("is there again after a restart: chats, cards, files and the clock", async () => {
    const dataDir = temporaryFolder();
    const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
    await fill(driver(first.url));
    const before = await driver(first.url).messages("district", "*");
    await first.close();

    const second = await startEmulator({ dataDir });

    const after = await second.messages("district", "*");
    expect(after).toEqual(before);
    expect((await second.card("organizer", "card-1")).text).toContain("名单");
    expect(await textOf(second, after.find(({ kind }) => kind === "file")?.file?.fileId ?? "")).toBe("公文");
    expect((await second.control("/clock")).body.now).toBe(LATER);
  });

  test("is on disk before a reply leaves, so that a kill loses nothing that was told", async () => {
    const dataDir = temporaryFolder();
    const emulator = await startEmulator({ dataDir });

    const { body } = await emulator.control<{ msgId: string }>("/users/district/say", { text: "申报" });

    expect(readFileSync(join(dataDir, "emulator/journal.jsonl"), "utf8")).toContain(body.msgId);
  });

  test("survives a last line that a kill cut off", async () => {
    const dataDir = temporaryFolder();
    const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
    await driver(first.url).control("/users/district/say", { text: "第一条" });
    await driver(first.url).idle();
    const seen = await driver(first.url).messages("district");
    await first.close();
    const journal = join(dataDir, "emulator/journal.jsonl");
    writeFileSync(journal, `${readFileSync(journal, "utf8")}{"t":"messages","k":"m99","v":{"id":`);

    const second = await startEmulator({ dataDir });

    expect(await second.messages("district")).toEqual(seen);
  });

  test("survives a journal that was cut to nothing", async () => {
    const dataDir = temporaryFolder();
    const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
    await first.close();
    truncateSync(join(dataDir, "emulator/journal.jsonl"));

    const second = await startEmulator({ dataDir });

    expect((await second.control("/state")).status).toBe(200);
  });

  test("goes on growing its seq after a restart", async () => {
    const dataDir = temporaryFolder();
    const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
    await driver(first.url).control("/users/district/say", { text: "一" });
    await driver(first.url).idle();
    const [one] = await driver(first.url).messages("district");
    await first.close();

    const second = await startEmulator({ dataDir });
    await second.control("/users/district/say", { text: "二" });

    const [, two] = await second.messages("district");
    expect(two?.seq).toBeGreaterThan(one?.seq ?? Number.POSITIVE_INFINITY);
  });
});

test("a snapshot brings everything back, the files too", async () => {
  const emulator = await startEmulator();
  await fill(emulator);
  const before = await emulator.messages("district", "*");
  const { snapshot } = (await emulator.control("/snapshot", {})).body;
  await emulator.control("/reset", {});
  expect(await emulator.messages("district", "*")).toEqual([]);

  await emulator.control("/restore", { snapshot });

  const after = await emulator.messages("district", "*");
  expect(after).toEqual(before);
  expect(await textOf(emulator, after.find(({ kind }) => kind === "file")?.file?.fileId ?? "")).toBe("公文");
});

test.each([
  ["a text", { users: [["district", "区县经办人"]] }],
  ["a number", { users: [["x", 1]] }],
  ["a list", { messages: [["m1", []]] }],
])("a state with %s for a row is refused, and nothing is lost", async (_, world) => {
  const emulator = await startEmulator();
  await emulator.control("/users/district/say", { text: "申报" });

  const { status, body } = await emulator.control("/restore", { snapshot: { world, files: {} } });

  expect([status, Object(body.error).code]).toEqual([400, "badRequest"]);
  expect(await emulator.messages("district")).toMatchObject([{ text: "申报" }]);
});

test("two emulators cannot share a port", async () => {
  const emulator = await startEmulator();
  const port = Number(new URL(emulator.url).port);

  await expect(createEmulator({ port, seed, now: "real" })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("a data folder that is a file is an error", async () => {
  const file = join(temporaryFolder(), "data");
  writeFileSync(file, "");
  chmodSync(file, 0o600);

  await expect(createEmulator({ port: 0, seed, now: "real", dataDir: file })).rejects.toMatchObject({
    code: expect.stringMatching(/ENOTDIR|EEXIST/),
  });
});

test("a folder that another process of an emulator holds is refused", async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, "emulator"));
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "emulator"], { stdio: "ignore" });
  onTestFinished(() => void other.kill());
  await once(other, "spawn");
  writeFileSync(join(dataDir, "emulator/emulator.pid"), String(other.pid));

  await expect(createEmulator({ port: 0, seed, now: "real", dataDir })).rejects.toMatchObject({
    name: "FolderInUseError",
  });
});
