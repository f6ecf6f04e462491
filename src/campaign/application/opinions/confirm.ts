import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import type { Application } from "../application.ts";
import { opinionsChanged } from "./events.ts";
import { opinionRefusals as refusals } from "./phrases.ts";
import { lockedStandings } from "./record.ts";
import { opinionTable } from "./store.ts";

/**
 * 确认原意见: after a change of the form, the offices still say what they said before. What was recorded before stays.
 * @param offices ids; left out: all that are to be confirmed
 * @returns names of the offices
 * @throws {RefusalError} if nothing is to be confirmed
 */
export async function confirmOpinions(
  context: PersonContext,
  application: Application,
  offices?: readonly string[],
): Promise<string[]> {
  const { tx, now, person, campaign } = context;
  const { id: caseId, revision, district } = application;
  const waiting = (await lockedStandings(context, application)).filter(
    ({ state, office }) => state === "toConfirm" && (offices?.includes(office.id) ?? true),
  );
  if (waiting.length === 0) throw new RefusalError("application.nothing-to-confirm", refusals.nothingToConfirm());
  for (const { office, opinion } of waiting) {
    if (!opinion) continue;
    const number = (await tx.opinion.count({ where: { caseId, office: office.id } })) + 1;
    const { text, signer, sealedBy, stance, givenOn, scan } = opinion;
    const rows = [opinionTable.row({ case_id: caseId, office: office.id, number })];
    await context.withJournal({ action: "application.opinion-confirmed", rows, caseId }, () =>
      tx.opinion.create({
        data: {
          ...{ caseId, office: office.id, number, campaignId: campaign.id, revision, stance, givenOn },
          ...(text ? { text: { ...text } } : {}),
          ...(signer ? { signer: { ...signer } } : {}),
          ...{ sealedBy: sealedBy ?? null, scan: scan ?? null, confirms: opinion.number },
          ...{ recordedBy: person.staffId, recordedAt: now, responsible: responsibleIn(context) },
        },
      }),
    );
  }
  context.emit(opinionsChanged, { id: caseId, district });
  return waiting.map(({ office }) => office.name);
}
