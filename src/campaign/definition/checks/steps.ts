import { deliverableNames, stepNames } from "../purpose-phrases.ts";
import { type DeliverablePurpose, type Step, step } from "../schema/purposes.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, part, query, textPart, texts } from "./query.ts";

/** Deliverable required by each step; other steps require none. */
const WORKS_ON: Partial<Record<Step, DeliverablePurpose>> = {
  checkIn: "checkIn",
  application: "application",
  review: "review",
  recommendation: "list",
  verification: "verification",
  selection: "publication",
  notice: "publication",
  publication: "publication",
  report: "report",
  caseStudy: "caseStudy",
  summary: "summary",
};

/** Required `each` and `owedBy` by purpose. */
const OWED: Partial<Record<DeliverablePurpose, { each: string; owedBy: string }>> = {
  checkIn: { each: "district", owedBy: "district" },
  application: { each: "case", owedBy: "district" },
  review: { each: "case", owedBy: "district" },
  list: { each: "district", owedBy: "district" },
  team: { each: "campaign", owedBy: "city" },
  verification: { each: "case", owedBy: "city" },
  notice: { each: "campaign", owedBy: "city" },
  publication: { each: "campaign", owedBy: "city" },
  provinceList: { each: "campaign", owedBy: "city" },
  report: { each: "district", owedBy: "district" },
  caseStudy: { each: "district", owedBy: "district" },
  summary: { each: "campaign", owedBy: "city" },
};

/** Reports steps without their deliverable, deliverables not offered by any stage, and wrong `each` or `owedBy`. */
export const steps: Check = ({ files: { campaign, rubric } }) => [
  ...stepsWithout(campaign.content),
  ...unoffered(campaign.content),
  ...wronglyOwed(campaign.content),
  ...unmatchedRubric(campaign.content, rubric.content),
];

const stepsAt = (campaign: unknown): { path: Found["path"]; step: Step }[] =>
  query(campaign, "stages.*.steps.*").flatMap(({ path, value }) => {
    const known = step.safeParse(value);
    return known.success ? [{ path, step: known.data }] : [];
  });

function stepsWithout(campaign: unknown): Finding[] {
  const purposes = texts(campaign, "deliverables.*.purpose");
  return stepsAt(campaign).flatMap(({ path, step: offered }) => {
    const needed = WORKS_ON[offered];
    if (needed === undefined || purposes.includes(needed)) return [];
    const what = `${needed}（${deliverableNames[needed]}）`;
    const message = `步骤“${offered}（${stepNames[offered]}）”没有可办的成果：请在 deliverables 里写一项 purpose: ${what}，或删去此步骤。`;
    return [{ in: "campaign", path, message }];
  });
}

function unoffered(campaign: unknown): Finding[] {
  const offered = new Set(stepsAt(campaign).map((at) => at.step));
  return query(campaign, "deliverables.*.purpose").flatMap(({ path, value }) => {
    const able = step.options.filter((one) => WORKS_ON[one] === value);
    if (able.length === 0 || able.some((one) => offered.has(one))) return [];
    const message = `没有阶段办理“${String(value)}”：请在办理它的阶段里写 steps: [${able.join(", ")}]。`;
    return [{ in: "campaign", path, message }];
  });
}

function wronglyOwed(campaign: unknown): Finding[] {
  const owed: Readonly<Record<string, { each: string; owedBy: string } | undefined>> = OWED;
  return query(campaign, "deliverables.*").flatMap(({ path, value }) => {
    const purpose = textPart(value, "purpose") ?? "";
    const right = owed[purpose];
    if (right === undefined) return [];
    return (["each", "owedBy"] as const).flatMap((key): Finding[] => {
      const given = part(value, key);
      if (given === undefined || given === right[key]) return [];
      const message = `purpose 为“${purpose}”的成果，“${key}”应写 ${right[key]}。`;
      return [{ in: "campaign", path: [...path, key], message }];
    });
  });
}

/** Reports a rubric without scoring step, and a review without rubric. */
function unmatchedRubric(campaign: unknown, rubric: unknown): Finding[] {
  if (campaign === undefined || rubric === undefined) return [];
  const offered = stepsAt(campaign);
  if (query(rubric, "sections.*").length === 0)
    return offered
      .filter((at) => at.step === "review")
      .map(({ path }) => ({
        in: "campaign",
        path,
        message: "没有评选标准，不能初评：请写 rubric.yaml，或删去步骤“review（初评）”和它的成果。",
      }));
  if (offered.some((at) => at.step === "review" || at.step === "verification")) return [];
  const message = "没有阶段按评选标准打分：请在阶段里写 steps: [review] 或 [verification]，或删去 rubric.yaml。";
  return [{ in: "rubric", path: ["sections"], message }];
}
