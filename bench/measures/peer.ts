import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmbeddedServer, stopServerIn } from "../../src/platform/storage/embedded/embedded-server.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { atPace, type Pace } from "../pace.ts";
import { type Spread, spreadOf } from "../percentiles.ts";
import { memoryOf, processorTimeOf, processorTimeWithChildren, startProgram } from "../program.ts";
import { spreadWords } from "../turns/figure.ts";

/** The same press on a bot by grammY, whose session is in PostgreSQL. */
export interface PeerFigure {
  pace: Pace;
  /** From the update's post to the call that shows the next page. */
  times: Spread;
  failed: number;
  botMs: number;
  databaseMs: number;
  megabytes: number;
}

const FOLDER = join(import.meta.dirname, "../peer");
const PEOPLE = 200;

/** Installs the peer's packages, which are not the project's. */
const install = () => promisify(execFile)("npm", ["ci", "--ignore-scripts"], { cwd: FOLDER });

export async function measuresPeer(paces: readonly Pace[], say: (line: string) => void): Promise<PeerFigure[]> {
  say("the peer is installed");
  await install();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const { url: databaseUrl } = await startEmbeddedServer(folder);
  const postmaster = (await readPostmaster(join(folder, "postgres")))?.pid ?? 0;
  const platform = await openPlatform();
  const program = startProgram([join(FOLDER, "bot.mjs"), databaseUrl, platform.url], {});
  try {
    const { text } = await program.line('{"ready":"peer"');
    const { url }: { url: string } = JSON.parse(text);
    const used = async () => ({
      bot: await processorTimeOf(program.pid),
      database: await processorTimeWithChildren(postmaster),
    });
    for (let at = 0; at < PEOPLE; at++) await platform.press(url, at);
    const figures: PeerFigure[] = [];
    for (const pace of paces) {
      const before = await used();
      const times: number[] = [];
      let failed = 0;
      await atPace(pace, async (at) => {
        const ms = await platform.press(url, at);
        if (ms === undefined) failed++;
        else times.push(ms);
      });
      const after = await used();
      const each = (what: keyof typeof after): number => ((after[what] - before[what]) * 1_000) / times.length;
      const megabytes = (await memoryOf(program.pid)) ?? Number.NaN;
      const figure = {
        pace,
        times: spreadOf(times),
        failed,
        botMs: each("bot"),
        databaseMs: each("database"),
        megabytes,
      };
      say(peerLine(figure));
      figures.push(figure);
    }
    return figures;
  } finally {
    await program.end("SIGKILL");
    platform.server.close();
    platform.server.closeAllConnections();
    await stopServerIn(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Platform {
  server: Server;
  url: string;
  /** @returns milliseconds until the next page was shown; undefined if it was not */
  press(webhook: string, at: number): Promise<number | undefined>;
}

/** As much of Telegram's interface as the peer calls. */
async function openPlatform(): Promise<Platform> {
  const shown = new Map<number, () => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (request.url?.endsWith("/editMessageText")) {
        const { message_id: message }: { message_id: number } = JSON.parse(Buffer.concat(parts).toString());
        shown.get(message)?.();
      }
      response.setHeader("content-type", "application/json").end('{"ok":true,"result":true}');
    });
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  let last = 0;
  const press = async (webhook: string, at: number): Promise<number | undefined> => {
    const id = ++last;
    const began = performance.now();
    const seen = new Promise<number>((done) => shown.set(id, () => done(performance.now() - began)));
    const body = JSON.stringify(updateOf(id, (at % PEOPLE) + 10));
    const reply = await fetch(webhook, { method: "POST", headers: { "content-type": "application/json" }, body });
    await reply.text();
    const ms = reply.ok ? await seen : undefined;
    shown.delete(id);
    return ms;
  };
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, press };
}

function updateOf(id: number, person: number) {
  const from = { id: person, is_bot: false, first_name: "person" };
  const chat = { id: person, type: "private", first_name: "person" };
  const data = JSON.stringify(Object.fromEntries([1, 2, 3, 4, 5].map((row) => [`${(id % 5) + 1}-${row}`, id % 2])));
  const message = { message_id: id, date: 0, chat, text: "page" };
  return { update_id: id, callback_query: { id: String(id), from, chat_instance: "1", message, data } };
}

/** For a terminal. */
export const peerLine = ({ pace, times, failed, botMs, databaseMs, megabytes }: PeerFigure): string =>
  `peer (grammY, session in PostgreSQL), press to new face, ${pace.perSecond}/s: ${spreadWords(times)}, ` +
  `max ${times.max.toFixed(0)} ms; ${failed} failed; bot ${botMs.toFixed(2)} ms, database ${databaseMs.toFixed(2)} ms; ` +
  `${megabytes.toFixed(0)} MB`;
