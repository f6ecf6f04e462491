import { templates } from "../wording.ts";
import type { Check, Finding } from "./finding.ts";
import { nearestOf } from "./nearest.ts";
import { type Found, query, texts } from "./query.ts";

const STAGE_VARIABLES = [
  "city",
  "year",
  "campaign",
  "planTitle",
  "contact.name",
  "contact.phone",
  "stage.numeral",
  "stage.name",
  "stage.opensOn",
  "stage.closesOn",
  "stage.workingDays",
  "districtCount",
  "criterionCount",
  "totalPoints",
  "rest",
  "source",
];
const DISTRICT_VARIABLES = ["district.name"];
const TITLE_VARIABLES = ["city", "year"];
const TEMPLATES = ["title", "lead", "footnote", "owed.*"];

/** Reports missing wording, invalid templates, and unknown variables. */
export const wordings: Check = ({ files: { campaign, phrases, recommendationList } }) => {
  const group = [
    ...STAGE_VARIABLES,
    ...texts(campaign.content, "deliverables.*.id").flatMap((id) => [
      `due.${id}.stated`,
      `due.${id}.by`,
      `due.${id}.phrase`,
      `due.${id}.softClose`,
      `due.${id}.softAhead`,
      `due.${id}.binding`,
      `due.${id}.awaited`,
      `due.${id}.ended`,
      `due.${id}.done`,
    ]),
    ...texts(campaign.content, "quotas.*.id").map((id) => `quota.${id}`),
  ];
  const speaking = (audience: string) =>
    TEMPLATES.flatMap((name) => query(phrases.content, `stages.*.${audience}.${name}`));
  return [
    ...unworded(campaign.content, phrases.content),
    ...(campaign.content === undefined
      ? []
      : [
          ...speaking("group").flatMap((at) => unfit("phrases", at, group)),
          ...speaking("districtOfficer").flatMap((at) => unfit("phrases", at, [...group, ...DISTRICT_VARIABLES])),
        ]),
    ...query(recommendationList.content, "title").flatMap((at) => unfit("recommendationList", at, TITLE_VARIABLES)),
  ];
};

function hintOf(name: string, known: readonly string[]): string {
  const meant = nearestOf(name, known);
  return meant === undefined ? "" : `是否指“${meant}”？`;
}

function unworded(campaign: unknown, phrases: unknown): Finding[] {
  if (phrases === undefined) return [];
  const worded = texts(phrases, "stages.*.stage");
  return texts(campaign, "stages.*.id")
    .filter((id) => !worded.includes(id))
    .map((id) => ({ in: "phrases", path: ["stages"], message: `阶段“${id}”没有用语：请照其他阶段写一段。` }));
}

function unfit(key: Finding["in"], { path, value }: Found, known: readonly string[]): Finding[] {
  if (typeof value !== "string") return [];
  try {
    return templates
      .globalFullVariablesSync(value)
      .filter((name) => !known.includes(name))
      .map((name) => ({ in: key, path, message: `用语中有未知变量“${name}”。${hintOf(name, known)}` }));
  } catch {
    const message =
      "用语模板的写法有误：请核对“{{ }}”“{% %}”是否成对，if 之后是否有 endif，变量名是否只含字母、数字和点。";
    return [{ in: key, path, message }];
  }
}
