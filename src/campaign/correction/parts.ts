import type { Application } from "../application/application.ts";
import { formOf } from "../application/offered.ts";
import { calledOffices, officesOf } from "../application/opinions/offices.ts";
import { opinionsOn } from "../application/opinions/store.ts";
import { clausesOf } from "../application/requirements/requirements.ts";
import { requirementSheets } from "../application/requirements/store.ts";
import { answerHash } from "../application/revision.ts";
import { partAt } from "../attachment/open-place.ts";
import { recordedAt } from "../attachment/store.ts";
import { annexFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import type { CasePart } from "../engine/open-parts.ts";
import { evidenceRows } from "../evidence/rules.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import type { Nameable } from "./read-defects.ts";

/** What of the case can be returned, with the words for it. */
export function nameableIn(context: Context, application: Application): Nameable {
  const { definition } = context.campaign;
  const form = formOf(definition);
  const district = definition.campaign.districts.find(({ id }) => id === application.district);
  const city = definition.campaign.city.name;
  return {
    rows: criteriaOf(definition.rubric).map(({ id }) => id),
    evidence: evidenceRows(definition.rubric).map(({ id }) => id),
    clauses: clausesOf(definition).map(({ id }) => id),
    fields: new Map(form?.fields.map(({ key, label, aliases = [] }) => [key, [label, ...aliases]]) ?? []),
    offices: form && district ? calledOffices(form, { district, city }) : new Map(),
  };
}

/** The part as people know it: 评分3-5环境卫生, 附件1第8项8-2, 小区地址. */
export function partName({ campaign: { definition } }: Context, { answers }: Application, part: CasePart): string {
  const [kind, id = ""] = part.split(":");
  const form = formOf(definition);
  const row = criteriaOf(definition.rubric).find((one) => one.id === id);
  switch (kind) {
    case "field":
      return form?.fields.find(({ key }) => key === id)?.label ?? id;
    case "clause":
      return phrases.clause(annexFor(definition, "requirements")?.name ?? "", id);
    case "points":
      return phrases.points(id, row?.short ?? "");
    case "evidence":
      return phrases.evidence(id, row?.short ?? "");
    case "opinion":
      return (form && officesOf(form, answers).find((one) => one.id === id)?.label) ?? id;
    default:
      return phrases.paper();
  }
}

/** What each part of the case is now; equal while nothing of it was changed. A part without content has no entry. */
export async function fingerprints(context: Context, application: Application): Promise<ReadonlyMap<CasePart, string>> {
  const { tx, campaign } = context;
  const { id: caseId, answers } = application;
  const all = new Map<CasePart, string>();
  for (const key of Object.keys(answers)) all.set(`field:${key}`, answerHash(answers, key));
  const requirements = (await requirementSheets(tx, [caseId])).get(caseId);
  for (const { id } of clausesOf(campaign.definition)) {
    const figures = campaign.definition.requirements.figures.filter(({ clauses }) => clauses.includes(id));
    const given = figures.map((figure) => requirements?.figures[figure.id] ?? null);
    const clause = [requirements?.clauses[id] ?? null, requirements?.reasons[id]?.hash ?? null, given];
    all.set(`clause:${id}`, JSON.stringify(clause));
  }
  const sheet = await sheetOf(tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
  for (const [id, { state, hundredths, reason, remark }] of sheet?.scores ?? []) {
    all.set(`points:${id}`, JSON.stringify([state, hundredths, reason?.hash ?? null, remark?.hash ?? null]));
  }
  for (const one of await recordedAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: "" })) {
    const part = partAt(one.place);
    if (part) all.set(part, `${all.get(part) ?? ""}${one.id}${one.state === "filed" ? "+" : "-"}`);
  }
  for (const { office, number, withdrawn } of (await opinionsOn(tx, [caseId])).get(caseId) ?? []) {
    const part = `opinion:${office}` as const;
    all.set(part, `${all.get(part) ?? ""}${number}${withdrawn ? "-" : "+"}`);
  }
  return all;
}
