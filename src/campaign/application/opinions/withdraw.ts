import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { requireOpenParts } from "../../engine/open-parts.ts";
import type { Application } from "../application.ts";
import { opinionsChanged } from "./events.ts";
import { opinionRefusals as refusals } from "./phrases.ts";
import { lockedStandings } from "./record.ts";
import { opinionTable } from "./store.ts";

/**
 * 撤回意见: takes back what was recorded of one office; what was recorded before it counts again. The row stays.
 * @returns name of the office
 * @throws {RefusalError} if nothing is recorded of it
 */
export async function withdrawOpinion(
  context: PersonContext,
  application: Application,
  officeId: string,
): Promise<string> {
  const { tx, now, person } = context;
  const { id: caseId, district } = application;
  const standings = await lockedStandings(context, application);
  const standing = standings.find(({ office }) => office.id === officeId);
  const opinion = standing?.opinion;
  if (!standing || !opinion) {
    throw new RefusalError("application.no-opinion", refusals.noneOf(standing?.office.name ?? ""));
  }
  await requireOpenParts(context, caseId, [`opinion:${officeId}`]);
  const { office, number } = opinion;
  const rows = [opinionTable.row({ case_id: caseId, office, number })];
  await context.withJournal({ action: "application.opinion-withdrawn", rows, caseId }, () =>
    tx.opinion.update({
      where: { caseId_office_number: { caseId, office, number } },
      data: { withdrawnAt: now, withdrawnBy: person.staffId },
    }),
  );
  context.emit(opinionsChanged, { id: caseId, district });
  return standing.office.name;
}
