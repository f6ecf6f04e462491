import { expect, test } from "vitest";
import { callsAfter, linkTraffic } from "../../../page/inspector/links.ts";
import { ack, call, message, posted } from "./entries.ts";

const answer = () => call("POST /robot/sendBySession", { msgtype: "text" }, { userIds: ["keqiao-1"] });

test("a push over HTTP has no acknowledgement of its own and takes none from a frame", () => {
  const [frame, push] = [message("m1", "申报"), posted(message("m2", "进度"))];
  const acknowledged = ack("m1");
  const links = linkTraffic([frame, push, acknowledged]);

  expect(links.ackOf(frame)).toBe(acknowledged);
  expect(links.ackOf(push)).toBeUndefined();
  expect(links.frameOf(acknowledged)).toBe(frame);
});

test("calls follow a push over HTTP until the person's next act; a push that comes again is no other", () => {
  const asked = posted(message("m1", "申报"));
  const again = posted(message("m1", "申报"));
  const [first, second] = [answer(), answer()];
  const next = posted(message("m2", "进度"));
  const entries = [asked, first, again, second, next, answer()].map((entry, place) => ({ ...entry, id: place + 1 }));

  expect(callsAfter({ ...asked, id: 1 }, entries).map(({ id }) => id)).toEqual([2, 4]);
});
