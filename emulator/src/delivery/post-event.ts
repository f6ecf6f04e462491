import type { FrameDraft } from "../gateway/frame.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { App } from "../world/records.ts";
import { type EventKeys, encryptEvent } from "./encrypt-event.ts";
import { eventReplyError } from "./event-reply.ts";
import type { HttpPusher } from "./http-pusher.ts";

/** Time limit for `check_url`. */
const CHECK_MS = 1_500;

const REPLY_ERRORS = {
  unreadable: "不是加密应答",
  signature: "签名不符",
  content: "解密后不是 success",
};

interface EventAddress {
  app: App;
  url: string;
  keys: EventKeys;
}

function addressOf(app: App): EventAddress | undefined {
  const { clientId, eventUrl, eventToken, eventAesKey } = app;
  if (eventUrl === undefined || eventToken === undefined || eventAesKey === undefined) return undefined;
  return { app, url: eventUrl, keys: { token: eventToken, aesKey: eventAesKey, owner: clientId } };
}

/** Posts an encrypted event. @returns whether the app accepted it; true for an app without an address */
export function postEvent(app: App, frame: FrameDraft, posting: PostEventDeps): Promise<boolean> {
  const address = addressOf(app);
  if (address === undefined) return Promise.resolve(true);
  const headers = frame.extraHeaders ?? {};
  const event = {
    ...JSON.parse(frame.data),
    EventType: headers.eventType,
    EventTime: Number(headers.eventBornTime),
    CorpId: headers.eventCorpId,
    BizId: headers.eventId,
    eventId: headers.eventId,
  };
  return postEncrypted(address, event, posting);
}

/** Checks that a new address can decrypt and answer events; a failure is only a warning. */
export async function checkEventUrl(app: App, deps: Omit<PostEventDeps, "timeoutMs">): Promise<void> {
  const address = addressOf(app);
  if (address === undefined) return;
  const isValid = await postEncrypted(address, { EventType: "check_url" }, { ...deps, timeoutMs: CHECK_MS });
  if (!isValid) deps.warnings.add("event.badUrl", `应用 ${app.clientId} 的事件地址未通过 check_url 验证`);
}

interface EventBody {
  EventType?: string | undefined;
  userId?: string | string[];
}

interface PostEventDeps {
  httpPusher: HttpPusher;
  warnings: Warnings;
  timeoutMs: number;
}

async function postEncrypted(
  { app, url, keys }: EventAddress,
  event: EventBody,
  posting: PostEventDeps,
): Promise<boolean> {
  const { httpPusher, warnings, timeoutMs } = posting;
  const { query, encrypt } = encryptEvent(JSON.stringify(event), keys);
  const separator = url.includes("?") ? "&" : "?";
  const reply = await httpPusher.post({
    app,
    url: `${url}${separator}${query}`,
    headers: {},
    body: JSON.stringify({ encrypt }),
    timeoutMs,
    topic: event.EventType ?? "event",
    userIds: [event.userId ?? []].flat(),
    readable: event,
  });
  if (reply === undefined) return false;
  const fault = eventReplyError(reply, keys);
  if (fault !== undefined)
    warnings.add("event.badReply", `应用 ${keys.owner} 对事件的应答有误：${REPLY_ERRORS[fault]}`);
  return fault === undefined;
}
