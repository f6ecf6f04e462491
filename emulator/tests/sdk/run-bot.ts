import type { AxiosStatic } from "axios";
import type * as Sdk from "dingtalk-stream";

interface Loaded {
  sdk: Pick<typeof Sdk, "DWClient" | "EventAck" | "TOPIC_CARD" | "TOPIC_ROBOT">;
  axios: AxiosStatic;
}

interface Message {
  senderStaffId: string;
  sessionWebhook: string;
  text: { content: string };
}

const CREATE = "https://api.dingtalk.com/v1.0/card/instances/createAndDeliver";

/**
 * A bot as anybody writes it against DingTalk itself: it names DingTalk's addresses and knows of no emulator. It
 * echoes what it hears, sends a card and changes it when it is pressed.
 */
export async function runBot({ sdk, axios }: Loaded): Promise<void> {
  const { CLIENT_ID: clientId = "", CLIENT_SECRET: clientSecret = "", TEMPLATE_ID: cardTemplateId } = process.env;
  const client = new sdk.DWClient({ clientId, clientSecret });
  client.registerCallbackListener(sdk.TOPIC_ROBOT, async ({ headers: { messageId }, data }) => {
    client.socketCallBackResponse(messageId, {});
    const message: Message = JSON.parse(data);
    await axios.post(message.sessionWebhook, { msgtype: "text", text: { content: `听到：${message.text.content}` } });
    const token = String(await client.getAccessToken());
    const card = {
      cardTemplateId,
      outTrackId: "card-1",
      callbackType: "STREAM",
      cardData: { cardParamMap: { title: "请确认", buttonStatus: "normal" } },
      openSpaceId: `dtv1.card//IM_ROBOT.${message.senderStaffId}`,
      imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
    };
    await axios.post(CREATE, card, { headers: { "x-acs-dingtalk-access-token": token } });
  });
  client.registerCallbackListener(sdk.TOPIC_CARD, ({ headers: { messageId } }) => {
    const cardData = { cardParamMap: { title: "已确认" } };
    client.socketCallBackResponse(messageId, { cardUpdateOptions: { updateCardDataByKey: true }, cardData });
  });
  client.registerAllEventListener(() => ({ status: sdk.EventAck.SUCCESS }));
  await client.connect();
}
