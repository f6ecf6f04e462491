import cron from "node-cron";
import { type AllowanceWatch, watchAllowance } from "./campaign/administration/usage/allowance.ts";
import type { Cost } from "./campaign/administration/usage/costs.ts";
import { FREE_EDITION } from "./campaign/administration/usage/quota.ts";
import { makeArchiveJobs } from "./campaign/archive/jobs.ts";
import { openCampaigns } from "./campaign/engine/campaigns.ts";
import { makeDispatcher } from "./campaign/engine/dispatch/dispatch.ts";
import { purgeOfferedFiles } from "./campaign/engine/dispatch/offered-files.ts";
import type { Services } from "./campaign/engine/make-context.ts";
import { makeRegistry } from "./campaign/engine/registry.ts";
import { rehearse } from "./campaign/engine/schedule/rehearse.ts";
import { makeRunDue, type RunDue } from "./campaign/engine/schedule/run-due.ts";
import { settleAfterRestore } from "./campaign/engine/start/after-restore.ts";
import { tellNoBackup } from "./campaign/engine/start/failed-backup.ts";
import { loadCampaigns } from "./campaign/engine/start/load-campaigns.ts";
import { tellParked } from "./campaign/engine/start/parked-event.ts";
import { startPhrases } from "./campaign/engine/start/phrases.ts";
import { startAll } from "./campaign/engine/start/start-all.ts";
import { makeEvidenceJobs } from "./campaign/evidence/jobs.ts";
import { features, type ReadUsage } from "./campaign/features.ts";
import { makeClockFollower } from "./campaign/overview/clock-follower.ts";
import { readOwedPage } from "./campaign/reminder/to-do/read-page.ts";
import { rulingsOverTime } from "./campaign/ruling/store.ts";
import type { Config } from "./config.ts";
import { callbackSettings, dingTalkSettings, patience } from "./dingtalk-settings.ts";
import { backUpNightly } from "./platform/backup/nightly.ts";
import { type ChatCore, makeChatCore } from "./platform/chat/chat.ts";
import { makeDialogues } from "./platform/chat/dialogue.ts";
import type { AskReaders, ChatGateway, FindByMobile } from "./platform/chat/ports.ts";
import { purgeBodies } from "./platform/chat/purge.ts";
import { makeDrafts } from "./platform/conversation/drafts.ts";
import { makeDingTalk } from "./platform/dingtalk/dingtalk.ts";
import { httpCallbacks } from "./platform/dingtalk/http-callbacks.ts";
import { makeOpenFile } from "./platform/documents/open/open-file.ts";
import { findOffice, type OfficeProgram } from "./platform/documents/pdf/office.ts";
import { makeLookBack } from "./platform/journal/look-back.ts";
import { makePersonalValues } from "./platform/journal/personal-value.ts";
import { makeSealer } from "./platform/journal/sealer.ts";
import { openLog } from "./platform/log.ts";
import { stopServerIn } from "./platform/storage/embedded/embedded-server.ts";
import { openStorage, type Storage } from "./platform/storage/storage.ts";
import { buildWebServer } from "./platform/web/app.ts";
import { controlBaseOf, emulatedClockRoutes, followClock, readClock } from "./platform/web/emulated-clock.ts";
import { listen } from "./platform/web/listen.ts";
import { makeMetrics } from "./platform/web/metrics.ts";
import { owedPage } from "./platform/web/owed-page.ts";
import { respondsInTime } from "./platform/web/responds-in-time.ts";
import { makeSignedLinks } from "./platform/web/signed-link.ts";
import { type Background, together } from "./shared/background.ts";
import { type Clock, manualClock, systemClock } from "./shared/clock.ts";
import { type Closing, makeClosing } from "./shared/closing.ts";
import type { Log } from "./shared/log.ts";

export interface RunningBot {
  url: string;
  databasePid: number | undefined;
  log: Log;
  stop(): Promise<void>;
}

export interface BotOptions {
  /** Embedded server already starting; awaited, and stopped with the bot. */
  early?: Promise<unknown> | undefined;
}

/** Interval of schedule checks. A missed tick has no effect: the next one runs everything due. */
const TICK = "*/15 * * * * *";
/** Machine time, like the age limit of message bodies. */
const PURGE = "0 3 * * *";
/** Machine time. Files that were dropped and put nowhere. */
const PURGE_FILES = "0 * * * *";
const STOP_WITHIN_MS = 10_000;
/** Received files opened at a time, each in a thread of its own. */
const FILES_AT_ONCE = 2;

/**
 * Starts the bot process: storage, campaigns, platform, web.
 * @throws {StartError} with one sentence and the remedy
 */
