import { APP } from "./seed.ts";

interface Call {
  /** Default POST. */
  method?: "POST" | "PUT";
  path: string;
  body: object;
}

/** One call of the small bot's app on the platform. @throws when it is refused */
export async function robotCall(url: string, call: Call): Promise<unknown> {
  const { clientId: appKey, clientSecret: appSecret } = APP;
  const send = async ({ method = "POST", path, body }: Call, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const { accessToken } = await send({ path: "/v1.0/oauth2/accessToken", body: { appKey, appSecret } });
  return send(call, { "x-acs-dingtalk-access-token": accessToken });
}

/** Markdown from the bot into a group. */
export const sendToGroup = (url: string, openConversationId: string, text: string): Promise<unknown> =>
  robotCall(url, {
    path: "/v1.0/robot/groupMessages/send",
    body: {
      robotCode: APP.robotCode,
      openConversationId,
      msgKey: "sampleMarkdown",
      msgParam: JSON.stringify({ title: "通知", text }),
    },
  });
