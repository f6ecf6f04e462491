import { z } from "zod";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { PersonContext } from "../../engine/context.ts";

/** Draft of a report that is filled in part by part. Subject: the district's id, whose officers go on with it. */
export const PARTS_DRAFT = "work-report.parts";

const body = z.object({ parts: z.record(z.string(), z.string()) });

type Drafts = Pick<PersonContext, "drafts">;

const draftOf = async ({ drafts }: Drafts, district: string): Promise<Draft | undefined> =>
  (await drafts.unfinished({ kind: PARTS_DRAFT, subject: district }))[0];

/** What was filled in so far, by the part's name. */
export async function filledParts(context: Drafts, district: string): Promise<ReadonlyMap<string, string>> {
  const draft = await draftOf(context, district);
  return new Map(Object.entries(draft ? (body.safeParse(draft.body).data?.parts ?? {}) : {}));
}

/** Adds parts to the draft; one that is there already is replaced. @returns all of them */
export async function fillParts(
  context: Pick<PersonContext, "drafts" | "person">,
  district: string,
  said: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const filled = new Map([...(await filledParts(context, district)), ...said]);
  const change = { body: { parts: Object.fromEntries(filled) } };
  const draft = await draftOf(context, district);
  if (draft) await context.drafts.save(draft, change);
  else
    await context.drafts.start({
      ...{ kind: PARTS_DRAFT, district, subject: district, startedBy: context.person.staffId, ...change },
    });
  return filled;
}

/** A report is in: what was filled in for it is not needed any more. */
export async function endParts(context: Drafts, district: string): Promise<void> {
  const draft = await draftOf(context, district);
  if (draft) await context.drafts.save(draft, { state: "done" });
}
