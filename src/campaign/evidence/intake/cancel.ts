import { orderNow } from "../../../platform/chat/inbox/message-order.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CardQuestion } from "../../engine/dispatch/extension-points.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { isRowAwaited, ROW_SAID_MS } from "./burst.ts";
import { changeBurst } from "./own-burst.ts";
import { burstsOf, endRowsSaid, filesOf, lockBurst, rowsSaid, saveFile } from "./store.ts";

/** What 取消 ends: the questions about bursts, a burst that is still coming in, and a row that waits for files. */
export async function burstQuestions(context: PersonContext): Promise<readonly CardQuestion[]> {
  const { tx, campaign, person } = context;
  const owner = { campaignId: campaign.id, person: person.staffId };
  const bursts = await burstsOf(tx, owner, ["collecting", "asking", "moving"]);
  const now = new Date();
  const said = await rowsSaid(tx, owner, new Date(now.getTime() - ROW_SAID_MS));
  const row = isRowAwaited(said) ? said.at(-1)?.row : undefined;
  return [
    ...bursts.map(({ id }) => ({ end: () => endBurst(context, id) })),
    ...(row === undefined ? [] : [{ end: () => endRow(context, row, now) }]),
  ];
}

/** Files that wait stay where dropped files stay; what is filed stays where it is. */
async function endBurst(context: PersonContext, id: string): Promise<string> {
  const burst = await lockBurst(context.tx, id);
  if (burst?.state === "moving") {
    await changeBurst(context, burst, { state: "filed", movingRow: null });
    return phrases.notMoved();
  }
  if (burst?.state !== "collecting" && burst?.state !== "asking") return "";
  const files = await filesOf(context.tx, burst);
  const waiting = files.filter(({ state }) => state === "new" || state === "ready");
  for (const file of waiting) await saveFile(context.tx, file, { state: "gone" });
  await changeBurst(context, burst, { state: files.some(({ state }) => state === "filed") ? "filed" : "dropped" });
  return phrases.dropped(waiting.length);
}

async function endRow(context: PersonContext, row: string, now: Date): Promise<string> {
  const { tx, campaign, person } = context;
  const owner = { campaignId: campaign.id, person: person.staffId };
  await endRowsSaid(tx, owner, { message: await orderNow(tx, context.now), saidAt: now });
  return phrases.rowNotAwaited(row);
}
