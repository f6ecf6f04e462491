import { orderNow } from "../../../platform/chat/inbox/message-order.ts";
import type { PersonContext } from "../../engine/context.ts";
import { liveCases, usualCase } from "../cases.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { type Burst, type BurstFile, ROW_SAID_MS, rowFor } from "./burst.ts";
import { burstChanged } from "./events.ts";
import { type Filing, fileInto } from "./file-into.ts";
import { stillThere } from "./place-burst.ts";
import { endRowsSaid, filesOf, rowsSaid, saveBurst, saveFile } from "./store.ts";
import { BURST_CARD } from "./views.ts";

/**
 * Ends a burst: files under their rows what was said to go there, and says so or asks about the rest, on one card.
 * @param burst locked by the caller, every file of it made ready or refused
 * @param at machine time
 */
export async function concludeBurst(context: PersonContext, burst: Burst, at: Date): Promise<void> {
  const { tx, person } = context;
  const live = await liveCases(context);
  const usual = await usualCase(context, live);
  const said = await rowsSaid(tx, burst, new Date(at.getTime() - ROW_SAID_MS));
  const files = await stillThere(context, await filesOf(tx, burst));
  const byCase = new Map<string, Filing[]>();
  let caseId = burst.caseId ?? usual?.id ?? null;
  for (const file of files) {
    const to = rowFor(file, said);
    const application = live.find(({ id }) => id === (to?.caseId ?? burst.caseId ?? usual?.id));
    if (to && application) {
      const { row, label, replaces } = to;
      byCase.set(application.id, [...(byCase.get(application.id) ?? []), { file, row, label, replaces }]);
      caseId = application.id;
    } else if (to) await saveFile(tx, file, { row: to.row });
  }
  for (const [id, filings] of byCase) {
    const application = live.find((one) => one.id === id);
    if (application) await fileInto(context, application, filings);
  }
  await endRowsSaid(tx, burst, { message: await orderNow(tx, context.now), saidAt: at });
  if (live.length === 0) {
    for (const file of files) await saveFile(tx, file, { state: "refused", refusal: phrases.notLive() });
  }
  const state = stateAfter(await filesOf(tx, burst));
  await saveBurst(tx, burst, { state, caseId });
  if (state === "gone") return;
  await context.cards.show(person.staffId, { kind: BURST_CARD, subject: burst.id });
  context.emit(burstChanged, { id: burst.id });
}

function stateAfter(files: readonly BurstFile[]): Burst["state"] {
  if (files.some(({ state }) => state === "ready")) return "asking";
  return files.some(({ state }) => state === "filed" || state === "refused") ? "filed" : "gone";
}
