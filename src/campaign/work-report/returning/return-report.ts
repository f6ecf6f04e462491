import { cleanParagraphs } from "../../../platform/conversation/plain.ts";
import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { districtOfficers } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { noteSent } from "../../receipt/note-sent.ts";
import { reportChanged, reportReturnChanged } from "../events.ts";
import { REPORT_CARD } from "../report-card.ts";
import { lockReports, reportsInForce, workReportTable } from "../store.ts";
import { returnPhrases as phrases } from "./phrases.ts";

const MOST_WORDS = 1000;

export interface Returning {
  district: string;
  /** Of the pressed card; left out: the one in force. */
  version?: number;
  dueOn: CivilDate | undefined;
  remarks: string;
}

/**
 * 退回: sends the version in force back with remarks and a day for the next. It stands until then, so that nobody is told
 * that nothing came. The district's officers get it as a card.
 * @throws {RefusalError} if there is none, another one is in force, it is returned already, or day or remarks are missing
 */
export async function returnReport(
  context: PersonContext,
  { district, version: asked, dueOn, remarks: typed }: Returning,
): Promise<{ version: number; dueOn: CivilDate }> {
  const { tx, campaign, now, person, people, personal } = context;
  const { definition } = campaign;
  const name = districtName(definition, district);
  await lockReports(tx, campaign.id, district);
  const report = (await reportsInForce(tx, campaign.id)).get(district);
  if (!report) throw new RefusalError("work-report.nothing-to-return", phrases.none(name));
  const { version, returned } = report;
  if (asked !== undefined && asked !== version) throw new RefusalError("work-report.replaced", phrases.over(asked));
  if (returned)
    throw new RefusalError("work-report.returned", phrases.already(name, dayWordsIn(definition, returned.dueOn)));
  const remarks = cleanParagraphs(typed);
  if (remarks === "") throw new RefusalError("work-report.no-remarks", phrases.noRemarks());
  if ([...remarks].length > MOST_WORDS)
    throw new RefusalError("work-report.long-remarks", phrases.tooLong([...remarks].length, MOST_WORDS));
  if (dueOn === undefined) throw new RefusalError("work-report.no-day", phrases.noDay());
  if (dueOn < dayOf(now)) throw new RefusalError("work-report.day-over", phrases.dayOver());
  const ref = { ...(await personal.store(remarks)) };
  const rows = [workReportTable.row({ campaign_id: campaign.id, district, version })];
  await context.withJournal({ action: "work-report.returned", rows }, () =>
    tx.workReport.update({
      where: { campaignId_district_version: { campaignId: campaign.id, district, version } },
      data: { returnedAt: now, returnedBy: person.staffId, returnDueOn: dueOn, returnRemarks: ref },
    }),
  );
  context.emit(reportChanged, { district, version });
  context.emit(reportReturnChanged, { district });
  const to = [];
  for (const { member } of districtOfficers(people, district)) {
    const card = await context.cards.show(member.staffId, { kind: REPORT_CARD, subject: `${district}/${version}` });
    to.push({ person: member.staffId, cardId: card.id });
  }
  await noteSent(context, { message: `report-return/${district}/${version}`, kind: "return", to });
  return { version, dueOn };
}
