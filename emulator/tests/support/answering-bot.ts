import WebSocket from "ws";
import { z } from "zod";

/** The template that the bot's cards are drawn with. */
export const BOARD = "00000000-0000-0000-0000-0000000000aa.schema";
export const BOARD_FILE = "cards/board.json";

const TOPICS = ["/v1.0/im/bot/messages/get", "/v1.0/card/instances/callback"];
const frameSchema = z.object({
  headers: z.looseObject({ topic: z.string(), messageId: z.string() }),
  data: z.string(),
});
const messageSchema = z.looseObject({
  conversationType: z.string(),
  senderStaffId: z.string(),
  sessionWebhook: z.string(),
  msgtype: z.string(),
  text: z.object({ content: z.string() }).optional(),
  content: z.looseObject({ fileName: z.string().optional() }).optional(),
});
const callbackSchema = z.object({ outTrackId: z.string(), userId: z.string(), content: z.string() });
const contentSchema = z.object({ cardPrivateData: z.looseObject({ params: z.record(z.string(), z.unknown()) }) });

type Environment = Readonly<Record<string, string>>;
type Post = (url: string, body: object) => Promise<unknown>;
type Said = z.output<typeof messageSchema>;

/**
 * A bot of a few lines on an emulator's environment. 帮助 brings two links; 申报 a card with a form, then one with the
 * button 提交; a file is named; anything else is repeated. In a group it calls the sender by @.
 * @returns how to disconnect it
 */
export async function answeringBot(env: Environment): Promise<() => void> {
  const { DINGTALK_API_BASE: base, DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = env;
  const opened = await postJson(`${base}/v1.0/gateway/connections/open`, {
    ...{ clientId, clientSecret, ua: "" },
    subscriptions: TOPICS.map((topic) => ({ type: "CALLBACK", topic })),
  });
  const { endpoint, ticket } = z.object({ endpoint: z.string(), ticket: z.string() }).parse(opened);
  const issued = await postJson(`${base}/v1.0/oauth2/accessToken`, { appKey: clientId, appSecret: clientSecret });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(issued);
  const post: Post = (url, body) => postJson(url, body, { "x-acs-dingtalk-access-token": accessToken });
  let cards = 0;
  const socket = new WebSocket(`${endpoint}?ticket=${ticket}`);
  socket.on("message", async (raw) => {
    const { headers, data } = frameSchema.parse(JSON.parse(String(raw)));
    let response: unknown = null;
    if (headers.topic === TOPICS[1]) response = answerCallback(JSON.parse(data));
    else if (headers.topic === TOPICS[0]) {
      cards += 1;
      await answerMessage(messageSchema.parse(JSON.parse(data)), { env, post, outTrackId: `card-${cards}` });
    }
    const answer = { code: 200, message: "OK", data: JSON.stringify({ response }) };
    const { messageId } = headers;
    socket.send(JSON.stringify({ ...answer, headers: { contentType: "application/json", messageId } }));
  });
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return () => socket.close();
}

const LINKS = ["申报", "进度"].map((word) => `[${word}](dtmd://dingtalkclient/sendMessage?content=${word})`).join(" ");

async function answerMessage(
  said: Said,
  { env, post, outTrackId }: { env: Environment; post: Post; outTrackId: string },
) {
  const words = said.text?.content.trim() ?? "";
  const inGroup = said.conversationType === "2";
  if (words === "申报" && !inGroup) return sendCard(post, env, { outTrackId, userId: said.senderStaffId });
  const file = said.content?.fileName;
  const heard = file === undefined ? `收到：${words}` : `收到文件：${file}`;
  const text = words === "帮助" ? `您可以这样说\n\n${LINKS}` : `${heard}${inGroup ? ` @${said.senderStaffId}` : ""}`;
  return post(said.sessionWebhook, { msgtype: "markdown", markdown: { title: "答复", text } });
}

const sendCard = (post: Post, env: Environment, { outTrackId, userId }: { outTrackId: string; userId: string }) =>
  post(`${env.DINGTALK_API_BASE}/v1.0/card/instances/createAndDeliver`, {
    cardTemplateId: BOARD,
    outTrackId,
    callbackType: "STREAM",
    userIdType: 1,
    cardData: { cardParamMap: boardParams(FORM) },
    openSpaceId: `dtv1.card//IM_ROBOT.${userId}`,
    imRobotOpenSpaceModel: { supportForward: false },
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode: env.DINGTALK_ROBOT_CODE },
  });

/** The form leads to the review, 提交 to the end. */
function answerCallback(data: unknown): object {
  const { content } = callbackSchema.parse(data);
  const { params } = contentSchema.parse(JSON.parse(content)).cardPrivateData;
  const { compoundName } = z.looseObject({ compoundName: z.string().optional() }).parse(params.form ?? {});
  const next = compoundName === undefined ? DONE : reviewOf(compoundName);
  const toast = compoundName === undefined ? "已提交。" : "已保存。";
  return {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    cardData: { cardParamMap: boardParams(next) },
    userPrivateData: { cardParamMap: { toast } },
  };
}

/** What changes on the board; the template hides every part whose variable is empty. */
interface BoardContent {
  title: string;
  text?: string;
  form?: { formId: string; action: string; submitLabel: string; fields: readonly object[] };
  button?: { label: string; action: string };
}

/** The variables of the template `cards/board.json`, which takes strings only. */
const boardParams = ({ title, text = "", form, button }: BoardContent): Record<string, string> => ({
  title,
  text1: text,
  form: JSON.stringify({ fields: form?.fields ?? [] }),
  formId: form?.formId ?? "",
  formButton: form?.submitLabel ?? "",
  formStatus: "normal",
  formAction: form?.action ?? "",
  button1: button?.label ?? "",
  button1Color: "blue",
  button1Status: "normal",
  button1Action: button?.action ?? "",
});

const KINDS = [
  { value: "residential", text: "住宅" },
  { value: "mixed", text: "商住混合" },
];

const FORM: BoardContent = {
  title: "申报小区",
  form: {
    formId: "application",
    action: "application.save",
    submitLabel: "保存",
    fields: [
      { name: "compoundName", label: "小区名称", type: "TEXT", required: true },
      { name: "kind", label: "房屋类型", type: "SELECT", options: KINDS },
    ],
  },
};

const reviewOf = (name: string): BoardContent => ({
  title: `${name}申报表`,
  text: "请核对后提交。",
  button: { label: "提交", action: "application.submit" },
});

const DONE: BoardContent = { title: "申报已提交", text: "已于当日收到。" };

async function postJson(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const reply = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${url} ${reply.status} ${await reply.text()}`);
  return reply.json();
}
