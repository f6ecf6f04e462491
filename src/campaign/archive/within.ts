import { dayOf } from "../../shared/civil-date.ts";
import { memberOf, membersWith, peopleOn } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { inPersonContext } from "../engine/make-context.ts";
import type { EvidenceJobsDeps } from "../evidence/work-loop.ts";
import type { Archive } from "./archive.ts";
import { archiveByNumber, type Work } from "./store.ts";

/**
 * Runs work on an archive's campaign in a transaction of its own, as who asked for it, or as another organizer where they
 * are none any more. Undefined if the campaign or the archive is not there.
 */
export async function within<Result>(
  { database, services, clock }: EvidenceJobsDeps,
  { campaignId, number }: Pick<Work, "campaignId" | "number">,
  work: (context: PersonContext, archive: Archive) => Promise<Result>,
): Promise<Result | undefined> {
  return database.inTransaction(async (tx) => {
    await services.campaigns.sync(tx);
    const campaign = services.campaigns.byId(campaignId);
    const archive = await archiveByNumber(tx, campaignId, number);
    if (!campaign || !archive) return undefined;
    const now = clock.now();
    const people = peopleOn(services.campaigns.membershipsOf(campaignId), dayOf(now));
    const person = memberOf(people, archive.requestedBy) ?? membersWith(people, "organizer")[0];
    if (!person) throw new Error(`campaign ${campaignId} has no organizer`);
    const chat = { kind: "direct" as const, person: person.staffId };
    return inPersonContext(tx, { campaign, now, person, chat }, services, (context) => work(context, archive));
  });
}

/** The same context in which masked values read as such. @param shown ids of the others */
export const masked = <Of extends Context>(
  context: Of,
  shown: ReadonlySet<string>,
  words: { masked: string; shown(value: string): string },
): Of => ({
  ...context,
  personal: {
    ...context.personal,
    async read(refs) {
      const found = await context.personal.read(refs.filter((ref) => ref && shown.has(ref.personal)));
      return new Map(
        refs.flatMap((ref) => {
          if (!ref) return [];
          const value = found.get(ref.personal);
          if (shown.has(ref.personal)) return value === undefined ? [] : [[ref.personal, words.shown(value)] as const];
          return [[ref.personal, words.masked] as const];
        }),
      );
    },
  },
});
