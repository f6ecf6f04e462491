import WebSocket from "ws";
import { z } from "zod";
import { APP, BOARD } from "./seed.ts";

const TOPICS = ["/v1.0/im/bot/messages/get", "/v1.0/card/instances/callback"];
const frameSchema = z.object({
  headers: z.looseObject({ topic: z.string(), messageId: z.string() }),
  data: z.string(),
});
const callbackSchema = z.object({ outTrackId: z.string(), userId: z.string(), content: z.string() });

export interface Callback {
  outTrackId: string;
  userId: string;
  /** `params` of the press, with `form` for a submit. */
  params: Record<string, unknown>;
}

const contentSchema = z.object({ cardPrivateData: z.looseObject({ params: z.record(z.string(), z.unknown()) }) });

/** A bot of a few lines: acknowledges every message, answers callbacks with what it is told to, sends what it is told to. */
export async function connectSmallBot(url: string, answer: (callback: Callback) => object) {
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} ${reply.status} ${await reply.text()}`);
    return z.looseObject({}).parse(await reply.json());
  };
  const { clientId, clientSecret, robotCode } = APP;
  const subscriptions = TOPICS.map((topic) => ({ type: "CALLBACK", topic }));
  const opened = await post("/v1.0/gateway/connections/open", { clientId, clientSecret, ua: "", subscriptions });
  const { endpoint, ticket } = z.object({ endpoint: z.string(), ticket: z.string() }).parse(opened);
  const socket = new WebSocket(`${endpoint}?ticket=${ticket}`);
  const callbacks: Callback[] = [];

  socket.on("message", (raw) => {
    const { headers, data } = frameSchema.parse(JSON.parse(String(raw)));
    const acknowledge = (response: unknown) =>
      socket.send(
        JSON.stringify({
          code: 200,
          headers: { contentType: "application/json", messageId: headers.messageId },
          message: "OK",
          data: JSON.stringify({ response }),
        }),
      );
    if (headers.topic !== TOPICS[1]) return acknowledge(null);
    const { outTrackId, userId, content } = callbackSchema.parse(JSON.parse(data));
    const { params } = contentSchema.parse(JSON.parse(content)).cardPrivateData;
    const callback = { outTrackId, userId, params };
    callbacks.push(callback);
    acknowledge(answer(callback));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });

  const issued = await post("/v1.0/oauth2/accessToken", { appKey: clientId, appSecret: clientSecret });
  const token = { "x-acs-dingtalk-access-token": z.object({ accessToken: z.string() }).parse(issued).accessToken };
  return {
    callbacks,
    sendMarkdown: (userId: string, title: string, text: string) =>
      post(
        "/v1.0/robot/oToMessages/batchSend",
        { robotCode, userIds: [userId], msgKey: "sampleMarkdown", msgParam: JSON.stringify({ title, text }) },
        token,
      ),
    sendCard: (userId: string, outTrackId: string, cardParamMap: Record<string, string>) =>
      post(
        "/v1.0/card/instances/createAndDeliver",
        {
          cardTemplateId: BOARD,
          outTrackId,
          callbackType: "STREAM",
          userIdType: 1,
          cardData: { cardParamMap },
          openSpaceId: `dtv1.card//IM_ROBOT.${userId}`,
          imRobotOpenSpaceModel: { supportForward: false },
          imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode },
        },
        token,
      ),
    close: () => socket.close(),
  };
}

export type SmallBot = Awaited<ReturnType<typeof connectSmallBot>>;
