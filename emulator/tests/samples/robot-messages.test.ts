import { sampleFrame } from "dingtalk-payloads/samples/sample.ts";
import { expect, test } from "vitest";
import { GROUP, startEmulator } from "../support/world.ts";
import { openRawStream } from "./raw-stream.ts";
import { expectSample } from "./sample-world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const say = (emulator: Emulator, message: object) => emulator.control("/users/district/say", message);

const drop = (emulator: Emulator, file: File, fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  return emulator.request("/_emulator/users/district/drop", { method: "POST", body: form });
};

const picture = new File([Buffer.from("89504e47", "hex")], "现场.png", { type: "image/png" });
const film = new File(["film"], "现场.mp4", { type: "video/mp4" });
const document = new File(["公文"], "办结报告.docx", { type: "application/octet-stream" });
const voice = new File(["voice"], "语音.amr", { type: "audio/amr" });

const quote = async (emulator: Emulator) => {
  await say(emulator, { text: "原消息" });
  const [original] = await emulator.messages("district");
  return say(emulator, { text: "这条改为周五", quote: original?.id });
};

const overQuota = async (emulator: Emulator) => {
  const match = { topic: "/v1.0/im/bot/messages/get" };
  await emulator.control("/faults", { rules: [{ match, action: "quota", times: 1 }] });
  return say(emulator, { text: "帮助" });
};

const inGroup = { conversationId: GROUP };

test.each<[string, string, (emulator: Emulator) => Promise<unknown>]>([
  [
    "30",
    "a text in a group that names another member",
    (one) => say(one, { ...inGroup, text: "@活动负责人 查询进度" }),
  ],
  ["31", "a text in the direct chat", (one) => say(one, { text: "帮助" })],
  ["32", "a picture with words in a group", (one) => drop(one, picture, { ...inGroup, text: "这是现场照片" })],
  ["33", "a picture", (one) => drop(one, picture)],
  ["34", "a voice message", (one) => drop(one, voice, { kind: "audio", recognition: "请延期到周五" })],
  ["35", "a film", (one) => drop(one, film)],
  ["36", "a file", (one) => drop(one, document)],
  ["37", "an answer to another message", quote],
  ["38", "a message after the month's pushes are used up", overQuota],
])("sample %s is %s", async (number, _situation, doing) => {
  const emulator = await startEmulator();
  const stream = await openRawStream(emulator);

  await doing(emulator);
  const first = await stream.next();
  const frame = number === "37" ? await stream.next() : first;

  expectSample(number, frame);
  const { msgtype, conversationType } = JSON.parse(frame.data);
  expect({ msgtype, conversationType }).toEqual(kindOf(number));
});

const kindOf = (number: string) => {
  const { msgtype, conversationType } = Object(sampleFrame(number).data);
  return { msgtype, conversationType };
};
