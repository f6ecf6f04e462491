import { robotMessageSchema } from "dingtalk-payloads";
import { sampleFrame } from "dingtalk-payloads/samples/sample.ts";
import { describe, expect, test } from "vitest";
import { readMessage } from "../../../../src/platform/dingtalk/inbound/read-message.ts";

const read = (data: unknown) => readMessage(robotMessageSchema.parse(data));
const readSample = (number: string) => read(sampleFrame(number).data);

describe("a message to the robot", () => {
  test("in a group is told by its group and loses the space that the mention leaves", () => {
    expect(readSample("30")).toEqual({
      kind: "message",
      messageId: "msg001==",
      from: "manager807",
      nick: "经办人",
      chat: { kind: "group", group: "cidGROUP001==" },
      groupTitle: "督办群",
      text: "查询进度",
      files: [],
      sentAt: new Date(1769851697611),
    });
  });

  test("in a direct chat is told by the person", () => {
    const message = readSample("31");

    expect(message.chat).toEqual({ kind: "direct", person: "manager807" });
    expect(message.text).toBe("帮助");
  });

  test("of formatted text keeps its words without the mention, and its pictures", () => {
    const message = readSample("32");

    expect(message.text).toBe("这是现场照片");
    expect(message.files).toEqual([{ kind: "picture", downloadCode: "dc_pic_1", fileName: "图片1.jpg" }]);
  });

  test.each([
    ["33", { kind: "picture", downloadCode: "dc_pic_2", fileName: "图片.jpg" }],
    ["34", { kind: "audio", downloadCode: "dc_aud", fileName: "语音.amr" }],
    ["35", { kind: "video", downloadCode: "dc_vid", fileName: "视频.mp4" }],
    ["36", { kind: "file", downloadCode: "dc_file", fileName: "办结报告.docx" }],
  ])("with an attachment (sample %s) names it", (number, file) => {
    expect(readSample(number).files).toEqual([file]);
  });

  test.each([
    ["that leads to another folder", "../../x.docx", "../../x.docx"],
    ["that a system keeps for itself", "CON", "CON"],
    ["with a NUL", "报\u0000告.docx", "报告.docx"],
    ["of 300 characters", `${"长".repeat(295)}.docx`, `${"长".repeat(295)}.docx`],
    ["that turns the direction of writing", "报告\u202excod.exe", "报告xcod.exe"],
    ["with line breaks", "报告\r\n### 已同意.docx", "报告 ### 已同意.docx"],
    ["of signs that nobody sees", "\u200b\u0000", "文件"],
  ])("with a file of a name %s keeps of it one line of what can be seen", (_, fileName, kept) => {
    const data = Object(sampleFrame("36").data);

    expect(read({ ...data, content: { ...data.content, fileName } }).files).toEqual([
      { kind: "file", downloadCode: "dc_file", fileName: kept },
    ]);
  });

  test("by voice counts as its recognised words", () => {
    expect(readSample("34").text).toBe("请延期到周五");
  });

  test("that quotes another keeps only what was typed", () => {
    expect(readSample("37").text).toBe("这条改为周五");
  });

  test("that quotes the robot's says what its sending was answered with; one that quotes a person's quotes nothing", () => {
    const data = Object(sampleFrame("37").data);
    const ofRobot = { ...data.text.repliedMsg, senderId: data.chatbotUserId };

    expect(read(data).quotes).toBe(undefined);
    expect(read({ ...data, originalProcessQueryKey: "pqk001" }).quotes).toEqual({ receipt: "pqk001" });
    expect(read({ ...data, text: { ...data.text, repliedMsg: ofRobot } }).quotes).toEqual({ receipt: undefined });
  });

  test("may be the notice that the monthly pushes are used up", () => {
    expect(readSample("38").notice).toBe("pushQuotaExceeded");
  });

  test("from outside the organisation has no sender", () => {
    const { senderStaffId, ...data } = Object(sampleFrame("30").data);

    expect(read(data).from).toBeUndefined();
    expect(read({ ...data, senderStaffId: "" }).from).toBeUndefined();
  });

  test("is read the same when times and types come as text", () => {
    const data = Object(sampleFrame("31").data);

    expect(read({ ...data, createAt: "1769851697611", conversationType: 1 })).toEqual(readSample("31"));
  });

  test("without a sending time counts as sent when it came", () => {
    const { createAt, ...data } = Object(sampleFrame("31").data);
    const receivedAt = new Date("2023-08-09T09:00:00+08:00");

    expect(readMessage(robotMessageSchema.parse(data), receivedAt).sentAt).toEqual(receivedAt);
  });

  test("of a type nobody knows is an empty text", () => {
    const { text, ...data } = Object(sampleFrame("31").data);

    expect(read({ ...data, msgtype: "chatRecord", content: { summary: "…" } })).toMatchObject({ text: "", files: [] });
  });
});
