import { revisionOfScan, SCANS } from "../../application/opinions/scans/place.ts";
import { applicationsOf } from "../../application/store.ts";
import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { districtName } from "../../definition/districts.ts";
import type { Context } from "../../engine/context.ts";
import { ROWS } from "../../evidence/place.ts";
import { SEALED, versionOfScan } from "../../recommendation/sealed-copy/sealed-copy.ts";
import { listsInForce } from "../../recommendation/store.ts";
import { isVisitPlace, VISIT_PLACES } from "../../site-visit/record/number.ts";
import { visitsInForce } from "../../site-visit/store.ts";
import { sealPlace } from "../../work-report/sealed-copy/sealed-copy.ts";
import { reportsInForce } from "../../work-report/store.ts";
import { BASIS, NOTICE } from "../places.ts";
import { contentPhrases as phrases } from "./phrases.ts";

/** A paper that the system has in a version, and what its stamped or signed copies say. */
export interface Compared {
  kind: "list" | "form" | "report" | "visit" | "other";
  title: string;
  /** Version in force in the system; undefined for papers without a check number: people compare them. */
  system: number | undefined;
  /** Versions that the check numbers on the stamped copies name; of papers without one the number of pages. */
  papers: readonly number[];
}

export type Verdict = "same" | "differs" | "noPaper" | "notCompared";

export const verdictOn = ({ system, papers }: Pick<Compared, "system" | "papers">): Verdict => {
  if (system === undefined) return "notCompared";
  if (papers.length === 0) return "noPaper";
  return papers.includes(system) ? "same" : "differs";
};

/** Lists, forms, reports and records of visits in force, each with its stamped copies; then whatever else was filed. */
export async function compared(context: Context): Promise<Compared[]> {
  const { tx, campaign } = context;
  const { definition, id: campaignId } = campaign;
  const filed = await attachmentsAt(tx, { campaignId, prefix: "" });
  const cases = (await applicationsOf(tx, campaignId)).filter(({ state }) => state !== "withdrawn");
  const sealed = at(filed, SEALED).map(versionOfScan);
  const lists = [...(await listsInForce(tx, campaignId)).values()].map(({ district, version }) => ({
    ...{ kind: "list" as const, title: phrases.listItem(districtName(definition, district)), system: version },
    papers: distinct(sealed.filter((one) => one.district === district).map((one) => one.version)),
  }));
  const forms = cases.map(({ id, district, compoundName, revision }) => ({
    ...{ kind: "form" as const, title: phrases.formOf(districtName(definition, district), compoundName) },
    system: revision,
    papers: distinct(
      at(filed, SCANS)
        .filter(({ caseId }) => caseId === id)
        .map(revisionOfScan),
    ),
  }));
  const visits = await visitsInForce(tx, campaignId);
  const records = cases.flatMap(({ id, district, compoundName }) => {
    const visit = visits.get(id);
    if (visit?.state !== "made") return [];
    const pages = at(filed, VISIT_PLACES).filter(({ caseId }) => caseId === id);
    return {
      ...{ kind: "visit" as const, title: phrases.recordOf(districtName(definition, district), compoundName) },
      system: visit.number,
      papers: distinct(pages.map(({ place }) => Number(place.slice(VISIT_PLACES.length)))),
    };
  });
  return [...lists, ...forms, ...(await reports(context, filed)), ...records, ...others(filed)];
}

async function reports({ tx, campaign }: Context, filed: readonly Attachment[]): Promise<Compared[]> {
  return [...(await reportsInForce(tx, campaign.id)).values()].map(({ district, version }) => {
    const before = sealPlace({ district, version: 0 }).slice(0, -1);
    return {
      ...{ kind: "report" as const, title: phrases.report(districtName(campaign.definition, district)) },
      system: version,
      papers: distinct(at(filed, before).map(({ place }) => Number(place.slice(before.length)))),
    };
  });
}

/** Papers without a check number, by what they are: nobody but a person can compare them. */
function others(filed: readonly Attachment[]): Compared[] {
  const left = filed.filter(
    ({ place }) =>
      ![SEALED, SCANS, ROWS, NOTICE, BASIS, "report:"].some((one) => place.startsWith(one)) && !isVisitPlace(place),
  );
  return [...Map.groupBy(left, ({ place }) => phrases.paperAt(place.split(":")[0] ?? ""))].map(([title, pages]) => ({
    kind: "other",
    title,
    system: undefined,
    papers: [pages.length],
  }));
}

const at = (filed: readonly Attachment[], prefix: string): Attachment[] =>
  filed.filter(({ place }) => place.startsWith(prefix));

const distinct = (versions: readonly number[]): number[] => [...new Set(versions)].sort((one, other) => one - other);
