import { type Action, textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { attach } from "../../attachment/attach.ts";
import { districtName } from "../../definition/districts.ts";
import { filePlaces } from "../../engine/dispatch/file-places.ts";
import { takeOffered } from "../../engine/dispatch/offered-files.ts";
import { type Command, extend } from "../../engine/feature.ts";
import { reportChanged } from "../events.ts";
import { ownDistrict } from "../own-district.ts";
import { hasReport, reportingDistricts } from "../rules.ts";
import { reportsInForce } from "../store.ts";
import { reportSealPhrases as phrases } from "./phrases.ts";
import { sealedPages, sealPlace } from "./sealed-copy.ts";

const TAKE_SEAL = "work-report.take-seal";

/** Files a stamped page or scan beside the version in force. */
export const takeSeal: Command = {
  id: TAKE_SEAL,
  words: phrases.words(),
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, { verbatim }) {
    const district = ownDistrict(context, "");
    const report = (await reportsInForce(context.tx, context.campaign.id)).get(district);
    if (!report) throw new RefusalError("work-report.nothing-to-seal", phrases.none());
    const file = await takeOffered(context, verbatim);
    const { again } = await attach(context, {
      ...{ place: sealPlace(report), district, file, accepts: ["pdf", "picture"] },
    });
    if (!again) context.emit(reportChanged, { district, version: report.version });
    const { length } = await sealedPages(context, report);
    const words = again ? phrases.filedAgain() : phrases.filed(report.version, length);
    const title = phrases.title(districtName(context.campaign.definition, district));
    return { reply: textView(title, words, { tone: "done" }), toast: words, changed: true };
  },
};

const action: Action = { ...{ id: TAKE_SEAL, label: phrases.asPlace(), typed: phrases.asPlace(), look: "default" } };

/** A scan or PDF may be the stamped report of who has handed one in. */
export const sealOfReport = extend(filePlaces, async ({ tx, campaign }, { file, person }) => {
  const { definition, closedAt } = campaign;
  const [district] = reportingDistricts(definition, person);
  if (district === undefined || !hasReport(definition) || closedAt) return undefined;
  if (file.opened?.kind !== "scan" || file.opened.codes.length > 0) return undefined;
  if (!(await reportsInForce(tx, campaign.id)).has(district)) return undefined;
  return { action: { ...action, typed: `${phrases.asPlace()} ${file.name}` } };
});
