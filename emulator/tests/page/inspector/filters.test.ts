import { expect, test } from "vitest";
import { filterTraffic, NO_FILTERS, type TrafficFilters } from "../../../page/inspector/filters.ts";
import { callsAfter, linkTraffic } from "../../../page/inspector/links.ts";
import { ack, call, message, names } from "./entries.ts";

const SEND = "POST /v1.0/robot/oToMessages/batchSend";
const asked = message("m1", "申报");
const answered = ack("m1", { userIds: ["keqiao-1"] });
const token = call("POST /v1.0/oauth2/accessToken", {});
const reply = call(SEND, { msgParam: JSON.stringify({ title: "填写申报表" }) }, { userIds: ["keqiao-1"] });
const refused = call(SEND, { msgParam: "{}" }, { userIds: ["maxiaohan"], status: 403 });
const again = message("m2", "进度");
const later = call(SEND, { msgParam: "{}" }, { userIds: ["keqiao-1"] });
const all = [asked, answered, token, reply, refused, again, later];

const shown = (filters: Partial<TrafficFilters>) =>
  filterTraffic(all, { ...NO_FILTERS, ...filters }, { links: linkTraffic(all), names });

test("without filters everything is shown", () => {
  expect(shown({})).toEqual(all);
});

test("a person's traffic is what comes from them or goes to them", () => {
  expect(shown({ userId: "maxiaohan" })).toEqual([refused]);
  expect(shown({ userId: "keqiao-1" })).toEqual([asked, answered, reply, again, later]);
});

test("frames, calls and acknowledgements are told apart", () => {
  expect(shown({ kind: "push" })).toEqual([asked, again]);
  expect(shown({ kind: "call" })).toEqual([token, reply, refused, later]);
  expect(shown({ kind: "ack" })).toEqual([answered]);
});

test("what failed or is not answered is shown alone", () => {
  expect(shown({ onlyTrouble: true })).toEqual([refused, again]);
});

test("a text is found in the summary, in the content and in names, whatever its case; all words of it", () => {
  expect(shown({ text: "填写" })).toEqual([reply]);
  expect(shown({ text: "BATCHSEND" })).toEqual([reply, refused, later]);
  expect(shown({ text: "马小涵" })).toEqual([refused]);
  expect(shown({ text: "batchsend 填写" })).toEqual([reply]);
});

test("filters add up", () => {
  expect(shown({ userId: "keqiao-1", kind: "call", text: "填写" })).toEqual([reply]);
});

test("the calls that followed a message end with the person's next one", () => {
  expect(callsAfter(asked, all)).toEqual([reply]);
  expect(callsAfter(again, all)).toEqual([later]);
});

test("a message that comes again does not end what followed the first", () => {
  const repeated = { ...asked, id: reply.id - 0.5 };

  expect(callsAfter(asked, [asked, repeated, reply])).toEqual([reply]);
});
