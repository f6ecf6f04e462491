import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { SHAOXING } from "../campaign/definition/support/shaoxing.ts";

const ROOT = join(import.meta.dirname, "../..");
const NODE = join(ROOT, "node_modules/.bin/node");

interface Ended {
  status: number;
  output: string;
}

const demo = (...given: string[]): Promise<Ended> =>
  new Promise((done) => {
    execFile(NODE, ["scripts/demo.ts", ...given], { cwd: ROOT }, (error, stdout, stderr) =>
      done({ status: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr }),
    );
  });

test("--help says how it is used, and plays nothing", async () => {
  const { status, output } = await demo("--help");

  expect(status).toBe(0);
  expect(output).toContain("用法：npm run demo");
  expect(output).toContain("先在另一个窗口运行 npm start");
}, 30_000);

test("on a world that was already played it says what to do before it starts, and asks for nothing more", async () => {
  const users = loadCampaignFolder(SHAOXING).roster.people.map(({ id, name }) => ({ userId: id, name }));
  const asked: string[] = [];
  const played = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ users, now: "2023-10-20T18:00:00+08:00" }));
  });
  await new Promise<void>((done) => played.listen(0, "127.0.0.1", done));
  const { port } = played.address() as AddressInfo;

  const { status, output } = await demo("--url", `http://127.0.0.1:${port}`, "--campaign", SHAOXING);
  await new Promise((done) => played.close(done));

  expect(status).toBe(1);
  expect(output).toContain("模拟器的时间已是2023-10-20 18:00，晚于演示的第一步");
  expect(output).toContain("npm start -- --fresh");
  expect(asked.filter((one) => !one.startsWith("GET "))).toEqual([]);
}, 30_000);
