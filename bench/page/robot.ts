import { z } from "zod";
import type { View } from "../../src/platform/chat/view.ts";
import { toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import { APP, TEMPLATE } from "./crowd.ts";

/** What a robot sends in this bench: to one person, or into a group. */
export interface Robot {
  markdown(to: Receiver, title: string, text: string): Promise<void>;
  file(to: Receiver, fileName: string, mediaId: string): Promise<void>;
  card(to: Receiver, outTrackId: string, view: View): Promise<void>;
  upload(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

export type Receiver = { userId: string } | { groupId: string };

const tokenSchema = z.object({ accessToken: z.string() });
const mediaSchema = z.object({ media_id: z.string() });

export async function openRobot(url: string): Promise<Robot> {
  const { robotCode } = APP;
  const { accessToken } = tokenSchema.parse(
    await post(`${url}/v1.0/oauth2/accessToken`, { appKey: APP.clientId, appSecret: APP.clientSecret }),
  );
  const call = (path: string, body: object) => post(`${url}${path}`, body, accessToken);

  async function send(to: Receiver, msgKey: string, param: object): Promise<void> {
    const message = { robotCode, msgKey, msgParam: JSON.stringify(param) };
    if ("userId" in to) await call("/v1.0/robot/oToMessages/batchSend", { ...message, userIds: [to.userId] });
    else await call("/v1.0/robot/groupMessages/send", { ...message, openConversationId: to.groupId });
  }

  return {
    markdown: (to, title, text) => send(to, "sampleMarkdown", { title, text }),
    file: (to, fileName, mediaId) => send(to, "sampleFile", { mediaId, fileName, fileType: "xlsx" }),
    card: async (to, outTrackId, view) => {
      const card = { cardTemplateId: TEMPLATE, outTrackId, callbackType: "STREAM", userIdType: 1 };
      const cardData = { cardParamMap: toCardParams(view, 1) };
      await call("/v1.0/card/instances/createAndDeliver", { ...card, cardData, ...spaceOf(to) });
    },
    upload: async (fileName, bytes) => {
      const form = new FormData();
      form.append("media", new Blob([bytes]), fileName);
      const reply = await fetch(`${url}/media/upload?type=file&access_token=${accessToken}`, {
        method: "POST",
        body: form,
      });
      return mediaSchema.parse(await reply.json()).media_id;
    },
  };
}

function spaceOf(to: Receiver): object {
  const { robotCode } = APP;
  if ("userId" in to)
    return {
      openSpaceId: `dtv1.card//IM_ROBOT.${to.userId}`,
      imRobotOpenSpaceModel: { supportForward: false },
      imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode },
    };
  return {
    openSpaceId: `dtv1.card//IM_GROUP.${to.groupId}`,
    imGroupOpenSpaceModel: { supportForward: false },
    imGroupOpenDeliverModel: { robotCode },
  };
}

async function post(address: string, body: object, token?: string): Promise<unknown> {
  const headers = { "content-type": "application/json", ...(token && { "x-acs-dingtalk-access-token": token }) };
  const reply = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${address}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
