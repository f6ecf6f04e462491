import { describe, expect, test } from "vitest";
import { linkTraffic } from "../../../page/inspector/links.ts";
import { outcomeOf } from "../../../page/inspector/outcome.ts";
import type { TrafficEntry } from "../../../src/contract/instruments.ts";
import { ack, call, event, message, posted } from "./entries.ts";

const outcome = (entry: TrafficEntry, ...others: TrafficEntry[]) => outcomeOf(entry, linkTraffic([entry, ...others]));
const SEND = "POST /v1.0/robot/groupMessages/send";

describe("a call", () => {
  test("below 400 went well, from there on it failed", () => {
    expect(outcome(call(SEND, {}, { status: 399 }))).toEqual({ word: "399", tone: "plain", ms: 3 });
    expect(outcome(call(SEND, {}, { status: 400 }))).toEqual({ word: "失败 400", tone: "trouble", ms: 3 });
  });

  test("of the old gateway failed where it names an errcode", () => {
    const answered = (errcode: number) => call("POST /topapi/v2/user/get", {}, { response: { errcode } });

    expect(outcome(answered(0))).toMatchObject({ word: "200", tone: "plain" });
    expect(outcome(answered(90018))).toMatchObject({ word: "失败 90018", tone: "trouble" });
  });

  test("without a status got no answer", () => {
    const { status: _status, ...broken } = call(SEND, {});

    expect(outcome(broken)).toMatchObject({ word: "无应答", tone: "trouble" });
  });
});

describe("a frame", () => {
  test("waits until its acknowledgement is there, and took as long as that says", () => {
    const asked = message("m1", "申报");

    expect(outcome(asked, ack("m2"))).toEqual({ word: "未应答", tone: "waiting" });
    expect(outcome(asked, ack("m1"))).toEqual({ word: "已应答", tone: "plain", ms: 12 });
  });

  test("whose acknowledgement was refused, lost or put off says so", () => {
    const asked = message("m1", "申报");

    expect(outcome(asked, ack("m1", { code: 500 }))).toMatchObject({ word: "应答 500", tone: "trouble" });
    expect(outcome(asked, ack("m1", { fault: "loseReply" }))).toMatchObject({ word: "应答丢失", tone: "trouble" });
    expect(outcome(event("chat_add_member", {}), ack("e", { data: '{"status":"LATER"}' }))).toMatchObject({
      word: "稍后再推",
      tone: "waiting",
    });
  });
});

describe("what is pushed over HTTP", () => {
  test.each([
    [200, { word: "已应答", tone: "plain", ms: 4 }],
    [299, { word: "已应答", tone: "plain", ms: 4 }],
    [300, { word: "应答 300", tone: "trouble", ms: 4 }],
    [500, { word: "应答 500", tone: "trouble", ms: 4 }],
  ])("is acknowledged by its reply: %d", (status, expected) => {
    expect(outcome(posted(message("m1", "申报"), { status }))).toEqual(expected);
  });

  test("was not acknowledged without one, and an acknowledgement over a stream is not its own", () => {
    const { status: _status, ...unanswered } = posted(message("m1", "申报"));

    expect(outcome(unanswered, ack("m1"))).toMatchObject({ word: "未应答", tone: "trouble" });
  });
});

describe("an acknowledgement", () => {
  test("that nobody waited for stands out, one of a ping does not", () => {
    const { ms: _ms, ...late } = ack("m1");
    const { ms: _pingMs, ...ping } = ack("p1", { data: '{"opaque":"1"}' });

    expect(outcome(late)).toEqual({ word: "迟到或重复", tone: "waiting" });
    expect(outcome(ping)).toEqual({ word: "200", tone: "plain" });
  });
});
