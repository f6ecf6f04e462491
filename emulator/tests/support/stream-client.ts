import axios from "axios";
import { DWClient, type DWClientDownStream, EventAck, TOPIC_CARD, TOPIC_ROBOT } from "dingtalk-stream";
import { onTestFinished } from "vitest";
import { credentials } from "./world.ts";

/** Where the SDK's fixed addresses lead at the moment; one emulator at a time in a test file. */
let target = "";

axios.interceptors.request.use((config) => {
  config.url = (config.url ?? "").replace(/^https:\/\/(api|oapi)\.dingtalk\.com/, target);
  return config;
});

export interface Received {
  messageId: string;
  data: Record<string, unknown>;
}

export interface BotBehaviour {
  /** Whether messages are acknowledged; default yes. */
  acknowledges?: (message: Received) => boolean;
  /** What a press is answered with; undefined: nothing is answered. */
  answersPress?: (press: Received) => unknown;
}

/** A bot made of the unmodified SDK, connected, that keeps what it received. */
export async function connectBot(url: string, behaviour: BotBehaviour = {}) {
  target = url;
  const client = new DWClient(options());
  const messages: Received[] = [];
  const presses: Received[] = [];
  const events: DWClientDownStream[] = [];
  client.registerCallbackListener(TOPIC_ROBOT, (frame) => {
    const message = received(frame);
    messages.push(message);
    if (behaviour.acknowledges?.(message) !== false) client.socketCallBackResponse(message.messageId, null);
  });
  client.registerCallbackListener(TOPIC_CARD, (frame) => {
    const press = received(frame);
    presses.push(press);
    const answer = behaviour.answersPress?.(press);
    if (answer !== undefined) client.socketCallBackResponse(press.messageId, answer);
  });
  client.registerAllEventListener((frame) => {
    events.push(frame);
    return { status: EventAck.SUCCESS };
  });
  await client.connect();
  onTestFinished(() => client.disconnect());
  return { client, messages, presses, events };
}

/** The SDK takes `autoReconnect` and `subscriptions` although its types do not name them. */
const options = () => ({
  ...credentials,
  debug: false,
  keepAlive: false,
  autoReconnect: false,
  subscriptions: [
    { type: "EVENT", topic: "*" },
    { type: "CALLBACK", topic: TOPIC_ROBOT },
    { type: "CALLBACK", topic: TOPIC_CARD },
  ],
});

const received = (frame: DWClientDownStream): Received => ({
  messageId: frame.headers.messageId,
  data: JSON.parse(frame.data),
});
