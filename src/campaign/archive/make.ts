import type { View } from "../../platform/chat/view.ts";
import { type Office, openOffice } from "../../platform/documents/pdf/office.ts";
import { writeLargeZip } from "../../platform/documents/zip/write-large-zip.ts";
import { type JournalHead, journalHead } from "../../platform/journal/head.ts";
import { sealJournal } from "../../platform/journal/seal.ts";
import { shanghaiIso } from "../../shared/civil-date.ts";
import { formFor } from "../definition/purposes.ts";
import { campaignThen } from "../engine/campaigns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { inContext } from "../engine/make-context.ts";
import type { Archive, MadeArchive } from "./archive.ts";
import { archiveContents } from "./contents/contents.ts";
import { withoutNumbers } from "./contents/mask.ts";
import { contentPhrases } from "./contents/phrases.ts";
import { type Making, named } from "./contents/piece.ts";
import { type ArchiveJobsDeps, LEASE_S } from "./deps.ts";
import type { Done } from "./finish.ts";
import { writeArchive } from "./folder.ts";
import { partsOf } from "./parts.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { EDITIONS, type Edition } from "./proof/manifest.ts";
import { type Sealed, withManifest } from "./proof/with-manifest.ts";
import { type ShownValues, shownValues } from "./shown-values.ts";
import { forgetUnsent, noteParts, putOff, unsentParts, type Work } from "./store.ts";
import { masked, within } from "./within.ts";

/** So often it says that it goes on, in milliseconds of machine time: well within its lease. */
const SAID_EVERY_MS = 20_000;

/** Makes both editions. Undefined if the archive is not to be made any more. */
export async function makeEditions(deps: ArchiveJobsDeps, work: Work): Promise<Done | undefined> {
  const { database } = deps;
  await sealJournal(database);
  const journal = await database.inTransaction(journalHead);
  const about = await within(deps, work, async ({ campaign, now }, archive) => ({ campaign, now, archive }));
  if (about?.archive.state !== "confirmed") return undefined;
  const { campaign, now, archive } = about;
  const { id } = campaign.definition.campaign;
  const fields = formFor(campaign.definition, "application")?.fields ?? [];
  const personal = new Set(fields.filter((field) => field.personal).map(({ key }) => key));
  const shown = await shownValues(deps, id, personal);
  await dropParts(deps, work);
  const office = deps.office && (await openOffice(deps.office));
  try {
    return await inBothEditions(deps, work, { campaign, now, archive, journal, shown, office });
  } finally {
    await office?.close();
  }
}

interface Known {
  campaign: PersonContext["campaign"];
  now: Date;
  archive: Archive;
  journal: JournalHead;
  shown: ShownValues;
  office: Office | undefined;
}

async function inBothEditions(deps: ArchiveJobsDeps, work: Work, known: Known): Promise<Done> {
  const { database } = deps;
  const { campaign, now, archive, journal, shown, office } = known;
  const { id, title, year } = campaign.definition.campaign;
  const made: (MadeArchive & { path: string })[] = [];
  const alive = seldom(() => putOff(database, work, LEASE_S));
  for (const edition of EDITIONS) {
    const name = named(phrases.fileName(title, year.value, work.number, edition));
    let sealed: Sealed | undefined;
    const making = makingOf(deps, work, { edition, shown: shown.shown, alive });
    const contents = archiveContents(making, {
      ...deps,
      schema: deps.services.registry.journal,
      keep: archive.keep,
      journal,
      shown: shown.whole,
      office,
    });
    const files = withManifest(
      goingOn(contents, alive),
      { edition, campaign: { id, title, year: year.value }, number: work.number, madeAt: shanghaiIso(now), journal },
      (manifest) => {
        sealed = manifest;
      },
    );
    const { path, size } = await writeArchive(deps.folder, name, writeLargeZip(files, now));
    if (!sealed) throw new Error("the archive has no manifest");
    const { hash, entries } = sealed as Sealed;
    made.push({ edition, name, size, entries: entries.length, hash, path });
  }
  const parts: Done["parts"][number][] = [];
  // Noted one by one: of an attempt that fails or is killed, the next one erases them.
  const stored = (hash: string) => noteParts(database, work, hash);
  for (const { edition, name, path } of made) {
    parts.push({ edition, parts: await partsOf(deps.services.files, path, { name, at: now, stored }) });
  }
  return { made: made.map(({ path: _, ...one }) => one), parts };
}

/** Erases the parts that were put into the store before and that nobody was sent. */
export async function dropParts({ database, services }: ArchiveJobsDeps, work: Work): Promise<void> {
  for (const hash of await unsentParts(database, work)) await services.files.erase(hash);
  await forgetUnsent(database, work);
}

function makingOf(
  deps: ArchiveJobsDeps,
  work: Work,
  { edition, shown, alive }: { edition: Edition; shown: ReadonlySet<string>; alive(): Promise<void> },
): Making {
  const words = { masked: contentPhrases.masked(), shown: withoutNumbers };
  const covered = <Of extends Parameters<typeof masked>[0]>(context: Of): Of =>
    edition === "use" ? masked(context, shown, words) : context;
  const { database, services, clock } = deps;
  return {
    ...{ edition, number: work.number, campaignId: work.campaignId, files: services.files },
    async run(act) {
      const result = await within(deps, work, async (context) => ({ value: await act(covered(context)) }));
      if (!result) throw new Error(`campaign ${work.campaignId} is gone`);
      return result.value;
    },
    draw: (card) =>
      database.inTransaction(async (tx) => {
        const campaign = services.campaigns.byId(work.campaignId);
        const renderer = services.registry.rendererOf(card.kind);
        if (!campaign || !renderer) return undefined;
        return inContext(tx, { campaign, now: clock.now() }, services, (context) =>
          renderer.render(covered(context), card),
        );
      }),
    // Today's code on rows of an earlier version may fail: the archive says so and goes on.
    drawThen: async (card, then) => {
      // Of a long journal it takes seconds, and there may be many before the next file.
      await alive();
      return drawnThen(deps, work, { card, then, covered }).catch((error: unknown) => {
        deps.log.warn({ kind: card.kind, error: String(error) }, "a card could not be drawn as it was");
        return undefined;
      });
    },
  };
}

function drawnThen(
  { services }: ArchiveJobsDeps,
  { campaignId }: Work,
  {
    card,
    then: { before, at },
    covered,
  }: {
    card: Parameters<Making["drawThen"]>[0];
    then: Parameters<Making["drawThen"]>[1];
    covered(context: Context): Context;
  },
): Promise<View | undefined> {
  return services.lookBack({ campaignId, before }, async (past) => {
    const campaign = services.campaigns.byId(campaignId);
    const renderer = services.registry.rendererOf(card.kind);
    if (!campaign || !renderer) return undefined;
    const { closedAt, ...open } = await campaignThen(past, campaign, at);
    const then = closedAt && closedAt <= at ? { ...open, closedAt } : open;
    return inContext(past, { campaign: then, now: at }, services, (context) => renderer.render(covered(context), card));
  });
}

/** Says it only where some time has passed since. */
function seldom(say: () => Promise<unknown>): () => Promise<void> {
  let said = performance.now();
  return async () => {
    if (performance.now() - said <= SAID_EVERY_MS) return;
    await say();
    said = performance.now();
  };
}

async function* goingOn<One>(all: AsyncIterable<One>, alive: () => Promise<void>): AsyncGenerator<One> {
  for await (const one of all) {
    await alive();
    yield one;
  }
}
