// npm run demo -- --to 2023-10-20 [--style words|cards|mixed] [--url http://127.0.0.1:3100]
// Plays people's part on a running `npm start`, by saying and pressing only, and stops at the day asked for (18:00).
import { parseArgs } from "node:util";
import { patientClient } from "../demo/patience.ts";
import { playTo, type Style, scenesOf } from "../demo/play.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: "2023-10-21" },
    style: { type: "string", default: "mixed" },
    url: { type: "string", default: "http://127.0.0.1:3100" },
  },
});
const styles: readonly string[] = ["words", "cards", "mixed"] satisfies Style[];
if (!/^\d{4}-\d{2}-\d{2}$/.test(values.to) || !styles.includes(values.style)) {
  console.error("用法：npm run demo -- --to 2023-10-20 [--style words|cards|mixed] [--url http://127.0.0.1:3100]");
  process.exit(1);
}
const client = patientClient(values.url);
const reachable = await client.clock.now().then(
  () => true,
  () => false,
);
if (!reachable) {
  console.error(`连接不上模拟器 ${values.url}。请先在另一个窗口运行 npm start。`);
  process.exit(1);
}
await playTo(client, {
  scenes: scenesOf(client, values.style as Style),
  to: `${values.to}T18:00:00+08:00`,
  before: ({ at, title }) => console.log(`${at.slice(0, 16).replace("T", " ")}　${title}`),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error("演示未能继续。中断的演示不能接着演，请先执行 npm start -- --fresh，再重新演示。");
  process.exit(1);
});
console.log(`已演示到 ${values.to} 18:00。`);
