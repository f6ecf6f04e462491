import type { FrameDraft } from "../gateway/frame.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { App } from "../world/records.ts";
import { eventReplyFault } from "./event-reply.ts";
import { post } from "./post-json.ts";
import { type EventKeys, sealEvent } from "./seal-event.ts";

/** How long an app has to answer when its address is set up. */
const CHECK_MS = 1_500;

const FAULTS = {
  unreadable: "不是加密应答",
  signature: "签名不符",
  content: "解密后不是 success",
};

interface EventAddress {
  url: string;
  keys: EventKeys;
}

function addressOf({ clientId, eventUrl, eventToken, eventAesKey }: App): EventAddress | undefined {
  if (eventUrl === undefined || eventToken === undefined || eventAesKey === undefined) return undefined;
  return { url: eventUrl, keys: { token: eventToken, aesKey: eventAesKey, owner: clientId } };
}

/** An event in its encrypted envelope. @returns whether the app took it; an app without an address misses nothing */
export function postEvent(app: App, frame: FrameDraft, { warnings, withinMs }: Posting): Promise<boolean> {
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
  return tell(address, event, { warnings, withinMs });
}

/** Asks a newly named address whether it can open and answer events; one that cannot is only warned of. */
export async function checkEventUrl(app: App, warnings: Warnings): Promise<void> {
  const address = addressOf(app);
  if (address === undefined) return;
  const isFit = await tell(address, { EventType: "check_url" }, { warnings, withinMs: CHECK_MS });
  if (!isFit) warnings.add("event.badUrl", `应用 ${app.clientId} 的事件地址未通过 check_url 验证`);
}

interface Posting {
  warnings: Warnings;
  withinMs: number;
}

async function tell({ url, keys }: EventAddress, event: object, { warnings, withinMs }: Posting): Promise<boolean> {
  const { query, encrypt } = sealEvent(JSON.stringify(event), keys);
  const separator = url.includes("?") ? "&" : "?";
  const reply = await post({
    url: `${url}${separator}${query}`,
    headers: {},
    body: JSON.stringify({ encrypt }),
    withinMs,
  });
  if (reply === undefined) return false;
  const fault = eventReplyFault(reply, keys);
  if (fault !== undefined) warnings.add("event.badReply", `应用 ${keys.owner} 对事件的应答有误：${FAULTS[fault]}`);
  return fault === undefined;
}
