// npm run demo [-- --to 2023-10-20] [--style words|cards|mixed] [--campaign <folder>] [--url http://127.0.0.1:3100]
// Plays people's part on a running `npm start`, by saying and pressing only, and stops at the day asked for (18:00).
import { parseArgs } from "node:util";
import type { EmulatorState } from "dingtalk-emulator/contract/control.ts";
import { type Demonstration, hindrance } from "../demo/demonstration.ts";
import { patientClient } from "../demo/patience.ts";
import { playTo, type Style, scenesToProvince } from "../demo/play.ts";
import { endsEarly } from "../demo/selected.ts";
import { DefinitionError, loadCampaignFolder } from "../src/campaign/definition/load.ts";
import { environment } from "../src/config.ts";
import { addDays, civilDate } from "../src/shared/civil-date.ts";

const USAGE = [
  "用法：npm run demo -- [--to 2023-10-20] [--style words|cards|mixed] [--campaign <活动文件夹>] [--url http://127.0.0.1:3100]",
  "　　　先在另一个窗口运行 npm start。程序扮演各地区和主办方人员，只发文字、按按钮、填表，逐日办理。",
  "　　　--to        演示到这一天18:00，默认到最后一项的次日",
  "　　　--style     words（只发文字）、cards（只用卡片）、mixed（混用，默认）",
  "　　　--campaign  演示哪个活动，默认是 CAMPAIGN 的第一个，与 npm start 相同",
  "　　　--url       模拟器的地址，默认 http://127.0.0.1:3100",
].join("\n");
const STYLES: readonly string[] = ["words", "cards", "mixed"] satisfies Style[];

const options = read();
if (!options) {
  console.error(USAGE);
  process.exit(1);
}
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const { url, style } = options;
const { CAMPAIGN } = environment.pick({ CAMPAIGN: true }).parse({ CAMPAIGN: process.env.CAMPAIGN || undefined });
const folder = options.campaign ?? CAMPAIGN[0] ?? "";
const campaign = load(folder);
const client = patientClient(url);
const reachable = await client.clock.now().then(
  () => true,
  () => false,
);
if (!reachable) stop(`连接不上模拟器 ${url}。请先在另一个窗口运行 npm start。`);
const { users } = await client.call<EmulatorState>("/state");
const absent = campaign.roster.people.find(({ id }) => !users.some(({ userId }) => userId === id));
if (absent)
  stop(
    `正在运行的不是“${folder}”：没有${absent.name}（${absent.id}）。请用 --campaign 写明 npm start 所用的活动文件夹。`,
  );
const scenes = scenesToProvince(client, style as Style, campaign);
const now = await client.clock.now();
const first = scenes[0]?.at ?? "";
if (Date.parse(now) > Date.parse(first))
  stop(
    `模拟器的时间已是${now.slice(0, 16).replace("T", " ")}，晚于演示的第一步（${first.slice(0, 16).replace("T", " ")}），演示未开始。请先停止 npm start，执行 npm start -- --fresh，再重新演示。`,
  );
const last = civilDate(scenes.at(-1)?.at.slice(0, 10) ?? "");
const to = options.to ?? addDays(last, 1);
await playTo(client, {
  scenes,
  to: `${to}T18:00:00+08:00`,
  before: ({ at, title }) => console.log(`${at.slice(0, 16).replace("T", " ")}　${title}`),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  stop("演示未能继续。中断的演示不能接着演，请先执行 npm start -- --fresh，再重新演示。");
});
const early = endsEarly(campaign.definition);
if (early) console.log(early);
console.log(`已演示到 ${to} 18:00。`);

function read() {
  try {
    const { values } = parseArgs({
      options: {
        to: { type: "string" },
        style: { type: "string", default: "mixed" },
        campaign: { type: "string" },
        url: { type: "string", default: "http://127.0.0.1:3100" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const isDay = values.to === undefined || /^\d{4}-\d{2}-\d{2}$/.test(values.to);
    return isDay && STYLES.includes(values.style) ? values : undefined;
  } catch {
    return undefined;
  }
}

/** The campaign, if it can be demonstrated. */
function load(at: string): Demonstration {
  try {
    const found = loadCampaignFolder(at);
    const why = hindrance(found);
    return why === undefined ? found : stop(why);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return stop(`“${at}”有${error.problems.length}处问题，无法演示。请先运行 npm run campaign -- check ${at}。`);
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
