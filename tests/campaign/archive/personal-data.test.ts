import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { retentionPhrases } from "../../../src/campaign/archive/retention/phrases.ts";
import { personalDataPage } from "../../../src/campaign/archive/retention/views.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const MODELS = "prisma/models";
const { page } = retentionPhrases;

/** Columns that hold what people wrote or who somebody is: encrypted bodies, references to personal values, people. */
function personalColumns(): string[] {
  const text = readdirSync(MODELS)
    .map((file) => readFileSync(join(MODELS, file), "utf8"))
    .join("\n");
  return [...text.matchAll(/^model (\w+) \{\n(.*?)\n\}/gmsu)].flatMap(([, model = "", body = ""]) => {
    let said = "";
    return body.split("\n").flatMap((line) => {
      const [name = "", type = ""] = line.trim().split(/\s+/u);
      if (name === "///") said += line;
      if (!/^[a-z]/u.test(name)) return [];
      const isPersonal =
        type.startsWith("Bytes") || model === "Person" || /\{personal, hash\}|personal value/u.test(said);
      said = "";
      return isPersonal && name !== "staffId" ? [`${model}.${name}`] : [];
    });
  });
}

/** Of these columns, the row of the page that says what for, who sees it and how long; all others hold texts on the work. */
const ROW_OF: Readonly<Record<string, string>> = {
  "ConsultationReply.repliedBy": page.contacts.what,
  "Dialogue.body": page.chat.what,
  "Draft.body": page.drafts.what,
  "InboxEvent.body": page.chat.what,
  "InboxEvent.fetched": page.chat.what,
  "Membership.mandate": page.signers.what,
  "Objection.about": page.objector.what,
  "Objection.handler": page.contacts.what,
  "Opinion.text": page.signers.what,
  "OutboxItem.body": page.chat.what,
  "Person.mobile": page.roster.what,
  "Person.name": page.roster.what,
  "PublicNotice.contact": page.contacts.what,
  "Recusal.facts": page.recusals.what,
  "Recusal.reason": page.recusals.what,
  "Recusal.reversedWhy": page.recusals.what,
  "RecommendationList.signer": page.signers.what,
  "SiteVisit.escort": page.visits.what,
  "TeamMember.name": page.visits.what,
  "TeamMember.unit": page.visits.what,
};

/** Texts on the work: reasons, opinions, reports, answers of the form. */
const TEXTS = `
  AgreedPoints.reason Application.answers ApplicationRevision.lateReason Archive.opinion Attachment.label
  Attachment.withdrawReason Broadcast.text Broadcast.values BroadcastTemplate.text CaseReturn.items CaseReturn.lateReason
  CaseStudy.text ConsultationReply.opinion ConsultationReply.words DeadlineExtension.approvalOpinion
  DeadlineExtension.opinion DeadlineExtension.reason EvidenceFile.label EvidenceRowSaid.label ExpectedDistricts.opinion
  Feedback.answer Feedback.text Objection.reason Objection.reply PersonalValue.body ProvincialRecommendation.items
  ProvincialRecommendation.opinion ProvincialRecommendation.result ProvincialRecommendation.sentOn
  PublicNotice.page PublicationCorrection.opinion PublicationCorrection.text PublicationSuspension.reason
  PublicationSuspension.resumeReason Recheck.outcome Recheck.reason RecommendationList.fewerReason
  RecommendationList.items RecommendationList.lateReason RequirementSheet.reasons ReturnExtension.opinion
  ReturnExtension.reason RulingAnswer.opinion Score.reason Score.remark ScoreSheet.lateReason ScoreSheet.reopenedAt
  Selection.items Selection.opinion Snapshot.sections SupportRequest.about SupportRequest.answer SupportRequest.content
  SupportRequest.outcome WorkReport.returnRemarks WorkReport.text WorkReportPart.text EvaluationTeam.opinion
`
  .trim()
  .split(/\s+/u);

test("every column that holds personal data or free text has its row on 个人信息清单", () => {
  const known = [...Object.keys(ROW_OF), ...TEXTS];
  const unknown = personalColumns().filter((column) => !known.includes(column));
  const gone = known.filter((column) => !personalColumns().includes(column));

  expect({ unknown, gone }).toEqual({ unknown: [], gone: [] });
});

test("each row says what for, who sees it and how long, and every personal field of the form has one", () => {
  const campaign = { definition: shaoxing, id: "shaoxing-2023" };
  const { body } = personalDataPage({ campaign, rulings: new Map() } as unknown as Context);
  const rows = body.flatMap((block) => (block.kind === "table" ? block.rows : []));
  const labels = shaoxing.forms.flatMap(({ fields }) =>
    fields.filter(({ personal }) => personal).map(({ label }) => label),
  );

  expect(rows.every((row) => row.length === 4 && row.every((cell) => cell !== ""))).toBe(true);
  expect(rows.map(([what]) => what)).toEqual(expect.arrayContaining([...labels, ...new Set(Object.values(ROW_OF))]));
});
