import { z } from "zod";
import type { PersonContext } from "../engine/context.ts";

/** The question whether what came is the report. */
export const CONFIRM = "work-report.confirm";
/** Draft that keeps what waits for 报送 or 不报送, whatever else is opened meanwhile. Subject: the district's id. */
const KEPT = "work-report.pending";

const received = z.object({
  content: z.union([
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("file"), hash: z.string(), name: z.string(), text: z.string().exactOptional() }),
  ]),
  remark: z.string().exactOptional(),
});

export const confirmState = z.object({
  ...{ district: z.string(), report: received, last: received.exactOptional() },
  continues: z.int().exactOptional(),
});

export type Pending = z.infer<typeof confirmState>;

interface Whose extends Pick<PersonContext, "drafts"> {
  person: Pick<PersonContext["person"], "staffId">;
}

const keptBy = async ({ drafts, person }: Whose, district?: string) =>
  (await drafts.unfinished({ kind: KEPT, ...(district === undefined ? {} : { subject: district }) })).filter(
    ({ startedBy }) => startedBy === person.staffId,
  );

/** Asks the person, and keeps what is asked about. */
export async function awaitDecision(context: PersonContext, pending: Pending): Promise<void> {
  await context.dialogue.open(CONFIRM, pending);
  const [kept] = await keptBy(context, pending.district);
  if (kept) await context.drafts.save(kept, { body: pending });
  else
    await context.drafts.start({
      ...{ kind: KEPT, subject: pending.district, startedBy: context.person.staffId },
      body: pending,
    });
}

/** It is handed in, or is not to be. */
export async function decided(context: PersonContext, district: string): Promise<void> {
  for (const kept of await keptBy(context, district)) await context.drafts.save(kept, { state: "done" });
}

/** What waits for the person's decision. */
export const pendingOf = async (context: Whose): Promise<readonly Pending[]> =>
  (await keptBy(context)).flatMap(({ body }) => confirmState.safeParse(body).data ?? []);
