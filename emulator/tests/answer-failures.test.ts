import { fastify } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { handleErrors } from "../src/http-server.ts";
import { silentLog } from "../src/instruments/log.ts";

/** A server whose every call fails by our own fault, and what it wrote into the log. */
function startFailing() {
  const logged: object[] = [];
  const app = fastify();
  onTestFinished(() => app.close());
  handleErrors(app, { ...silentLog, error: (facts: object) => logged.push(facts) });
  app.all("/*", () => {
    throw new Error("broken");
  });
  return { ask: async (url: string) => (await app.inject(url)).json(), logged };
}

test("a failure's log holds no secret of its address", async () => {
  const { ask, logged } = startFailing();

  await ask("/gettoken?appkey=app&appsecret=secret-of-app");
  await ask("/topapi/v2/user/get?access_token=token-of-app");

  expect(logged).toMatchObject([
    { url: "/gettoken?appkey=app&appsecret=***" },
    { url: "/topapi/v2/user/get?access_token=***" },
  ]);
});

test.each([
  "/gettoken",
  "/topapi/v2/user/get",
  "/media/upload?type=file",
  "/robot/send",
  "/chat/get?chatid=chat1",
  "/chats",
])("a failure of %s is told as the old gateway does", async (url) => {
  expect(await startFailing().ask(url)).toEqual({ errcode: -1, errmsg: "系统繁忙" });
});

test.each(["/v1.0/robot/ding/send", "/v2.0/oauth2/accessToken"])(
  "a failure of %s is told as the new gateway does",
  async (url) => {
    expect(await startFailing().ask(url)).toMatchObject({ code: "system.busy" });
  },
);
