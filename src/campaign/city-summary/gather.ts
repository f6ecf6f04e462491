import { dayOf } from "../../shared/civil-date.ts";
import { applicationsOf } from "../application/store.ts";
import { districtName } from "../definition/districts.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce } from "../recommendation/store.ts";
import { publishedApplications } from "../selection/store.ts";
import { supportOf } from "../support/store.ts";
import { isOpen, type SupportRequest } from "../support/support.ts";
import { type DistrictCount, districtCounts } from "../tasks/counts.ts";
import { ALL_DISTRICTS } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import { caseStudiesOf } from "../work-report/case-study/store.ts";
import { lackingIn, type ReportState, stateOfReport } from "../work-report/contents/state.ts";
import { reportsInForce } from "../work-report/store.ts";
import type { WorkReport } from "../work-report/work-report.ts";

/** What a district did and reported. */
export interface DistrictSummary {
  count: DistrictCount;
  /** Cases on its list in force. */
  listed: number;
  /** Cases on the published list; undefined before 公布. */
  selected: number | undefined;
  report: WorkReport | undefined;
  /** Of the report; undefined without one. */
  state: ReportState | undefined;
  /** Names of the parts that it lacks. */
  lacking: readonly string[];
  caseStudies: readonly { name: string | undefined; text: string | undefined }[];
  support: readonly SupportRequest[];
}

/** Everything that the city's summary is made of, district by district. */
export async function gatherSummary(context: Context): Promise<DistrictSummary[]> {
  const { tx, campaign, personal } = context;
  const counts = districtCounts(await readState(context, ALL_DISTRICTS), dayOf(context.now));
  const reports = await reportsInForce(tx, campaign.id);
  const lists = await listsInForce(tx, campaign.id);
  const published = await publishedApplications(tx, campaign.id);
  const districtOf = new Map((await applicationsOf(tx, campaign.id)).map(({ id, district }) => [id, district]));
  const support = await supportOf(context);
  const studies = await caseStudiesOf(tx, campaign.id);
  const texts = await personal.read(studies.map(({ content }) => content.text));
  const districts: DistrictSummary[] = [];
  for (const count of counts) {
    const { district } = count;
    const report = reports.get(district);
    const state = report && (await stateOfReport(context, report));
    districts.push({
      ...{ count, report, state, lacking: state ? lackingIn(context, state) : [] },
      listed: lists.get(district)?.items.length ?? 0,
      selected: published && [...published].filter((id) => districtOf.get(id) === district).length,
      caseStudies: studies
        .filter((one) => one.district === district)
        .map(({ content }) => ({
          name: content.kind === "file" ? content.name : undefined,
          text: content.text && texts.get(content.text.personal),
        })),
      support: support.filter((one) => one.district === district),
    });
  }
  return districts;
}

export const openSupport = (districts: readonly DistrictSummary[]): SupportRequest[] =>
  districts.flatMap(({ support }) => support.filter(isOpen));

/** Districts without a report, or with one that lacks something. */
export const incomplete = ({ campaign }: Pick<Context, "campaign">, districts: readonly DistrictSummary[]): string[] =>
  districts
    .filter(({ report, lacking }) => !report || lacking.length > 0)
    .map(({ count }) => districtName(campaign.definition, count.district));
