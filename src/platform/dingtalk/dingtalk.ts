import { topics } from "dingtalk-payloads";
import type { Clock } from "../../shared/clock.ts";
import type { Log } from "../../shared/log.ts";
import type { AskReaders, ChatGateway, FindByMobile, InboundHandler } from "../chat/ports.ts";
import { type Api, makeApi } from "./api/call.ts";
import { fetchToken } from "./api/fetch-token.ts";
import { makeTokens } from "./api/token.ts";
import { MEDIA_LIMIT_BYTES } from "./api/upload-media.ts";
import { makeAskReaders } from "./ask-readers.ts";
import { makeFindByMobile } from "./find-by-mobile.ts";
import { makeDingTalkGateway } from "./gateway.ts";
import { makeLimiter } from "./limiter.ts";
import type { CardSettings } from "./send/card-body.ts";
import type { Sql } from "./sql.ts";
import { makeDispatch } from "./stream/dispatch.ts";
import { makeStream, type Stream, type StreamState } from "./stream/supervise.ts";
import { makeUsage, type Usage } from "./usage.ts";

export interface DingTalkSettings {
  /** `https://api.dingtalk.com` or the address of an emulator; without a trailing slash, like the next. */
  apiBase: string;
  /** `https://oapi.dingtalk.com`. */
  oapiBase: string;
  clientId: string;
  clientSecret: string;
  robotCode: string;
  /** If left out, views are sent as markdown. */
  cardTemplateId?: string;
  cardCallback?: CardSettings["callback"];
  /** Hosts and domains that received files may be downloaded from, besides both gateways. */
  fileHosts?: readonly string[];
  /** Limit of calls per second to one API. */
  perSecond?: number;
  /** After this an answer to a press comes too late. Machine time. */
  cardAnswerMs?: number;
}

export interface DingTalkDeps {
  settings: DingTalkSettings;
  sql: Sql;
  /** Campaign time: decides the month that usage is counted in. */
  clock: Clock;
  log: Log;
}

/** The adapter, as the rest of the program uses it. */
export interface DingTalk {
  gateway: ChatGateway;
  usage: Usage;
  findByMobile: FindByMobile;
  askReaders: AskReaders;
  /** For calls outside the gateway: to-dos, receipts. */
  api: Api;
  /** Receives events over the stream, once started. */
  listen(handler: InboundHandler, onState?: (state: StreamState) => void): Stream;
}

const FILE_HOSTS = ["dingtalk.com"];

const subscriptions = [
  { type: "EVENT", topic: topics.event },
  { type: "CALLBACK", topic: topics.robotMessage },
  { type: "CALLBACK", topic: topics.cardCallback },
] as const;

export function makeDingTalk({ settings, sql, clock, log }: DingTalkDeps): DingTalk {
  const { apiBase, oapiBase, clientId, clientSecret, robotCode, cardTemplateId, perSecond, cardAnswerMs } = settings;
  const usage = makeUsage({ sql, clock, log });
  const limiter = makeLimiter(sql, perSecond === undefined ? {} : { perSecond });
  const tokens = makeTokens(() => fetchToken({ apiBase, clientId, clientSecret }));
  const api = makeApi({ apiBase, oapiBase, tokens, limiter, usage });
  const hosts = [...(settings.fileHosts ?? FILE_HOSTS), new URL(apiBase).host, new URL(oapiBase).host];
  const callback = settings.cardCallback ?? { type: "STREAM" };
  const gateway = makeDingTalkGateway({
    api,
    usage,
    robotCode,
    files: { hosts, maxBytes: MEDIA_LIMIT_BYTES },
    ...(cardTemplateId === undefined ? {} : { card: { templateId: cardTemplateId, callback } }),
  });
  return {
    gateway,
    usage,
    findByMobile: makeFindByMobile({ api, log }),
    askReaders: makeAskReaders({ api, robotCode, log }),
    api,
    listen: (handler, onState) =>
      makeStream({
        settings: { apiBase, clientId, clientSecret, subscriptions: [...subscriptions] },
        dispatch: makeDispatch({
          handler,
          log,
          countPush: usage.countPush,
          ...(cardAnswerMs === undefined ? {} : { cardAnswerMs }),
        }),
        log,
        ...(onState === undefined ? {} : { onState }),
      }),
  };
}
