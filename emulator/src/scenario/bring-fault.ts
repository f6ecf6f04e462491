import type { EmulatorClient } from "../client/client.ts";
import { faultOrder, strikesAtOnce } from "./fault-words.ts";

const LONGEST_WAIT_MS = 15_000;
const LOOK_EVERY_MS = 50;

/**
 * Orders the fault. After one that breaks the connections it waits until the bots are back, as people would: the
 * platform loses what is said to a bot that is not connected.
 * @throws Error with a sentence when a bot does not come back
 */
export async function bringFault(client: EmulatorClient, { name, times }: { name: string; times?: number }) {
  const before = await connectedBots(client);
  await client.weather([faultOrder(name, times)]);
  if (!strikesAtOnce(name)) return;
  const until = Date.now() + LONGEST_WAIT_MS;
  while ((await connectedBots(client)) < before) {
    if (Date.now() > until) throw new Error("机器人没有重新连接。");
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

const connectedBots = async (client: EmulatorClient): Promise<number> =>
  (await client.state()).robots.filter(({ connections }) => connections > 0).length;
