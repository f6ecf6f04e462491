import { sample } from "dingtalk-payloads/samples/sample.ts";
import { describe, expect, test } from "vitest";
import { classifyApi, classifyOapi } from "../../../../src/platform/dingtalk/api/classify.ts";

const retry = (code: string, waitMs: number) => expect.objectContaining({ kind: "retry", code, waitMs });
const refused = (reason: string) => ({ kind: "refused", reason });
const forbidden = "Forbidden.AccessDenied";

describe("an answer of the new gateway", () => {
  test.each([
    [200, {}, { kind: "done" }],
    [200, undefined, retry("unavailable", 2_000)],
    [400, sample("80"), { kind: "tokenInvalid" }],
    [401, undefined, { kind: "tokenInvalid" }],
    [401, { code: "authFailed" }, retry("setup", 60_000)],
    [400, { code: "invalidClientIdOrSecret" }, retry("setup", 60_000)],
    [403, sample("81"), retry("setup", 60_000)],
    [403, { code: `${forbidden}.IpNotInWhiteList` }, retry("setup", 60_000)],
    [403, undefined, retry("setup", 60_000)],
    [403, sample("82"), retry("throttled", 1_000)],
    [403, { code: `${forbidden}.QpsLimitForApi` }, retry("throttled", 1_000)],
    [403, { code: `${forbidden}.QpmLimitForAppkeyAndApi` }, retry("throttled", 1_000)],
    [403, sample("83"), retry("monthlyQuota", 600_000)],
    [200, sample("84"), retry("throttled", 300_000)],
    [403, sample("84"), retry("throttled", 300_000)],
    [429, undefined, retry("throttled", 1_000)],
    [400, { code: "send.too.fast" }, retry("throttled", 1_000)],
    [400, { code: "todo.taskCreate.flowControlError" }, retry("throttled", 1_000)],
    [500, { code: "system.busy" }, retry("unavailable", 2_000)],
    [503, undefined, retry("unavailable", 2_000)],
    [408, undefined, retry("unavailable", 2_000)],
    [404, undefined, retry("unavailable", 2_000)],
    [400, sample("85"), refused("invalidParameter.userIds.overMax")],
    [400, { code: "param.templateNotExist" }, refused("param.templateNotExist")],
    [400, { code: "param.contentUnsafe" }, refused("param.contentUnsafe")],
    [404, { code: "InvalidAction.NotFound" }, refused("InvalidAction.NotFound")],
  ])("with status %i and body %j is judged", (status, body, verdict) => {
    expect(classifyApi(status, body)).toEqual(verdict);
  });
});

describe("an answer of the old gateway", () => {
  test.each([
    [200, { errcode: 0 }, { kind: "done" }],
    [200, { errcode: "0" }, { kind: "done" }],
    [200, sample("86"), { kind: "tokenInvalid" }],
    [200, { errcode: 42001 }, { kind: "tokenInvalid" }],
    [200, { errcode: 90018 }, retry("throttled", 1_000)],
    [200, { errcode: 90002 }, retry("throttled", 1_000)],
    [200, { errcode: 88, sub_code: "90018" }, retry("throttled", 1_000)],
    [200, { errcode: 88, sub_code: "isv.missing" }, retry("setup", 60_000)],
    [200, { errcode: 90020 }, retry("monthlyQuota", 600_000)],
    [200, { errcode: -1 }, retry("unavailable", 2_000)],
    [200, { errcode: 40001 }, retry("setup", 60_000)],
    [200, { errcode: 60121 }, refused("60121")],
    [200, { errcode: 40004, sub_code: "type" }, refused("40004 type")],
    [200, undefined, retry("unavailable", 2_000)],
    [200, {}, retry("unavailable", 2_000)],
    [502, undefined, retry("unavailable", 2_000)],
  ])("with status %i and body %j is judged", (status, body, verdict) => {
    expect(classifyOapi(status, body)).toEqual(verdict);
  });
});
