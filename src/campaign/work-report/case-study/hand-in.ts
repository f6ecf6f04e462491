import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import type { PersonContext } from "../../engine/context.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import { type SentContent, saysTheSame, storedContent } from "../hand-in.ts";
import { workReportPhrases } from "../phrases.ts";
import { reportingDistricts } from "../rules.ts";
import { lockReports } from "../store.ts";
import { caseStudyPhrases as phrases } from "./phrases.ts";
import { type CaseStudy, caseStudiesEver, caseStudiesOf, caseStudyTable } from "./store.ts";

/**
 * Adds a case study of a district, at any time until the campaign is closed.
 * @returns its number within the district
 * @throws {RefusalError} if the district is not the person's, or the same one is in already
 */
export async function handInCaseStudy(context: PersonContext, district: string, content: SentContent): Promise<number> {
  const { tx, campaign, now, person } = context;
  if (!reportingDistricts(campaign.definition, person).includes(district))
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  await lockReports(tx, campaign.id, district);
  for (const known of await caseStudiesOf(tx, campaign.id, district))
    if (await saysTheSame(context, known.content, content))
      throw new RefusalError("work-report.same-case-study", phrases.same(known.number));
  const number = (await caseStudiesEver(tx, campaign.id, district)) + 1;
  const named = districtName(campaign.definition, district);
  const stored = await storedContent(context, content, (type) => phrases.keptName(named, number, type));
  const rows = [caseStudyTable.row({ campaign_id: campaign.id, district, number })];
  await context.withJournal({ action: "work-report.case-study-added", rows }, () =>
    tx.caseStudy.create({
      data: {
        ...{ campaignId: campaign.id, district, number, kind: stored.kind, addedAt: now, addedBy: person.staffId },
        ...(stored.text === undefined ? {} : { text: { ...stored.text } }),
        ...(stored.kind === "file" ? { fileHash: stored.hash, fileName: stored.name } : {}),
        responsible: responsibleIn(context),
      },
    }),
  );
  return number;
}

/** Takes one back; it stays in the journal. @throws {RefusalError} if the district has none of that number */
export async function takeBackCaseStudy(
  context: PersonContext,
  district: string,
  asked: number | undefined,
): Promise<CaseStudy> {
  const { tx, campaign, now, person } = context;
  if (!reportingDistricts(campaign.definition, person).includes(district))
    throw new RefusalError("work-report.not-yours", workReportPhrases.notYours(campaign.definition));
  await lockReports(tx, campaign.id, district);
  const all = await caseStudiesOf(tx, campaign.id, district);
  const [only, second] = all;
  const found = asked === undefined ? (second ? undefined : only) : all.find(({ number }) => number === asked);
  if (!found)
    throw new RefusalError("work-report.which-case-study", phrases.whichBack(all.map(({ number }) => number)));
  const { number } = found;
  const rows = [caseStudyTable.row({ campaign_id: campaign.id, district, number })];
  await context.withJournal({ action: "work-report.case-study-taken-back", rows }, () =>
    tx.caseStudy.update({
      where: { campaignId_district_number: { campaignId: campaign.id, district, number } },
      data: { withdrawnAt: now, withdrawnBy: person.staffId },
    }),
  );
  return found;
}
