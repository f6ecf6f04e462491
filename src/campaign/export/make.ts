import { RefusalError } from "../../shared/refusal-error.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { audienceOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import { type DistrictScope, districtScope, isWithin } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { isPublished } from "../ranking/published.ts";
import { scoredCompounds } from "../ranking/summary.ts";
import { rankingWorkbook } from "../ranking/workbook.ts";
import { type ExportedFile, listWorkbook } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { progressOf } from "./progress.ts";
import { progressWorkbook } from "./progress-workbook.ts";
import type { What } from "./what.ts";

/** What is wanted, and of which districts; none named: all that the person may see. */
export interface Wanted {
  what: What;
  districts: readonly string[];
}

/**
 * Makes the workbook, journals that it left, and sends it: into the group it was asked for in where all who read there
 * may have it, else to the person alone.
 *
 * @returns the file's name, and whether it went to the chat that was written in
 * @throws {RefusalError} when the person may not have it, or there is nothing to put into it
 */
export async function exportFile(context: PersonContext, wanted: Wanted): Promise<{ name: string; here: boolean }> {
  const districts = districtsWithin(context, wanted);
  const { name, bytes } = await workbookOf(context, { ...wanted, districts });
  const here = await mayStandHere(context, wanted.what);
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "export.made", reason: `${name} ${hash}` }, () =>
    context.outbox.sendFile(here ? context.chat : context.person.staffId, { name, hash }),
  );
  return { name, here };
}

/** @throws {RefusalError} when nothing, or not what was named, lies within the person's scope */
function districtsWithin(context: PersonContext, { what, districts }: Wanted): readonly string[] {
  const { definition } = context.campaign;
  const scope = narrower(districtScope(definition, context.person, "export.make"), scoreScope(context, what));
  if (scope !== "all" && scope.length === 0)
    throw new RefusalError("export.nothing-assigned", phrases.nothingAssigned(nounsOf(definition)));
  const all = definition.campaign.districts;
  const foreign = all.find(({ id }) => districts.includes(id) && !isWithin(scope, id));
  if (foreign) throw new RefusalError("export.not-own", phrases.notYours(foreign.name, nounsOf(definition)));
  return all
    .map(({ id }) => id)
    .filter((id) => isWithin(scope, id) && (districts.length === 0 || districts.includes(id)));
}

/** Files with points ask for a look at points as well; a list without them for a look at what is on it. */
function scoreScope({ campaign: { definition }, person }: PersonContext, what: What): DistrictScope {
  if (what === "progress") return districtScope(definition, person, "progress.see");
  return districtScope(definition, person, hasRubric(definition.rubric) ? "ranking.see" : "application.see");
}

function narrower(one: DistrictScope, other: DistrictScope): DistrictScope {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((district) => other.includes(district));
}

async function workbookOf(context: PersonContext, { what, districts }: Wanted): Promise<ExportedFile> {
  const isWhole = districts.length === context.campaign.definition.campaign.districts.length;
  switch (what) {
    case "list":
      return listWorkbook(context, districts);
    case "ranking": {
      const compounds = (await scoredCompounds(context)).filter(({ district }) => districts.includes(district));
      if (compounds.length === 0) throw new RefusalError("export.no-points", phrases.noPoints());
      return rankingWorkbook(context, compounds, isWhole ? undefined : districts);
    }
    case "progress": {
      const progress = await progressOf(context);
      return progressWorkbook(
        context,
        progress.filter(({ district }) => districts.includes(district)),
        isWhole,
      );
    }
  }
}

/** The city's group may have everything; the campaign group files with points only after publication. */
async function mayStandHere(context: PersonContext, what: What): Promise<boolean> {
  if (context.place === "direct") return true;
  const audience = await audienceOf(context.tx, context.campaign.id, context.chat);
  const organizes = districtScope(context.campaign.definition, context.person, "export.make") === "all";
  if (audience === "city") return organizes;
  return audience === "campaign" && organizes && what !== "progress" && isPublished(context);
}
