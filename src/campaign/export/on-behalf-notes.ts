import { enteredForOthers } from "../application/on-behalf.ts";
import { onBehalfPhrases as phrases } from "../application/on-behalf-phrases.ts";
import { annexWords } from "../application/requirements/views.ts";
import { applicationsOf } from "../application/store.ts";
import { districtName } from "../definition/districts.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { type EnteredFor, enteredFor } from "../engine/on-behalf.ts";
import { listWord } from "../ranking/list-word.ts";
import { listsInForce } from "../recommendation/store.ts";
import { reportOf } from "../work-report/rules.ts";
import { reportsInForce } from "../work-report/store.ts";

/** Something that was entered for a district: of a case, or of the district as a whole. */
interface Entered {
  of: { caseId: string } | { district: string };
  what: string;
  by: EnteredFor;
}

/** A line naming what was entered for these districts, by whom, and who answers for it. */
export async function onBehalfNotes(context: Context, districts: readonly string[]): Promise<string[]> {
  const all = (await Promise.all([ofCases(context), ofDistricts(context)])).flat();
  if (all.length === 0) return [];
  const { tx, campaign } = context;
  const people = await namesOf(
    tx,
    all.flatMap(({ by }) => [by.by, by.responsible]),
  );
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  const named = all.flatMap(({ of, what, by }) => {
    const application = "caseId" in of ? applications.find(({ id }) => id === of.caseId) : undefined;
    const district = "district" in of ? of.district : application?.district;
    if (district === undefined || !districts.includes(district)) return [];
    const name = application?.compoundName ?? districtName(campaign.definition, district);
    const [typedBy, responsible] = [by.by, by.responsible].map((id) => people.get(id) ?? id);
    return [{ name, what, typedBy: typedBy ?? "", responsible: responsible ?? "" }];
  });
  const groups = Map.groupBy(named, ({ name, typedBy, responsible }) => [name, typedBy, responsible].join(" "));
  const items = [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, what: [...new Set([first, ...more].map(({ what }) => what))] }] : [],
  );
  return items.length === 0 ? [] : [phrases.note(items)];
}

async function ofCases(context: Context): Promise<Entered[]> {
  const { tx, campaign } = context;
  const where = { campaignId: campaign.id, responsible: { not: null } };
  const [formsEntered, sheets, scores, finalized, opinions] = await Promise.all([
    enteredForOthers(tx, campaign.id),
    tx.requirementSheet.findMany({ where }),
    tx.score.findMany({ where: { ...where, ledger: "district" }, distinct: ["caseId", "givenBy"] }),
    tx.scoreSheet.findMany({ where: { ...where, ledger: "district" } }),
    tx.opinion.findMany({ where: { ...where, withdrawnAt: null }, distinct: ["caseId", "recordedBy"] }),
  ]);
  const forms = [...formsEntered].map(
    ([caseId, { typedBy: by, responsible }]): Entered => ({
      of: { caseId },
      what: phrases.form(),
      by: { by, responsible },
    }),
  );
  const entered = (caseId: string, what: string, by: EnteredFor | undefined): Entered[] =>
    by ? [{ of: { caseId }, what, by }] : [];
  return [
    ...forms,
    ...sheets.flatMap((one) => entered(one.caseId, annexWords(context), enteredFor(one.answeredBy, one.responsible))),
    ...scores.flatMap((one) => entered(one.caseId, phrases.review(), enteredFor(one.givenBy, one.responsible))),
    ...finalized.flatMap((one) => entered(one.caseId, phrases.review(), enteredFor(one.finalizedBy, one.responsible))),
    ...opinions.flatMap((one) => entered(one.caseId, phrases.opinions(), enteredFor(one.recordedBy, one.responsible))),
  ];
}

async function ofDistricts({ tx, campaign }: Context): Promise<Entered[]> {
  const { definition } = campaign;
  const [listed, reported] = await Promise.all([listsInForce(tx, campaign.id), reportsInForce(tx, campaign.id)]);
  const lists = [...listed.values()].map((list) => ({
    district: list.district,
    what: listWord(definition) ?? "",
    by: enteredFor(list.confirmedBy, list.responsible),
  }));
  const reports = [...reported.values()].map((report) => ({
    district: report.district,
    what: reportOf(definition)?.name ?? "",
    by: enteredFor(report.handedInBy, report.responsible),
  }));
  return [...lists, ...reports].flatMap(({ district, what, by }) => (by ? [{ of: { district }, what, by }] : []));
}
