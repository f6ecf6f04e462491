import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { seed, startEmulator } from "./support/world.ts";

const titled = (userId: string, title: string) => ({
  userId,
  name: userId,
  mobile: "",
  title,
  unionId: `union-${userId}`,
});

async function startWithDistricts() {
  const users = [
    ...seed.users,
    titled("yuecheng-1", "越城区建设部门经办人"),
    titled("yuecheng-2", "越城区建设部门经办人"),
    titled("zhuji-1", "诸暨市建设部门经办人"),
    titled("leader", "市建设局领导"),
  ];
  const emulator = await startEmulator({ seed: { ...seed, users } });
  const app = appOf(emulator);
  const oapi = async (path: string, body: object) => {
    const { errcode, result } = (await app.oapi(`/topapi/${path}`, body)).body;
    return errcode === 0 ? result : errcode;
  };
  return { emulator, oapi };
}

interface Listed {
  dept_id: number;
  name: string;
}

describe("departments", () => {
  test("are the places that titles begin with, below the root", async () => {
    const { oapi } = await startWithDistricts();
    const listed = (await oapi("v2/department/listsub", {})) as Listed[];
    const [yuecheng, zhuji] = listed;

    expect(listed.map(({ name }) => name)).toEqual(["越城区", "诸暨市"]);
    expect(await oapi("v2/department/listsubid", { dept_id: 1 })).toEqual({
      dept_id_list: [yuecheng?.dept_id, zhuji?.dept_id],
    });
    expect(await oapi("v2/department/get", { dept_id: yuecheng?.dept_id })).toMatchObject({
      name: "越城区",
      parent_id: 1,
      member_count: 2,
    });
    expect(await oapi("v2/department/get", { dept_id: 1 })).toMatchObject({ member_count: 7, owning_member_count: 4 });
    expect(await oapi("v2/department/listparentbydept", { dept_id: zhuji?.dept_id })).toEqual({
      parent_id_list: [zhuji?.dept_id, 1],
    });
    expect(await oapi("v2/department/listparentbyuser", { userid: "zhuji-1" })).toEqual({
      parent_list: [{ parent_dept_id_list: [zhuji?.dept_id, 1] }],
    });
    expect(await oapi("v2/user/get", { userid: "zhuji-1" })).toMatchObject({ dept_id_list: [zhuji?.dept_id] });
  });

  test("that are not there are told by their code", async () => {
    const { oapi } = await startWithDistricts();

    expect(await oapi("v2/department/get", { dept_id: 2 })).toBe(60003);
    expect(await oapi("v2/department/listsub", { dept_id: 2 })).toBe(60003);
    expect(await oapi("user/listid", { dept_id: 2 })).toBe(60003);
    expect(await oapi("v2/department/listparentbyuser", { userid: "ghost" })).toBe(33012);
  });

  test("come and go with the first and last of their people, and the bot hears of it", async () => {
    const { emulator } = await startWithDistricts();
    const bot = await connectBot(emulator.url);
    const person = { userId: "xinchang-1", name: "经办人", title: "新昌县经办人" };

    await emulator.control("/users", person);
    await emulator.control("/users", { ...person, userId: "xinchang-2" });
    await emulator.control("/users", { ...person, userId: "xinchang-2", active: false });
    await emulator.control("/users", { ...person, active: false });
    await emulator.idle();

    const types = bot.events.map(({ headers }) => headers.eventType).filter((type) => type?.startsWith("org_"));
    expect(types).toEqual(["org_dept_create", "org_dept_remove"]);
  });
});

describe("people", () => {
  test("of a department are listed page by page", async () => {
    const { oapi } = await startWithDistricts();

    expect(await oapi("user/listid", { dept_id: 1 })).toEqual({
      userid_list: ["organizer", "district", "outsider", "leader"],
    });
    expect(await oapi("v2/user/list", { dept_id: 1, cursor: 0, size: 3 })).toMatchObject({
      has_more: true,
      next_cursor: 3,
      list: [{ userid: "organizer", unionid: "union-organizer", dept_id_list: [1] }, {}, {}],
    });
    expect(await oapi("user/listsimple", { dept_id: 1, cursor: 3, size: 3 })).toEqual({
      has_more: false,
      list: [{ userid: "leader", name: "leader" }],
    });
  });

  test("are listed a hundred at a time at most", async () => {
    const { oapi } = await startWithDistricts();

    expect(await oapi("v2/user/list", { dept_id: 1, cursor: 0, size: 100 })).toMatchObject({ has_more: false });
    expect(await oapi("v2/user/list", { dept_id: 1, cursor: 0, size: 101 })).toBe(40069);
    expect(await oapi("v2/user/list", { dept_id: 1, cursor: -1, size: 1 })).toBe(40068);
  });

  test("are found by their unionId", async () => {
    const { oapi } = await startWithDistricts();

    expect(await oapi("user/getbyunionid", { unionid: "union-district" })).toEqual({
      contact_type: 0,
      userid: "district",
    });
    expect(await oapi("user/getbyunionid", { unionid: "none" })).toBe(60121);
  });
});

describe("searching by name", () => {
  const search = async (what: "users" | "departments", body: object) => {
    const { emulator } = await startWithDistricts();
    return emulator.platform("POST", `/v1.0/contact/${what}/search`, body);
  };

  test("finds people whose name holds the word, page by page", async () => {
    expect((await search("users", { queryWord: "yuecheng", offset: 0, size: 1 })).body).toEqual({
      hasMore: true,
      totalCount: 2,
      list: ["yuecheng-1"],
    });
    expect((await search("users", { queryWord: "yuecheng", offset: 1, size: 1 })).body).toEqual({
      hasMore: false,
      totalCount: 2,
      list: ["yuecheng-2"],
    });
    expect((await search("users", { queryWord: "yuecheng", fullMatchField: 1 })).body).toMatchObject({ totalCount: 0 });
  });

  test("finds departments by their ids, and without a word nothing", async () => {
    const { body } = await search("departments", { queryWord: "越城" });

    expect(body).toMatchObject({ totalCount: 1, list: [expect.any(Number)] });
    expect((await search("departments", { queryWord: " " })).body.code).toBe("parameter.error");
  });
});
