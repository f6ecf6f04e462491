import { z } from "zod";
import { allAssignments } from "../directory/assignments.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalMemberSheets } from "../scoring/store.ts";
import { isUnfinal } from "./rules.ts";

/** An entry of the journal on a case. */
export interface CaseEntry {
  /** Campaign time. */
  at: Date;
  recordedAt: Date;
  /** staffId, or `system`. */
  actor: string;
  action: string;
  reason: string | null;
  /** `R14@2` */
  ruling: string | null;
}

const changed = z.array(z.object({ table: z.string(), key: z.record(z.string(), z.unknown()) })).catch([]);

/** Lists and decisions are entries of no single case; those that name this one belong to it. */
interface Row extends CaseEntry {
  changes: unknown;
}

/**
 * What the journal has of a case, oldest first, without points of members of the team that are not final: neither
 * their number nor when they were given may show.
 */
export async function entriesOn({ tx, campaign, person }: PersonContext, caseId: string): Promise<CaseEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select at, recorded_at as "recordedAt", actor, action, reason, ruling, changes from journal_entry
    where id in (
      select id from journal_entry where case_id = ${caseId}
      union all
      select entry_id from journal_change where campaign_id = ${campaign.id} and names @> array[${caseId}]::text[])
    order by id`;
  const sheets = await finalMemberSheets(tx, campaign.id);
  const finals = sheets.filter((sheet) => sheet.caseId === caseId).map(({ scorer }) => scorer);
  // Whatever else members do with a case while they score it shows how far they are.
  const scoring = (await allAssignments(tx, campaign.id)).flatMap(({ caseId: site, memberId }) =>
    site === caseId && memberId !== person.staffId && !finals.includes(memberId) ? [memberId] : [],
  );
  const seen = rows.filter(({ actor }) => !scoring.some((member) => member === actor));
  return seen.flatMap(({ changes, ...entry }) =>
    isUnfinal({ action: entry.action, changes: changed.parse(changes) }, { viewer: person.staffId, finals })
      ? []
      : [entry],
  );
}
