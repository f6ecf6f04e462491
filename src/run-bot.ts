import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import cron from "node-cron";
import { loadCampaigns } from "./campaign/engine/start/load-campaigns.ts";
import { startAll } from "./campaign/engine/start/start-all.ts";
import { makeFollower } from "./clock-follower.ts";
import { type Bot, buildBot } from "./compose.ts";
import type { Config } from "./config.ts";
import { purgeBodies } from "./platform/chat/purge.ts";
import { makeDingTalk } from "./platform/dingtalk/dingtalk.ts";
import { httpCallbacks } from "./platform/dingtalk/http-callbacks.ts";
import { makeSealer } from "./platform/journal/sealer.ts";
import { openLog } from "./platform/log.ts";
import { stopServerIn } from "./platform/storage/embedded/embedded-server.ts";
import { openStorage, type Storage } from "./platform/storage/storage.ts";
import { buildApp } from "./platform/web/app.ts";
import { controlBaseOf, emulatedClockDoor, followClock, readClock } from "./platform/web/emulated-clock.ts";
import { makeMetrics } from "./platform/web/metrics.ts";
import { webPhrases } from "./platform/web/phrases.ts";
import { type Clock, standingClock, systemClock } from "./shared/clock.ts";
import { type Closing, makeClosing } from "./shared/closing.ts";
import type { Log } from "./shared/log.ts";
import { StartTrouble } from "./shared/start-trouble.ts";

export interface RunningBot {
  url: string;
  databasePid: number | undefined;
  stop(): Promise<void>;
}

export interface BotOptions {
  /** The embedded server, if it is being started already; waited for, and stopped with the bot. */
  early?: Promise<unknown> | undefined;
  /** Only benches raise the limit of calls. */
  callsPerSecond?: number;
}

/** Every 15 seconds the ledger is asked what is due. A missed tick changes nothing: the ledger decides. */
const TICK = "*/15 * * * * *";
/** At night, in the machine's own time zone: nothing of the campaign hangs on it. */
const PURGE = "0 3 * * *";
const STOP_WITHIN_MS = 10_000;

/**
 * Starts one bot process: storage, campaigns, platform, web.
 * @throws {StartTrouble} with one sentence and the way to mend it
 */
export async function runBot(config: Config, options: BotOptions = {}): Promise<RunningBot> {
  const closing = makeClosing();
  try {
    const { url, databasePid } = await openBot(config, options, closing);
    return { url, databasePid, stop: () => within(STOP_WITHIN_MS, closing.close) };
  } catch (error) {
    await within(STOP_WITHIN_MS, closing.close);
    throw error;
  }
}

async function openBot(config: Config, options: BotOptions, closing: Closing): Promise<Omit<RunningBot, "stop">> {
  const log = await openLog(config);
  const { early } = options;
  if (early) closing.add(() => early.then(() => stopServerIn(config.DATA_DIR)));
  const definitions = loadCampaigns(config.CAMPAIGN);
  // Whatever keeps it from starting is said by the storage, which tries again.
  await early?.catch(() => undefined);
  const storage = await openStorage({
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
    dataKey: config.DATA_KEY,
    demo: config.CLOCK_URL !== undefined,
  });
  closing.add(storage.close);
  const { database } = storage;
  const { clock, emulated } = await pickClock(config);
  const dingtalk = makeDingTalk({ settings: dingTalkSettings(config, options), sql: database, clock, log });
  closing.add(() => dingtalk.usage.stop());
  const sealer = makeSealer(database, log);
  closing.add(sealer.stop);
  const bot = await buildBot({
    ...storage,
    gateway: dingtalk.gateway,
    clock,
    log,
    instance: randomUUID(),
    campaignIds: definitions.map(({ definition }) => definition.campaign.id),
    readUsage: dingtalk.usage.readUsage,
    onWorked: sealer.soon,
  });
  closing.add(bot.chat.stop);
  const begin = () => startAll({ database, ...bot, kinds: bot.dueKinds, definitions, clock });
  await begin();
  const flush = () => dingtalk.usage.stop();
  const follower = makeFollower({ bot, clock: emulated, database, sealer, begin, flush });
  let connected = false;
  const app = await buildApp({
    log,
    health: {
      ready: async () => ({ database: await answers(storage), stream: connected }),
      metrics: makeMetrics(database),
    },
    doors: [
      httpCallbacks(callbackDoors(config, { handler: bot.chat.inbound, countPush: dingtalk.usage.countPush })),
      ...(emulated ? [emulatedClockDoor(follower)] : []),
    ],
  });
  closing.add(() => app.close());
  const url = await listen(app, config);
  await bot.start();
  const stream = dingtalk.listen(bot.chat.inbound, (state) => {
    connected = state === "connected";
  });
  closing.add(() => stream.stop());
  await stream.start();
  await bot.workOff(clock.now());
  const purge = cron.schedule(PURGE, () => void purgeBodies(database).catch(() => undefined));
  closing.add(() => purge.stop());
  closing.add(runClock({ bot, clock, emulated, config, url, log, moveTo: follower.moveTo }));
  return { url, databasePid: storage.pid };
}

