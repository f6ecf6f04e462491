import type { JournalSchema } from "../platform/journal/journal-table.ts";
import { adoptionFeature } from "./administration/adoption/feature.ts";
import { bindingFeature } from "./administration/binding/feature.ts";
import { cancelFeature } from "./administration/cancel/feature.ts";
import { closingFeature } from "./administration/closing/feature.ts";
import { onBehalfFeature } from "./administration/on-behalf/feature.ts";
import { resumptionFeature } from "./administration/resumption/feature.ts";
import { rosterFeature } from "./administration/roster/feature.ts";
import type { Cost } from "./administration/usage/costs.ts";
import { type MonthlyUsage, usageFeature } from "./administration/usage/feature.ts";
import { FREE_EDITION } from "./administration/usage/quota.ts";
import { discardFeature } from "./application/discard/feature.ts";
import { exclusionFeature } from "./application/exclusion/feature.ts";
import { applicationFeature } from "./application/feature.ts";
import { formWordsFeature } from "./application/form-words/feature.ts";
import { latenessFeature } from "./application/lateness/feature.ts";
import { copiesFeature } from "./application/opinions/copies/feature.ts";
import { opinionsFeature } from "./application/opinions/feature.ts";
import { scansFeature } from "./application/opinions/scans/feature.ts";
import { receivedFormFeature } from "./application/received-form/feature.ts";
import { clauseSheetFeature } from "./application/requirements/clause-sheet/feature.ts";
import { requirementsFeature } from "./application/requirements/feature.ts";
import { withdrawalFeature } from "./application/withdrawal/feature.ts";
import { archiveFeature } from "./archive/feature.ts";
import { retentionFeature } from "./archive/retention/feature.ts";
import { attachmentFeature } from "./attachment/feature.ts";
import { authorityFeature } from "./authority/feature.ts";
import { broadcastFeature } from "./broadcast/feature.ts";
import { sentBroadcastsFeature } from "./broadcast/sent/feature.ts";
import { templateFeature } from "./broadcast/templates/feature.ts";
import { caseFeature } from "./case/feature.ts";
import { caseHistoryFeature } from "./case-history/feature.ts";
import { checkInFeature } from "./check-in/feature.ts";
import { cityIntakeFeature } from "./city-intake/feature.ts";
import { citySummary } from "./city-summary/document.ts";
import { citySummaryFeature } from "./city-summary/feature.ts";
import { consultationFeature } from "./consultation/feature.ts";
import { consultationLetter } from "./consultation/letter-document.ts";
import { replyWorkbookFeature } from "./consultation/workbook/feature.ts";
import { correctionFeature } from "./correction/feature.ts";
import { engineFeature } from "./engine/engine-feature.ts";
import type { Feature } from "./engine/feature.ts";
import { makeRegistry } from "./engine/registry.ts";
import { evaluationTeamFeature } from "./evaluation-team/feature.ts";
import { teamNotice } from "./evaluation-team/notice.ts";
import { recusalFeature } from "./evaluation-team/recusal/feature.ts";
import { evidenceFeature } from "./evidence/feature.ts";
import { intakeFeature } from "./evidence/intake/feature.ts";
import { outputFeature } from "./evidence/output/feature.ts";
import { exportFeature } from "./export/feature.ts";
import { recommendationLetter } from "./export/letter.ts";
import { extensionFeature } from "./extension/feature.ts";
import { returnExtensionFeature } from "./extension/of-correction/feature.ts";
import { feedbackFeature } from "./feedback/feature.ts";
import { formPaperFeature } from "./form-paper/feature.ts";
import { noticeFeature } from "./form-paper/notice/feature.ts";
import { objectionFeature } from "./objection/feature.ts";
import { officialDocumentFeature } from "./official-document/feature.ts";
import type { OfficialTemplate } from "./official-document/template.ts";
import { answerFeature } from "./overview/answer/feature.ts";
import { citationFeature } from "./overview/citation/feature.ts";
import { deskFeature } from "./overview/desk/feature.ts";
import { helpFeature } from "./overview/help/feature.ts";
import { nudgeFeature } from "./overview/nudge/feature.ts";
import { progressFeature } from "./overview/progress/feature.ts";
import { rehearsalFeature } from "./overview/rehearsal/feature.ts";
import { standingFeature } from "./overview/standing/feature.ts";
import { preliminaryReviewFeature } from "./preliminary-review/feature.ts";
import { reviewWorkbookFeature } from "./preliminary-review/workbook/feature.ts";
import { provincialRecommendationFeature } from "./provincial-recommendation/feature.ts";
import { provincialReport } from "./provincial-recommendation/report.ts";
import { publicNoticeFeature } from "./public-notice/feature.ts";
import { publicNoticeText } from "./public-notice/text.ts";
import { rankingFeature } from "./ranking/feature.ts";
import { receiptFeature } from "./receipt/feature.ts";
import { recommendationFeature } from "./recommendation/feature.ts";
import { gapsFeature } from "./recommendation/gaps-page/feature.ts";
import { sealedCopyFeature } from "./recommendation/sealed-copy/feature.ts";
import { listWorkbookFeature } from "./recommendation/workbook/feature.ts";
import { referenceListFeature } from "./reference-list/feature.ts";
import { reminderFeature } from "./reminder/feature.ts";
import { supervisionFeature } from "./reminder/supervision/feature.ts";
import { rulingFeature } from "./ruling/feature.ts";
import { scoringFeature } from "./scoring/feature.ts";
import { selectionFeature } from "./selection/feature.ts";
import { publicationFeature } from "./selection/publication/feature.ts";
import { publicationNotice } from "./selection/publication/text.ts";
import { siteVisitFeature } from "./site-visit/feature.ts";
import { visitNotice } from "./site-visit/notice/document.ts";
import { visitNoticeFeature } from "./site-visit/notice/feature.ts";
import { visitRecordFeature } from "./site-visit/record/feature.ts";
import { snapshotFeature } from "./snapshot/feature.ts";
import { stageFeature } from "./stage/feature.ts";
import { summaryFeature } from "./summary/feature.ts";
import { supportFeature } from "./support/feature.ts";
import { tasksFeature } from "./tasks/feature.ts";
import { verificationFeature } from "./verification/feature.ts";
import { workReportFeature } from "./work-report/feature.ts";

