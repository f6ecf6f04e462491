import type { View } from "../../platform/chat/view.ts";
import { assertNever } from "../../shared/assert-never.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { splitBlock } from "./contents/views.ts";
import type { Doubt } from "./doubts.ts";
import { workReportPhrases } from "./phrases.ts";
import type { Received } from "./receive.ts";
import { contentWords, stageName } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** Asks whether what came is the report, and why that is in doubt. */
export function doubtView(
  context: Context,
  {
    district,
    report,
    doubts,
    known,
    last,
    continues,
  }: {
    district: string;
    report: Received;
    doubts: readonly Doubt[];
    known: WorkReport | undefined;
    /** The last of several messages, which may be the whole report alone. */
    last: Received | undefined;
    /** Version handed in before, which the report continues. */
    continues?: number | undefined;
  },
): View {
  const { definition } = context.campaign;
  const several = last ? [severalWords(continues)] : [];
  const reasons = [...several, ...doubts.map((doubt) => doubtWords(definition, doubt))];
  const yes =
    reasons.length === 0
      ? [workReportPhrases.confirm(), workReportPhrases.confirmTyped()]
      : [workReportPhrases.yes(), workReportPhrases.yesTyped()];
  const remarks = report.remark === undefined ? [] : [report.remark];
  const replaces = known ? [workReportPhrases.replaces(known.version)] : [];
  return {
    title: workReportPhrases.doubtTitle(districtName(definition, district)),
    tone: "near",
    status: workReportPhrases.doubtStatus(),
    body: [
      {
        kind: "facts",
        facts: [
          { label: workReportPhrases.contentLabel(), value: contentWords(report.content) },
          ...(last ? [{ label: workReportPhrases.lastLabel(), value: contentWords(last.content) }] : []),
        ],
      },
      ...(report.content.kind === "text" ? [splitBlock(context, report.content.text)] : []),
      {
        kind: "text",
        text: [...(reasons.length === 0 ? [workReportPhrases.checkSplit()] : reasons), ...replaces, ...remarks].join(
          "",
        ),
      },
    ],
    actions: [
      last
        ? { id: "", label: workReportPhrases.all(), typed: workReportPhrases.allTyped(), look: "primary" }
        : { id: "", label: yes[0] ?? "", typed: yes[1] ?? "", look: "primary" },
      ...(last
        ? [
            {
              id: "",
              label: workReportPhrases.onlyLast(),
              typed: workReportPhrases.onlyLastTyped(),
              look: "default" as const,
            },
            ...(continues === undefined
              ? [
                  {
                    id: "",
                    label: workReportPhrases.withoutLast(),
                    typed: workReportPhrases.withoutLast(),
                    look: "default" as const,
                  },
                ]
              : []),
          ]
        : []),
      { id: "", label: workReportPhrases.no(), typed: workReportPhrases.noTyped(), look: "default" },
    ],
    footnote: workReportPhrases.doubtFootnote(),
  };
}

const severalWords = (continues: number | undefined): string =>
  continues === undefined ? workReportPhrases.several() : workReportPhrases.continued(continues);

function doubtWords(definition: Definition, doubt: Doubt): string {
  switch (doubt.kind) {
    case "short":
      return workReportPhrases.short(doubt.words);
    case "early":
      return workReportPhrases.tooEarly(stageName(definition), dayWordsIn(definition, doubt.from));
    case "otherPaper":
      return (
        workReportPhrases.otherPaper(doubt.paper) +
        (deliverableFor(definition, "caseStudy")?.name === doubt.paper
          ? workReportPhrases.caseStudyNote(doubt.paper)
          : "")
      );
    case "corrected":
      return workReportPhrases.corrected(doubt.said);
    case "less":
      return workReportPhrases.less(doubt.words, doubt.before);
    case "fewerParts":
      return workReportPhrases.fewerParts(doubt.lacking);
    case "otherDistrict":
      return workReportPhrases.otherDistrict(doubt.name);
    default:
      return assertNever(doubt);
  }
}
