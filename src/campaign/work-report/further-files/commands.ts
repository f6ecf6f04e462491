import { type Action, textView } from "../../../platform/chat/view.ts";
import { districtName } from "../../definition/districts.ts";
import { filePlaces } from "../../engine/dispatch/file-places.ts";
import { takeOffered } from "../../engine/dispatch/offered-files.ts";
import { type Command, extend } from "../../engine/feature.ts";
import { contentsPhrases } from "../contents/phrases.ts";
import { lackingIn, stateOfReport } from "../contents/state.ts";
import { ownDistrict } from "../own-district.ts";
import { workReportPhrases } from "../phrases.ts";
import { hasReport, reportingDistricts, typeOf } from "../rules.ts";
import { reportsInForce } from "../store.ts";
import { joinFile } from "./join.ts";
import { furtherFilePhrases as phrases } from "./phrases.ts";

const JOIN = "work-report.join-file";
const TYPES = ["docx", "pdf"];

/** Takes a file that is another part of the report in force: both are one report, in a new version. */
export const joinCommand: Command = {
  id: JOIN,
  words: [phrases.join(), "与工作报告合为一份"],
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, { verbatim }) {
    const district = ownDistrict(context, "");
    const file = await takeOffered(context, verbatim);
    const { before, report, isUnread } = await joinFile(context, district, file);
    const lacking = lackingIn(context, await stateOfReport(context, report));
    const words =
      phrases.joined(file.name, before.version) +
      (isUnread ? phrases.unread() : "") +
      (lacking.length > 0 ? contentsPhrases.lacksToast(lacking) : "");
    const title = phrases.title(districtName(context.campaign.definition, district));
    const status = workReportPhrases.receivedStatus(report.version);
    return { reply: textView(title, words, { tone: "done", status }), toast: words, changed: true };
  },
};

const action: Action = { ...{ id: JOIN, label: phrases.join(), typed: phrases.join() }, look: "default" };

/** A Word file or PDF that comes when a report is in may be another part of it. */
export const joinPlace = extend(filePlaces, async ({ tx, campaign }, { file, person }) => {
  const { definition, closedAt } = campaign;
  const [district] = reportingDistricts(definition, person);
  if (district === undefined || !hasReport(definition) || closedAt) return undefined;
  if (file.size === 0 || !TYPES.includes(typeOf(file.name))) return undefined;
  if (!(await reportsInForce(tx, campaign.id)).has(district)) return undefined;
  return { action: { ...action, typed: `${phrases.join()} ${file.name}` }, note: phrases.whichIsWhich() };
});