function dingTalkSettings(config: Config, { callsPerSecond }: BotOptions) {
  return {
    apiBase: config.DINGTALK_API_BASE,
    oapiBase: config.DINGTALK_OAPI_BASE,
    clientId: config.DINGTALK_CLIENT_ID,
    clientSecret: config.DINGTALK_CLIENT_SECRET,
    robotCode: config.DINGTALK_ROBOT_CODE ?? config.DINGTALK_CLIENT_ID,
    ...(config.CARD_TEMPLATE_ID === undefined ? {} : { cardTemplateId: config.CARD_TEMPLATE_ID }),
    ...(config.CARD_CALLBACK_ROUTE === undefined
      ? {}
      : { cardCallback: { type: "HTTP" as const, routeKey: config.CARD_CALLBACK_ROUTE } }),
    ...(callsPerSecond === undefined ? {} : { perSecond: callsPerSecond }),
  };
}

function callbackDoors(config: Config, deps: Pick<Parameters<typeof httpCallbacks>[0], "handler" | "countPush">) {
  const { EVENT_TOKEN, EVENT_AES_KEY, CARD_CALLBACK_SECRET, DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET } = config;
  return {
    ...deps,
    robot: { appSecret: DINGTALK_CLIENT_SECRET },
    ...(CARD_CALLBACK_SECRET ? { card: { apiSecret: CARD_CALLBACK_SECRET } } : {}),
    ...(EVENT_TOKEN && EVENT_AES_KEY
      ? { events: { token: EVENT_TOKEN, aesKey: EVENT_AES_KEY, ownerKey: DINGTALK_CLIENT_ID } }
      : {}),
  };
}

type StandingClock = ReturnType<typeof standingClock>;

/** The emulator's clock where one is followed and stands still, the machine's otherwise. */
async function pickClock({ CLOCK_URL }: Config): Promise<{ clock: Clock; emulated: StandingClock | undefined }> {
  if (CLOCK_URL === undefined) return { clock: systemClock, emulated: undefined };
  const { now, frozen } = await readClock(CLOCK_URL);
  if (!frozen) return { clock: systemClock, emulated: undefined };
  const emulated = standingClock(now);
  return { clock: emulated, emulated };
}

function runClock(deps: {
  bot: Bot;
  clock: Clock;
  emulated: StandingClock | undefined;
  config: Config;
  url: string;
  log: Log;
  moveTo(now: Date): Promise<unknown>;
}): () => void {
  const { bot, clock, emulated, config, url, log } = deps;
  const failed = (error: unknown) => log.error({ error: String(error) }, "working off what is due failed; tried again");
  if (!emulated || config.CLOCK_URL === undefined) {
    const tick = cron.schedule(TICK, () => void bot.workOff(clock.now()).catch(failed));
    return () => void tick.stop();
  }
  const { CLOCK_URL: clockUrl } = config;
  const onMoved = (now: Date) => void deps.moveTo(now).catch(failed);
  return followClock({ clockUrl, controlBase: controlBaseOf(url), clock: emulated, log, onMoved });
}

async function listen(app: FastifyInstance, { PORT, HOST }: Config): Promise<string> {
  try {
    return await app.listen({ port: PORT, host: HOST });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EADDRINUSE") throw new StartTrouble(webPhrases.portInUse(PORT), { cause });
    if (code !== "") throw new StartTrouble(webPhrases.cannotListen(HOST, PORT, code), { cause });
    throw cause;
  }
}

const answers = ({ database }: Storage): Promise<boolean> =>
  database.query("select 1", []).then(
    () => true,
    () => false,
  );

async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, ms).unref());
  await Promise.race([work(), late]);
}
