import { describe, expect, test } from "vitest";
import { forbiddenFor } from "../src/notice/send-notice.ts";
import { appOf } from "./support/app.ts";
import { startEmulator } from "./support/world.ts";

const PATH = "/topapi/message/corpconversation";
const DAY_MS = 24 * 60 * 60 * 1_000;
const text = (content: string) => ({ msgtype: "text", text: { content } });

async function startWithNotices() {
  const emulator = await startEmulator();
  const app = appOf(emulator);
  const call = async (name: string, body: object) =>
    (await app.oapi(`${PATH}/${name}`, { agent_id: 1, ...body })).body as Record<string, unknown>;
  const send = (msg: object, more: object = { userid_list: "district" }) => call("asyncsend_v2", { msg, ...more });
  const result = async (task_id: unknown) => (await call("getsendresult", { task_id })).send_result;
  const received = async (userId: string) => (await emulator.messages(userId, "notice")).map((one) => one.text);
  return { emulator, app, call, send, result, received };
}

describe("a work notice", () => {
  test("lies in a conversation of its own, and its result tells who has read it", async () => {
    const { emulator, call, send, result } = await startWithNotices();

    const { task_id, ...reply } = await send(text("请填报"), { userid_list: "district,organizer,ghost" });
    await emulator.control("/users/district/read", { messageId: "all", conversationId: "notice" });

    expect(reply).toEqual({ errcode: 0, errmsg: "ok", request_id: expect.any(String) });
    expect(await emulator.messages("district", "notice")).toMatchObject([{ kind: "text", text: "请填报" }]);
    expect(await result(task_id)).toEqual({
      invalid_user_id_list: ["ghost"],
      invalid_dept_id_list: [],
      forbidden_user_id_list: [],
      forbidden_list: [],
      failed_user_id_list: [],
      read_user_id_list: ["district"],
      unread_user_id_list: ["organizer"],
    });
    expect((await call("getsendprogress", { task_id })).progress).toEqual({ progress_in_percent: 100, status: 2 });
  });

  test("reaches everybody, or a department with all below it, once each", async () => {
    const { send, received } = await startWithNotices();

    await send(text("全员"), { to_all_user: true });
    await send(text("部门"), { dept_id_list: "1,77", userid_list: "outsider" });

    expect(await received("outsider")).toEqual(["全员", "部门"]);
  });

  test("with the same content reaches nobody twice a day, in silence", async () => {
    const { emulator, send, result, received } = await startWithNotices();
    await send(text("请填报"));

    const again = await send(text("请填报"));
    await emulator.control("/clock/advance", { to: "2023-08-10T00:00:00+08:00" });
    await send(text("请填报"));

    expect(again.errcode).toBe(0);
    expect(await received("district")).toHaveLength(2);
    expect(await result(again.task_id)).toMatchObject({
      forbidden_user_id_list: ["district"],
      forbidden_list: [{ code: "143106", count: 1, userid: "district" }],
    });
  });

  test("is taken back within a day", async () => {
    const { emulator, call, send } = await startWithNotices();
    const early = await send(text("误发"));
    await emulator.control("/clock/advance", { ms: DAY_MS });
    const intime = await call("recall", { msg_task_id: early.task_id });
    await emulator.control("/clock/advance", { ms: 1 });
    const late = await call("recall", { msg_task_id: early.task_id });

    expect([intime.errcode, late.errcode]).toEqual([0, 400002]);
    expect((await emulator.messages("district", "notice")).at(0)?.recalled).toBe(true);
  });

  test("that nobody is to get, or of another app's, is refused", async () => {
    const { call, send } = await startWithNotices();
    const { task_id } = await send(text("请填报"));

    expect((await send(text("请填报"), {})).errcode).toBe(1430000);
    expect((await call("getsendresult", { task_id, agent_id: 2 })).errcode).toBe(40035);
    expect((await send({ msgtype: "video" })).errcode).toBe(40035);
  });

  test("takes 2048 bytes and a hundred people when strict, more when lenient", async () => {
    const { app, send } = await startWithNotices();
    const ofSize = (bytes: number) => text("a".repeat(bytes - JSON.stringify(text("")).length));
    const people = (count: number) => ({ userid_list: Array.from({ length: count }, (_, n) => `u${n}`).join(",") });
    const departments = (count: number) => ({ dept_id_list: Array.from({ length: count }, (_, n) => n + 1).join(",") });
    const codes = async () => [
      (await send(ofSize(2_048))).errcode,
      (await send(ofSize(2_049))).errcode,
      (await send(text("甲"), people(100))).errcode,
      (await send(text("甲"), people(101))).errcode,
      (await send(text("乙"), departments(20))).errcode,
      (await send(text("乙"), departments(21))).errcode,
    ];

    expect(await codes()).toEqual([0, 40035, 0, 40035, 0, 40035]);
    await app.lenient();
    expect(await codes()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("with a button opens its link", async () => {
    const { emulator, send } = await startWithNotices();
    const oa = { message_url: "https://example.com", body: { title: "月报", form: [{ key: "截止:", value: "周五" }] } };
    await send({ msgtype: "oa", oa });
    const [message] = await emulator.messages("district", "notice");

    const { body } = await emulator.control("/users/district/follow", { linkId: message?.links?.[0]?.linkId });

    expect(message).toMatchObject({ kind: "actionCard", title: "月报", text: "月报\n\n截止: 周五" });
    expect(body).toEqual({ kind: "opened", url: "https://example.com" });
  });
});

test("the five hundred and first notice of a day reaches nobody", () => {
  const task = (n: number) => ({
    taskId: n,
    agentId: "1",
    clientId: "app",
    at: 0,
    invalidUserIds: [],
    invalidDeptIds: [],
    forbidden: [],
    digest: String(n),
    sent: [{ userId: "district", messageId: `m${n}` }],
  });
  const sent = (count: number) => Array.from({ length: count }, (_, n) => task(n));

  expect(forbiddenFor("district", "new", sent(499))).toBeUndefined();
  expect(forbiddenFor("district", "new", sent(500))).toEqual({ code: "143105", count: 500, userid: "district" });
});
