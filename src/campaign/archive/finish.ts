import type { View } from "../../platform/chat/view.ts";
import type { MadeArchive } from "./archive.ts";
import type { ArchiveJobsDeps } from "./deps.ts";
import { archiveChanged } from "./events.ts";
import type { Parts } from "./parts.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import type { Edition } from "./proof/manifest.ts";
import { editionWords } from "./proof/phrases.ts";
import { archiveTable, sendingKey, type Work } from "./store.ts";
import { within } from "./within.ts";

export interface Done {
  made: readonly MadeArchive[];
  parts: readonly { edition: Edition; parts: Parts }[];
}

/** Records what was made, with the hashes of the manifests, and sends it to who asked for it; once. */
export async function finish(deps: ArchiveJobsDeps, work: Work, done: Done): Promise<void> {
  await within(deps, work, async (context, archive) => {
    const { tx, campaign, now, outbox } = context;
    if (archive.state !== "confirmed") return;
    const key = { campaignId: campaign.id, number: work.number };
    const rows = [archiveTable.row({ campaign_id: campaign.id, number: work.number })];
    const reason = done.made.map(({ edition, hash }) => `${editionWords[edition]} ${hash}`).join("；");
    await context.withJournal({ action: "archive.made", rows, reason, whenClosed: true }, () =>
      tx.archive.update({
        where: { campaignId_number: key },
        data: { state: "made", madeAt: now, files: done.made.map((one) => ({ ...one })) },
      }),
    );
    const sent = done.parts.flatMap(({ parts }) => (parts.kind === "parts" ? parts.parts : []));
    await tx.archiveWork.update({
      where: { campaignId_number: key },
      data: { state: "done", doneAt: new Date(), parts: sent.map(({ hash }) => hash) },
    });
    const { requestedBy } = archive;
    await outbox.say(requestedBy, madeView(work.number, done), sendingKey(campaign.id, work.number, "told"));
    for (const [at, { name, hash }] of sent.entries()) {
      await outbox.sendFile(requestedBy, { name, hash }, sendingKey(campaign.id, work.number, at));
    }
    context.emit(archiveChanged, { number: work.number });
  });
}

function madeView(number: number, { made, parts }: Done): View {
  const left = parts.flatMap((one) => (one.parts.kind === "parts" ? one.parts.left : []));
  return {
    title: phrases.madeTitle(number),
    tone: "done",
    body: [
      { kind: "list", items: made.map((one) => phrases.made(one.edition, one)) },
      { kind: "list", items: parts.map(sentWords) },
      ...(left.length > 0 ? [{ kind: "text" as const, text: phrases.tooLarge([...new Set(left)]) }] : []),
      { kind: "text", text: `${phrases.onServer()}${phrases.anchor()}${phrases.gapsToo()}` },
    ],
    actions: [],
  };
}

function sentWords({ edition, parts }: Done["parts"][number]): string {
  if (parts.kind === "tooMany") return phrases.tooMany(edition, parts.count);
  return parts.parts.length === 1 ? phrases.whole(edition) : phrases.inParts(edition, parts.parts.length);
}
