import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { isRecord, textAt, textsAt, valueAt } from "./json.ts";
import { CARD_TOPIC, kindOf, MESSAGE_TOPIC, pushPayload, topicOf } from "./kind.ts";

/** What the emulator writes instead of secrets. */
const REDACTED = "***";

/**
 * A shell command that repeats the entry on the emulator at `origin`: a call of the bot, or the user action behind a
 * push. Secrets become variables; those that the emulator hands out are fetched.
 * @returns undefined for what cannot be repeated: acknowledgements, files, bodies that were too large to record
 */
export function curlOf(entry: TrafficEntry, origin: string): string | undefined {
  const kind = kindOf(entry);
  if (kind === "ack") return undefined;
  const command = kind === "call" ? callCommand(entry) : userActionCommand(entry);
  if (command === undefined) return undefined;
  const lines = [`EMULATOR=${quoted(origin)}`, ...variablesFor(command), command];
  return `${lines.join("\n")}\n`;
}

const VARIABLES: readonly { name: string; lines: readonly string[] }[] = [
  {
    name: "TOKEN",
    lines: [
      fetchedVariable("CLIENT_ID", "DINGTALK_CLIENT_ID"),
      fetchedVariable("CLIENT_SECRET", "DINGTALK_CLIENT_SECRET"),
      tokenLine(),
    ],
  },
  { name: "CLIENT_SECRET", lines: [fetchedVariable("CLIENT_SECRET", "DINGTALK_CLIENT_SECRET")] },
  { name: "SESSION", lines: [requiredVariable("SESSION", "机器人消息 sessionWebhook 中的 session")] },
  { name: "ROBOT_TOKEN", lines: [requiredVariable("ROBOT_TOKEN", "自定义机器人地址中的 access_token")] },
  { name: "TRACK", lines: [`TRACK="again-$(date +%s)"`] },
  { name: "API_SECRET", lines: [requiredVariable("API_SECRET", "登记回调时的 apiSecret")] },
  { name: "TICKET", lines: [requiredVariable("TICKET", "登记长连接得到的 ticket")] },
];

const variablesFor = (command: string): string[] =>
  VARIABLES.filter(({ name }) => command.includes(`$${name}`)).flatMap(({ lines }) => lines);

/** Read from the environment if it is set there, otherwise from what the emulator gives to bots. */
function fetchedVariable(name: string, key: string): string {
  return `${name}="\${${name}:-$(curl -sS "$EMULATOR/_emulator/env" | sed -E 's/.*"${key}":"([^"]*)".*/\\1/')}"`;
}

function requiredVariable(name: string, meaning: string): string {
  return `: "\${${name}:?请先设置 ${name}：${meaning}}"`;
}

function tokenLine(): string {
  const body = `"{\\"appKey\\":\\"$CLIENT_ID\\",\\"appSecret\\":\\"$CLIENT_SECRET\\"}"`;
  const request = `curl -sS "$EMULATOR/v1.0/oauth2/accessToken" -H 'content-type: application/json' -d ${body}`;
  return `TOKEN=$(${request} | sed -E 's/.*"accessToken":"([^"]*)".*/\\1/')`;
}

/** The new gateway takes the token in a header; the old one in the address, where it is already. */
const WITH_TOKEN = /^\S+ \/v1\.0\/(?!oauth2\/(?!jsapiTickets)|gateway)/;

function callCommand({ name, request }: TrafficEntry): string | undefined {
  const [method = "GET"] = name.split(" ");
  const body = valueAt(request, "body");
  if (isRecord(body) && Object.keys(body).join() === "bytes") return undefined;
  if (name === "POST /media/upload") return undefined;
  const variableOf = name === "POST /robot/send" ? { access_token: "ROBOT_TOKEN" } : VARIABLE_OF;
  // An outTrackId cannot be used twice.
  const again = CREATES_CARD.test(name) && isRecord(body) ? { ...body, outTrackId: REDACTED } : body;
  return [
    `curl -sS -X ${method} "$EMULATOR"${withVariables(textAt(request, "url"), variableOf)}`,
    ...(WITH_TOKEN.test(name) ? [`-H "x-acs-dingtalk-access-token: $TOKEN"`] : []),
    ...(again === undefined ? [] : [JSON_HEADER, `-d ${withVariables(JSON.stringify(again), variableOf)}`]),
  ].join(CONTINUED);
}

const CREATES_CARD = /^POST \/v1\.0\/card\/instances(\/createAndDeliver)?$/;
const JSON_HEADER = "-H 'content-type: application/json'";
const CONTINUED = " \\\n  ";

/** Repeats the user action behind a push: sends the text, or presses with the same parameters. */
function userActionCommand(push: TrafficEntry): string | undefined {
  const data = pushPayload(push);
  const topic = topicOf(push);
  const act = topic === MESSAGE_TOPIC ? sayActionOf(data) : topic === CARD_TOPIC ? pressActionOf(data) : undefined;
  if (act === undefined) return undefined;
  const path = `/_emulator/users/${encodeURIComponent(act.userId)}/${act.verb}`;
  return [`curl -sS -X POST "$EMULATOR"${quoted(path)}`, JSON_HEADER, `-d ${quoted(JSON.stringify(act.body))}`].join(
    CONTINUED,
  );
}

function sayActionOf(data: unknown) {
  if (textAt(data, "msgtype") !== "text") return undefined;
  // In a group the text starts with the space left by the mention; saying it adds the space again.
  const words = textAt(data, "text", "content");
  const text = textAt(data, "conversationType") === "2" ? words.replace(/^ /, "") : words;
  const conversationId = textAt(data, "conversationId");
  return { userId: textAt(data, "senderStaffId"), verb: "say", body: { conversationId, text } };
}

/** Exactly what the client sent: `callback` accepts it even when the card has changed since. */
function pressActionOf(data: unknown) {
  const press = valueAt(data, "content", "cardPrivateData");
  const params = valueAt(press, "params");
  return {
    userId: textAt(data, "userId"),
    verb: "callback",
    body: { outTrackId: textAt(data, "outTrackId"), actionIds: textsAt(press, "actionIds"), params: params ?? {} },
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The variable for a redacted value, by the name of its field or query parameter. */
const VARIABLE_OF: Readonly<Record<string, string>> = {
  access_token: "TOKEN",
  accessToken: "TOKEN",
  session: "SESSION",
  ticket: "TICKET",
  apiSecret: "API_SECRET",
  outTrackId: "TRACK",
  appSecret: "CLIENT_SECRET",
  appsecret: "CLIENT_SECRET",
  clientSecret: "CLIENT_SECRET",
  client_secret: "CLIENT_SECRET",
};

/** In single quotes, with redacted values as variables between them; other asterisks are literal. */
function withVariables(text: string, variableOf: Readonly<Record<string, string>>): string {
  const [first = "", ...rest] = text.split(REDACTED);
  return rest.reduce((written, part) => {
    const field = /(\w+)(?:=|\\*"\s*:\s*\\*")$/.exec(written.slice(0, -1))?.[1] ?? "";
    const variable = variableOf[field];
    return variable === undefined
      ? `${written.slice(0, -1)}${REDACTED}${quoted(part).slice(1)}`
      : `${written}"$${variable}"${quoted(part)}`;
  }, quoted(first));
}
