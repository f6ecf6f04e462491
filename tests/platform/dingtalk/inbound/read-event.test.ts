import { eventDataSchema, frameSchema } from "dingtalk-payloads";
import { sampleFrame } from "dingtalk-payloads/samples/sample.ts";
import { describe, expect, test } from "vitest";
import { readEvent, readHttpEvent } from "../../../../src/platform/dingtalk/inbound/read-event.ts";

function readSample(number: string) {
  const { frame, data } = sampleFrame(number);
  return readEvent(frameSchema.parse(frame).headers, eventDataSchema.parse(data));
}

describe("an event", () => {
  test("of a message that was read names receipt, person and group", () => {
    expect(readSample("24")).toEqual({
      kind: "event",
      eventId: "c7c7120f2c07419aebdba0318c8",
      type: "robot_msg_read",
      data: {
        unionId: "union001",
        operatTime: "1654641965416",
        robotCode: "dingclientid001",
        group: "cidAAA==",
        person: "manager",
        receipt: "pqk001",
      },
    });
  });

  test("about several people names them together", () => {
    expect(readSample("20").data).toEqual({ timeStamp: "1685501863357", people: ["015000227"] });
  });

  test("over HTTP says the same with capitals", () => {
    const event = readHttpEvent({ EventType: "chat_quit", BizId: "b1", OpenConversationId: "cid", UserId: ["x"] });

    expect(event).toMatchObject({ eventId: "b1", type: "chat_quit", data: { group: "cid", people: ["x"] } });
  });

  test("over HTTP without an id is named by its content", () => {
    const event = { EventType: "chat_quit", UserId: ["x"] };

    expect(readHttpEvent(event).eventId).toBe(readHttpEvent({ ...event }).eventId);
    expect(readHttpEvent(event).eventId).not.toBe(readHttpEvent({ ...event, UserId: ["y"] }).eventId);
  });
});
