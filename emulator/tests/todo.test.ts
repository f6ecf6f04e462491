import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { startEmulator } from "./support/world.ts";

const TASKS = "/v1.0/todo/users/union-organizer/tasks";
const detailUrl = { appUrl: "https://example.com/app", pcUrl: "https://example.com/pc" };
const todo = (more: object = {}) => ({
  subject: "提交申报",
  executorIds: ["union-district", "union-outsider"],
  detailUrl,
  ...more,
});

async function startWithTodo() {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  const app = appOf(emulator);
  const { body } = await emulator.platform<{ id: string }>("POST", TASKS, todo());
  const path = `${TASKS}/${body.id}`;
  const list = async (userId: string) =>
    (await emulator.messages(userId, "todo")).map((one) => one.recalled ?? one.todo?.done);
  return { emulator, app, bot, path, id: body.id, list };
}

describe("a to-do", () => {
  test("is answered with what was given", async () => {
    const { app, path, id } = await startWithTodo();

    expect((await app.get(path)).body).toMatchObject({
      id,
      subject: "提交申报",
      detailUrl,
      executorIds: ["union-district", "union-outsider"],
      creatorId: "union-organizer",
      done: false,
    });
  });

  test("may be done by one before the other, and is done when all are", async () => {
    const { emulator, app, path, list } = await startWithTodo();
    const done = (id: string, isDone: boolean) =>
      emulator.platform("PUT", `${path}/executorStatus`, { executorStatusList: [{ id, isDone }] });

    await done("union-district", true);
    expect([await list("district"), await list("outsider")]).toEqual([[true], [false]]);
    await done("union-outsider", true);
    expect((await app.get(path)).body.done).toBe(true);
    await done("union-district", false);
    expect([await list("district"), await list("outsider")]).toEqual([[false], [true]]);
  });

  test("moves to whom it is given", async () => {
    const { emulator, path, list } = await startWithTodo();

    await emulator.platform("PUT", path, { executorIds: ["union-district", "union-organizer"] });

    expect([await list("district"), await list("organizer"), await list("outsider")]).toEqual([
      [false],
      [false],
      [true],
    ]);
    expect((await emulator.messages("outsider", "todo")).at(0)?.recalled).toBe(true);
  });

  test("that is deleted is gone, and the bot hears of its whole life", async () => {
    const { emulator, app, bot, path, id } = await startWithTodo();
    await emulator.platform("PUT", path, { subject: "补充申报" });

    const { body } = await app.get(path, "DELETE");
    await emulator.idle();

    expect(body).toEqual({ result: true, requestId: expect.any(String) });
    expect(await app.refusal("PUT", path, { done: true })).toEqual([400, "todo.taskUpdate.paramError"]);
    expect((await app.get(path, "DELETE")).body).toMatchObject({
      code: "todo.taskDelete.paramError",
      message: "task not exist",
    });
    expect(bot.events.map(({ headers, data }) => [headers.eventType, JSON.parse(data).taskId])).toEqual([
      ["todo_task_create", id],
      ["todo_task_update", id],
      ["todo_task_delete", id],
    ]);
  });

  test("is found by role and by whether it is done", async () => {
    const { emulator, path, id } = await startWithTodo();
    const query = async (unionId: string, body: object) => {
      const reply = await emulator.platform<{ todoCards: { taskId: string }[] }>(
        "POST",
        `/v1.0/todo/users/${unionId}/org/tasks/query`,
        body,
      );
      return reply.body.todoCards.map(({ taskId }) => taskId);
    };

    expect(await query("union-district", {})).toEqual([id]);
    expect(await query("union-organizer", { roleTypes: [["executor"], ["creator"]] })).toEqual([id]);
    expect(await query("union-organizer", { roleTypes: [["executor", "creator"]] })).toEqual([]);
    expect(await query("union-district", { isDone: true })).toEqual([]);
    await emulator.platform("PUT", path, { done: true });
    expect(await query("union-district", { isDone: true })).toEqual([id]);
    await emulator.control("/clock/advance", { ms: 180 * 24 * 60 * 60 * 1_000 });
    expect(await query("union-district", {})).toEqual([id]);
    await emulator.control("/clock/advance", { ms: 1 });
    expect(await query("union-district", {})).toEqual([]);
  });
});

test("a list of to-dos goes on with its token", async () => {
  const { emulator, app } = await startWithTodo();
  await emulator.control("/settings", { callsPerSecond: 100 });
  for (let n = 1; n < 21; n += 1) await emulator.platform("POST", TASKS, todo({ subject: `第 ${n} 项` }));
  const path = "/v1.0/todo/users/union-district/org/tasks/query";

  const first = await emulator.platform<{ nextToken: string; todoCards: object[] }>("POST", path, {});
  const { nextToken } = first.body;
  const second = await emulator.platform<{ todoCards: object[] }>("POST", path, { nextToken });

  expect([first.body.todoCards.length, second.body.todoCards.length]).toEqual([20, 1]);
  expect(second.body).not.toHaveProperty("nextToken");
  expect(await app.refusal("POST", path, { nextToken: "x" })).toEqual([400, "todo.orgTaskQuery.paramError"]);
});

describe("a new to-do is refused", () => {
  test.each([
    ["without a page", { detailUrl: undefined }],
    ["with a subject above 1024", { subject: "题".repeat(1_025) }],
    ["with a description above 4096", { description: "文".repeat(4_097) }],
    ["for more than a thousand", { executorIds: Array.from({ length: 1_001 }, (_, n) => `u${n}`) }],
  ])("%s when strict, and taken when lenient", async (_what, given) => {
    const app = appOf(await startEmulator());

    expect(await app.refusal("POST", TASKS, todo(given))).toEqual([400, "todo.taskCreate.paramError"]);
    await app.lenient();
    expect(await app.refusal("POST", TASKS, todo(given))).toEqual([200, undefined]);
  });

  test("not at its limits", async () => {
    const app = appOf(await startEmulator());
    const most = { subject: "题".repeat(1_024), description: "文".repeat(4_096) };

    expect(await app.refusal("POST", TASKS, todo(most))).toEqual([200, undefined]);
  });

  test("without a subject, or with a sourceId used before, always", async () => {
    const app = appOf(await startEmulator());
    await app.lenient();
    await app.refusal("POST", TASKS, todo({ sourceId: "1" }));

    expect(await app.refusal("POST", TASKS, todo({ sourceId: "1" }))).toEqual([400, "todo.taskCreate.paramError"]);
    expect(await app.refusal("POST", TASKS, todo({ subject: "" }))).toEqual([400, "todo.taskCreate.paramError"]);
  });
});

test("a personal to-do needs a person's own token", async () => {
  const app = appOf(await startEmulator());

  expect(await app.refusal("POST", "/v1.0/todo/users/me/personalTasks", todo())).toEqual([
    400,
    "todo.taskCreate.tokenTypeError",
  ]);
});
