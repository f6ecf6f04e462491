import { once } from "node:events";
import { createServer } from "node:http";
import type { Timeline } from "dingtalk-emulator/contract/control.ts";

const at = (moment: string): string => `2023-${moment}:00+08:00`;
const stage = (from: string, to: string, label: string) => ({
  from: at(`${from}T00:00`),
  to: at(`${to}T23:59`),
  label,
  kind: "stage" as const,
});
const rest = (from: string, to: string, label = "周末") => ({ ...stage(from, to, label), kind: "rest" as const });
const deadline = (day: string, label: string) => ({ at: at(`${day}T17:30`), label, kind: "deadline" as const });

const timeline: Timeline = {
  spans: [
    stage("08-10", "08-20", "宣传发动"),
    stage("08-21", "09-20", "组织实施"),
    stage("09-21", "10-14", "核查推荐"),
    stage("10-15", "10-30", "总结提升"),
    rest("08-12", "08-13"),
    rest("08-19", "08-20"),
    rest("08-26", "08-27"),
    rest("09-02", "09-03"),
    rest("09-09", "09-10"),
    rest("09-16", "09-17"),
    rest("09-23", "09-24"),
    rest("09-29", "10-06", "中秋、国庆"),
    rest("10-14", "10-15"),
    rest("10-21", "10-22"),
    rest("10-28", "10-29"),
  ],
  points: [
    { at: at("08-10T08:30"), label: "宣传发动开始", kind: "reminder" },
    deadline("08-20", "宣传发动截止"),
    { at: at("09-15T09:00"), label: "提醒：距截止3个工作日", kind: "reminder" },
    { at: at("09-18T09:00"), label: "提醒：距截止2个工作日", kind: "reminder" },
    deadline("09-20", "申报截止"),
    deadline("10-14", "推荐名单截止"),
    deadline("10-30", "活动结束"),
  ],
  tour: [
    { userId: "maxiaohan", say: "进度", why: "市级随时可见各地进度。" },
    { userId: "keqiao-1", say: "申报", why: "以区级经办人的身份填写一份申报表。" },
  ],
};

const OPENING = at("08-10T08:30");

/** What follows the emulator's clock in these tests: one due moment, the opening of the first stage. */
export async function followClock(url: string): Promise<{ close(): void }> {
  let fired = false;
  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    const reply = (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (request.url === "/timeline") return reply(timeline);
    if (request.url === "/now") {
      const due = !fired && body.now >= OPENING;
      fired ||= due;
      return reply({
        nextDueAt: fired ? null : OPENING,
        fired: due ? [{ kind: "stage", key: "宣传发动", dueAt: OPENING }] : [],
      });
    }
    return reply({ idle: true, nextDueAt: fired ? null : OPENING });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await fetch(`${url}/_emulator/clock/subscribers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ url: `http://127.0.0.1:${port}` }),
  });
  return { close: () => server.close() };
}

async function readJson(request: AsyncIterable<Buffer>): Promise<{ now: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? { now: "" } : JSON.parse(text);
}
