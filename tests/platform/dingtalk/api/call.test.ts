import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { DeliveryError } from "../../../../src/platform/chat/ports.ts";
import type { ApiRequest } from "../../../../src/platform/dingtalk/api/call.ts";
import { botOn } from "../bot.ts";
import { type Platform, startPlatform } from "../platform.ts";

const TOKEN = "POST /v1.0/oauth2/accessToken";
const CALL = "POST /v1.0/robot/groupMessages/send";
const request: ApiRequest = { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/send", body: { a: 1 } };
const old: ApiRequest = { gateway: "oapi", method: "POST", api: "/topapi/v2/user/get", body: {}, free: true };
const issued = (token: string) => ({ body: { accessToken: token, expireIn: 7200 } });
const invalid = { status: 400, body: sample("80") };

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
  platform.answer(TOKEN, issued("t1"), issued("t2"));
});
afterEach(() => platform.close());

const calls = (call: string) => platform.requests.filter((each) => each.call === call);
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);

describe("a call of the new gateway", () => {
  test("carries the token in its header and the body as JSON, and is counted", async () => {
    platform.answer(CALL, { body: { processQueryKey: "k" } });

    const { api, counted } = botOn(platform);
    await api.call(request, z.object({ processQueryKey: z.literal("k") }));

    expect(counted).toEqual([CALL]);
    const sent = calls(CALL)[0];
    expect(sent?.headers["x-acs-dingtalk-access-token"]).toBe("t1");
    expect(sent?.body).toBe('{"a":1}');
  });

  test("whose token is turned down is repeated once with a new one", async () => {
    platform.answer(CALL, invalid, { body: {} });

    await botOn(platform).api.call(request, z.object({}));

    expect(calls(CALL).map((each) => each.headers["x-acs-dingtalk-access-token"])).toEqual(["t1", "t2"]);
  });

  test("whose new token is turned down too is trouble, not a storm", async () => {
    platform.answer(CALL, invalid);

    const error = await failure(botOn(platform).api.call(request, z.object({})));

    expect(error).toMatchObject({ name: "DeliveryError", code: "setup", retryAfterMs: 60_000 });
    expect(calls(CALL)).toHaveLength(2);
  });

  test("a hundred at once with a turned-down token fetch two tokens in all", async () => {
    platform.answer(CALL, ({ headers }) => (headers["x-acs-dingtalk-access-token"] === "t1" ? invalid : { body: {} }));
    const { api } = botOn(platform);

    await Promise.all(Array.from({ length: 100 }, () => api.call(request, z.object({}))));

    expect(calls(TOKEN)).toHaveLength(2);
  });

  test("that is throttled is trouble of at least a second and is not counted", async () => {
    platform.answer(CALL, { status: 403, body: sample("82") });
    const { api, counted } = botOn(platform);

    const error = await failure(api.call(request, z.object({})));

    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ code: "throttled", retryAfterMs: 1_000 });
    expect(counted).toEqual([]);
  });

  test("that is refused names the platform's code and, having failed, is not counted", async () => {
    platform.answer(CALL, { status: 400, body: sample("85") });
    const { api, counted } = botOn(platform);

    expect(await failure(api.call(request, z.object({})))).toMatchObject({
      name: "ApiRefusedError",
      reason: "invalidParameter.userIds.overMax",
    });
    expect(counted).toEqual([]);
  });

  test("that is cut off is trouble", async () => {
    platform.answer(CALL, "cut");

    expect(await failure(botOn(platform).api.call(request, z.object({})))).toMatchObject({
      name: "DeliveryError",
      code: "unavailable",
      retryAfterMs: 2_000,
    });
  });

  test("answered with a web page is trouble", async () => {
    platform.answer(CALL, { body: "<html></html>" });

    expect(await failure(botOn(platform).api.call(request, z.object({})))).toBeInstanceOf(DeliveryError);
  });

  test("with wrong credentials is trouble that only an administrator ends", async () => {
    platform.answer(TOKEN, { status: 400, body: { code: "invalidClientIdOrSecret", message: "…" } });

    expect(await failure(botOn(platform).api.call(request, z.object({})))).toMatchObject({ code: "setup" });
    expect(calls(CALL)).toHaveLength(0);
  });
});

describe("a call of the old gateway", () => {
  test("carries the token in its address and is free when it asks about people", async () => {
    platform.answer("POST /topapi/v2/user/get", { body: sample("93") });
    const { api, counted } = botOn(platform);

    await api.call(old, z.object({ errcode: z.literal(0) }));

    expect(calls("POST /topapi/v2/user/get")[0]?.query).toEqual({ access_token: "t1" });
    expect(counted).toEqual([]);
  });

  test("whose token is turned down with 200 is repeated once", async () => {
    platform.answer("POST /topapi/v2/user/get", { body: sample("86") }, { body: { errcode: 0 } });

    await botOn(platform).api.call(old, z.object({}));

    expect(calls("POST /topapi/v2/user/get").map((each) => each.query.access_token)).toEqual(["t1", "t2"]);
  });
});

test("no error of a call gives away a token or a body", async () => {
  platform.answer(CALL, { status: 400, body: { code: "param.invalid", message: "secret body" } });
  const { api } = botOn(platform);

  const error = await failure(api.call({ ...request, body: { content: "机密" } }, z.object({})));

  expect(String(error)).toBe("ApiRefusedError: POST /v1.0/robot/groupMessages/send was refused: param.invalid");
});