export async function runBot(config: Config, options: BotOptions = {}): Promise<RunningBot> {
  const closing = makeClosing();
  try {
    const { url, databasePid, log } = await openBot(config, options, closing);
    return { url, databasePid, log, stop: () => within(STOP_WITHIN_MS, closing.close) };
  } catch (error) {
    await within(STOP_WITHIN_MS, closing.close);
    throw error;
  }
}

async function openBot(config: Config, { early }: BotOptions, closing: Closing): Promise<Omit<RunningBot, "stop">> {
  const log = await openLog(config);
  if (early) closing.add(() => early.then(() => stopServerIn(config.DATA_DIR)));
  const loaded = loadCampaigns(config.CAMPAIGN);
  for (const { folder, lines } of loaded.broken) console.error(startPhrases.leftOut(folder, lines));
  for (const { id, year } of loaded.found.map(({ definition }) => definition.campaign))
    if (year.mark === "ours") console.error(startPhrases.yearIsOurs(id, year.value));
  // `openStorage` retries and reports the error.
  await early?.catch(() => undefined);
  const storage = await openStorage({
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
    dataKey: config.DATA_KEY,
    log,
    demo: config.CLOCK_URL !== undefined,
  });
  closing.add(storage.close);
  const { database } = storage;
  const { clock, emulated } = await pickClock(config);
  const dingtalk = makeDingTalk({ settings: dingTalkSettings(config), sql: database, clock, log });
  closing.add(() => dingtalk.usage.stop());
  const sealer = makeSealer(database, log);
  closing.add(sealer.stop);
  const campaignIds = loaded.found.map(({ definition }) => definition.campaign.id);
  const brokenFolders = loaded.broken.map(({ folder }) => folder);
  const { gateway, usage, findByMobile, askReaders } = dingtalk;
  const served = { campaignIds, brokenFolders, ...patience(config) };
  const links = config.PUBLIC_URL === undefined ? undefined : makeSignedLinks(config.PUBLIC_URL, storage.encryption);
  const outside = { gateway, usage, findByMobile, askReaders, linkTo: links?.linkTo, hasDing: config.DING === "on" };
  const office = await findOffice(config.OFFICE_PROGRAM, config.searchPath);
  const allowance = { apiCalls: config.MONTHLY_API_CALLS, pushes: config.MONTHLY_PUSHES };
  const bot = await composeBot({ storage, clock, log, office, allowance, ...outside, ...served });
  const { chat, services, background, monthly } = bot;
  closing.add(chat.stop);
  closing.add(background.stop);
  // A move of an emulated clock is over once its work is; the machine's goes on while an archive is made.
  const settle = emulated ? background.run : async () => background.soon();
  const runDue: RunDue = async (now) => {
    await monthly.look();
    return bot.runDue(now).finally(settle);
  };
  const begin = () => startAll({ database, services, loaded, clock });
  await begin();
  for (const id of services.campaigns.unreadable().keys()) console.error(startPhrases.unreadable(id));
  const follower = makeClockFollower({
    services,
    runDue,
    // The chat first: busy, it knows so without the database. Work in the background may have just sent something: again.
    isIdle: async () => (await chat.isIdle()) && (await background.isIdle()) && (await chat.isIdle()),
    clock: emulated,
    database,
    sealer,
    begin,
    flush: () => usage.stop(),
  });
  let connected = false;
  const databaseResponds = respondsInTime(() => database.query("select 1", []));
  const app = await buildWebServer({
    log,
    health: {
      ready: async () => ({ database: await databaseResponds(), stream: connected }),
      metrics: makeMetrics(database),
    },
    routes: [
      httpCallbacks(callbackSettings(config, { handler: chat.inbound, countPush: usage.countPush })),
      ...(emulated ? [emulatedClockRoutes(follower)] : []),
      ...(links ? [owedPage((token) => readOwedPage({ database, services, links, now: clock.now() }, token))] : []),
    ],
  });
  closing.add(() => app.close());
  // Before anybody can say anything.
  await settleAfterRestore({ database, services, clock, log, runDue });
  const url = await listen(app, { port: config.PORT, host: config.HOST });
  await chat.start(makeDispatcher(services, clock));
  await background.start();
  const stream = dingtalk.listen(chat.inbound, (state) => {
    connected = state === "connected";
  });
  closing.add(() => stream.stop());
  await stream.start();
  await bot.runDue(clock.now());
  const purge = cron.schedule(PURGE, () => void purgeBodies(database).catch(() => undefined));
  closing.add(() => purge.stop());
  const purgeFiles = () => purgeOfferedFiles(database, services, clock.now());
  const hourly = cron.schedule(PURGE_FILES, () => void purgeFiles().catch(() => undefined));
  closing.add(() => hourly.stop());
  closing.add(backUpNightly(config, { log, onFailure: (night) => tellNoBackup({ database, services, clock }, night) }));
  closing.add(runClock({ follower, emulated, config, url, log }));
  return { url, databasePid: storage.pid, log };
}

