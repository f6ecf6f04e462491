import { z } from "zod";
import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { momentWords } from "../definition/wording.ts";
import { memberOf } from "../directory/member.ts";
import { isOfDistrict, mayActForDistricts } from "../directory/on-behalf.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { ROWS } from "../evidence/place.ts";
import { isVisitPlace } from "../site-visit/record/number.ts";
import { type Act, casePhrases as phrases } from "./phrases.ts";
import type { Seen } from "./seen.ts";

/** Something that was done with a case. */
export interface Done {
  at: Date;
  /** Of a person, or `system`. */
  actor: string;
  /** In words, after the person's name. */
  what: string;
  /** Number of its entry in the journal: what is of the same time stands as it was done. */
  order?: bigint | undefined;
  /** A step that the district takes. */
  byDistrict: boolean;
  /** Left out for a step that stands by itself: the same act of a person on one day is one line, with its number. */
  alike?: { act: string; words(times: number): string };
}

const filedRows = z.array(z.object({ after: z.object({ place: z.string() }) }));

/** Papers and pictures of a visit are the team's: the district neither filed them nor hears of them here. */
const isOfVisit = ({ changes }: { changes: unknown }): boolean =>
  filedRows.safeParse(changes).data?.some(({ after }) => isVisitPlace(after.place)) ?? false;

/** What the journal has of the case: who handed in, changed, finalized. Points given and looks are not listed. */
export async function actsOf({ tx, campaign }: Context, { application }: Pick<Seen, "application">): Promise<Done[]> {
  const all = await tx.journalEntry.findMany({
    where: { campaignId: campaign.id, caseId: application.id, action: { in: phrases.acts } },
    orderBy: { id: "asc" },
    select: { id: true, at: true, actor: true, action: true, changes: true },
  });
  const entries = all.filter((entry) => !isOfVisit(entry));
  const first = entries.findIndex(({ action }) => action === "application.submitted");
  return entries.map(({ id: order, at, actor, action, changes }, index): Done => {
    const act = action as Act;
    const byDistrict = act !== "application.exclusion-lifted";
    if (act === "application.submitted" && index !== first) {
      return { at, order, actor, what: phrases.resubmitted(), byDistrict };
    }
    if (act === "attachment.filed") {
      const isProof = filedRows.safeParse(changes).data?.some(({ after }) => after.place.startsWith(ROWS)) ?? false;
      const kind = isProof ? "evidence" : "paper";
      const words = (times: number) => phrases.filed(kind, times);
      return { at, order, actor, what: words(1), byDistrict, alike: { act: `${act} ${kind}`, words } };
    }
    const words = (times: number) => phrases.act(act, times);
    return { at, order, actor, what: words(1), byDistrict, alike: { act, words } };
  });
}

/** As it was done: by time, and within one time as the journal has it. */
export const inOrder = (all: readonly Done[]): Done[] =>
  all.toSorted(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      (one.order === undefined || other.order === undefined ? 0 : Number(one.order - other.order)),
  );

/** One line for the same act of a person on one day, as long as nothing else comes between. */
export function together(all: readonly Done[]): Done[] {
  const found: (Done & { times: number })[] = [];
  for (const done of all) {
    const last = found.at(-1);
    const isSame =
      last?.alike !== undefined &&
      last.alike.act === done.alike?.act &&
      last.actor === done.actor &&
      dayOf(last.at) === dayOf(done.at);
    if (!isSame) found.push({ ...done, times: 1 });
    else {
      last.times += 1;
      last.at = done.at;
      last.what = last.alike?.words(last.times) ?? last.what;
    }
  }
  return found.map(({ times: _, ...done }) => done);
}

/** Newest first, with the names of those who did it; for a district in its place it says so. */
export async function historyLines(context: Context, { application }: Seen, all: readonly Done[]): Promise<string[]> {
  const { tx, campaign, people } = context;
  const names = await namesOf(tx, [...new Set(all.map(({ actor }) => actor))]);
  const who = ({ actor, byDistrict }: Done): string => {
    if (actor === "system") return phrases.system();
    const name = names.get(actor) ?? actor;
    const member = memberOf(people, actor as StaffId);
    const isForOthers =
      member !== undefined &&
      mayActForDistricts(campaign.definition, member) &&
      !isOfDistrict(member, application.district);
    return byDistrict && isForOthers ? phrases.onBehalf(name) : name;
  };
  return together(inOrder(all))
    .reverse()
    .map((done) => phrases.histories(who(done), done.what, momentWords(done.at)));
}