/** What a month of campaign time, `yyyy-MM`, took of the platform's quota. */
export type ReadUsage = (month: string, without?: readonly string[]) => Promise<MonthlyUsage>;

/** The official documents that the campaign makes, each with a template that the bureau may edit. */
export const officialTemplates: readonly OfficialTemplate[] = [
  recommendationLetter,
  consultationLetter,
  teamNotice,
  visitNotice,
  publicNoticeText,
  publicationNotice,
  provincialReport,
  citySummary,
];

/** The parts of the campaign in the order of its year: so events reach them and contributions are listed. */
export const features = ({
  readUsage,
  allowance = FREE_EDITION,
}: {
  readUsage: ReadUsage;
  /** What the platform grants a month. */
  allowance?: Cost | undefined;
}): readonly Feature[] => [
  engineFeature,
  stageFeature,
  receiptFeature,
  officialDocumentFeature(officialTemplates),
  summaryFeature,
  attachmentFeature,
  rulingFeature,
  authorityFeature,
  referenceListFeature,
  applicationFeature,
  formWordsFeature,
  discardFeature,
  withdrawalFeature,
  exclusionFeature,
  latenessFeature,
  requirementsFeature,
  clauseSheetFeature,
  receivedFormFeature,
  opinionsFeature,
  scansFeature,
  copiesFeature,
  scoringFeature,
  preliminaryReviewFeature,
  reviewWorkbookFeature,
  evidenceFeature,
  outputFeature,
  intakeFeature,
  snapshotFeature,
  recommendationFeature,
  gapsFeature,
  listWorkbookFeature,
  sealedCopyFeature,
  correctionFeature,
  formPaperFeature,
  noticeFeature,
  consultationFeature,
  replyWorkbookFeature,
  evaluationTeamFeature,
  recusalFeature,
  siteVisitFeature,
  visitNoticeFeature,
  visitRecordFeature,
  verificationFeature,
  rankingFeature,
  cityIntakeFeature,
  selectionFeature,
  publicNoticeFeature,
  objectionFeature,
  publicationFeature,
  provincialRecommendationFeature,
  supportFeature,
  caseFeature,
  caseHistoryFeature,
  workReportFeature,
  checkInFeature,
  extensionFeature,
  returnExtensionFeature,
  tasksFeature,
  citySummaryFeature,
  reminderFeature,
  supervisionFeature,
  broadcastFeature,
  sentBroadcastsFeature,
  templateFeature,
  feedbackFeature,
  exportFeature,
  archiveFeature,
  retentionFeature,
  nudgeFeature,
  progressFeature,
  answerFeature,
  standingFeature,
  citationFeature,
  deskFeature,
  rehearsalFeature,
  bindingFeature,
  adoptionFeature,
  rosterFeature,
  onBehalfFeature,
  closingFeature,
  usageFeature(readUsage, allowance),
  cancelFeature,
  resumptionFeature,
  helpFeature,
];

/** What the journal records, for programs that read it without a bot. */
export const journalSchema = (): JournalSchema =>
  makeRegistry(features({ readUsage: () => Promise.reject(new Error("no usage outside a bot")) })).journal;
