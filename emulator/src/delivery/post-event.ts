import type { FrameDraft } from "../gateway/frame.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { App } from "../world/records.ts";
import { eventReplyFault } from "./event-reply.ts";
import type { Poster } from "./http-pusher.ts";
import { type EventKeys, sealEvent } from "./seal-event.ts";

/** How long an app has to answer when its address is set up. */
const CHECK_MS = 1_500;

const FAULTS = {
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

/** An event in its encrypted envelope. @returns whether the app took it; an app without an address misses nothing */
export function postEvent(app: App, frame: FrameDraft, posting: Posting): Promise<boolean> {
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
  return tell(address, event, posting);
}

/** Asks a newly named address whether it can open and answer events; one that cannot is only warned of. */
export async function checkEventUrl(app: App, deps: Omit<Posting, "withinMs">): Promise<void> {
  const address = addressOf(app);
  if (address === undefined) return;
  const isFit = await tell(address, { EventType: "check_url" }, { ...deps, withinMs: CHECK_MS });
  if (!isFit) deps.warnings.add("event.badUrl", `应用 ${app.clientId} 的事件地址未通过 check_url 验证`);
}

interface EventBody {
  EventType?: string | undefined;
  userId?: string | string[];
}

interface Posting {
  poster: Poster;
  warnings: Warnings;
  withinMs: number;
}

async function tell({ app, url, keys }: EventAddress, event: EventBody, posting: Posting): Promise<boolean> {
  const { poster, warnings, withinMs } = posting;
  const { query, encrypt } = sealEvent(JSON.stringify(event), keys);
  const separator = url.includes("?") ? "&" : "?";
  const reply = await poster.post({
    app,
    url: `${url}${separator}${query}`,
    headers: {},
    body: JSON.stringify({ encrypt }),
    withinMs,
    topic: event.EventType ?? "event",
    userIds: [event.userId ?? []].flat(),
    readable: event,
  });
  if (reply === undefined) return false;
  const fault = eventReplyFault(reply, keys);
  if (fault !== undefined) warnings.add("event.badReply", `应用 ${keys.owner} 对事件的应答有误：${FAULTS[fault]}`);
  return fault === undefined;
}