export interface ComposeDeps {
  storage: Pick<Storage, "database" | "encryption" | "files" | "archives">;
  gateway: ChatGateway;
  clock: Clock;
  log: Log;
  campaignIds: readonly string[];
  /** Unreadable folders; their started campaigns continue with the pinned definition. */
  brokenFolders?: readonly string[];
  usage: { readUsage: ReadUsage };
  /** What the platform grants a month; the free edition's unless given. */
  allowance?: Cost;
  findByMobile: FindByMobile;
  askReaders: AskReaders;
  linkTo?: ((about: object) => string) | undefined;
  hasDing?: boolean;
  cardAnswerMs?: number;
  /** Undefined: archives get no PDF. */
  office?: OfficeProgram | undefined;
}

/** Wires everything between the platform's entrances and the database, without starting it. */
export async function composeBot(deps: ComposeDeps): Promise<{
  chat: ChatCore;
  services: Services;
  runDue: RunDue;
  background: Background;
  monthly: AllowanceWatch;
}> {
  const { storage, log, usage, clock, allowance = FREE_EDITION } = deps;
  const { database, encryption, files } = storage;
  const openFile = makeOpenFile(FILES_AT_ONCE);
  const redrawsFrom = () => monthly.redrawsFrom();
  const chat = makeChatCore({
    ...{ ...deps, ...storage, openFile, instance: database.session, redrawsFrom },
    onParked: (tx, parked) => tellParked(tx, { services, clock }, parked),
  });
  const registry = makeRegistry(features({ readUsage: usage.readUsage, allowance }));
  const services: Services = {
    registry,
    campaigns: await openCampaigns(database, deps.campaignIds, deps.brokenFolders),
    outbox: chat.outbox,
    cards: chat.cards,
    dialogues: makeDialogues(encryption),
    drafts: makeDrafts(encryption),
    personal: makePersonalValues(encryption),
    files,
    afterCommit: database.afterCommit,
    findByMobile: deps.findByMobile,
    lookBack: makeLookBack(database, registry.journal),
    askReaders: deps.askReaders,
    ...(deps.linkTo ? { linkTo: deps.linkTo } : {}),
    ...(deps.hasDing ? { hasDing: true } : {}),
    rehearse: (tx, when, work) => rehearse(tx, when, services, work),
    readRulings: rulingsOverTime,
  };
  const monthly = watchAllowance({
    database,
    services,
    clock,
    allowance,
    readUsage: (month) => usage.readUsage(month, []),
  });
  const jobs = { database, services, clock, log };
  const archives = makeArchiveJobs({ ...jobs, encryption, folder: storage.archives, office: deps.office });
  const background = together([makeEvidenceJobs(jobs), archives]);
  return { chat, services, runDue: makeRunDue({ database, services, log }), background, monthly };
}

type ManualClock = ReturnType<typeof manualClock>;

/** The emulator's clock if `CLOCK_URL` is set and the clock is frozen, otherwise the system clock. */
async function pickClock({ CLOCK_URL }: Config): Promise<{ clock: Clock; emulated: ManualClock | undefined }> {
  if (CLOCK_URL === undefined) return { clock: systemClock, emulated: undefined };
  const { now, frozen } = await readClock(CLOCK_URL);
  if (!frozen) return { clock: systemClock, emulated: undefined };
  const emulated = manualClock(now);
  return { clock: emulated, emulated };
}

/** Runs due moments every few seconds, also under an emulated clock, where it retries failed ones. */
function runClock(deps: {
  follower: Pick<ReturnType<typeof makeClockFollower>, "tick" | "moveTo">;
  emulated: ManualClock | undefined;
  config: Config;
  url: string;
  log: Log;
}): () => void {
  const { follower, emulated, config, url, log } = deps;
  const failed = (error: unknown) => log.error({ error: String(error) }, "due moments failed, will retry");
  const tick = cron.schedule(TICK, () => void follower.tick().catch(failed));
  const stopTick = () => void tick.stop();
  if (!emulated || config.CLOCK_URL === undefined) return stopTick;
  const { CLOCK_URL: clockUrl } = config;
  const onMoved = (now: Date) => void follower.moveTo(now).catch(failed);
  const unfollow = followClock({ clockUrl, controlBase: controlBaseOf(url), clock: emulated, log, onMoved });
  return () => {
    stopTick();
    unfollow();
  };
}

async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, ms).unref());
  await Promise.race([work(), late]);
}
