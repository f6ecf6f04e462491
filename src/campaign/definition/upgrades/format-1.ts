import { eachOf, type Item, idOf, partsOf, without, withPartsFrom } from "./json.ts";

/*
 * Format 1 had no purposes: the program relied on the ids of the Shaoxing campaign, the only one in that format. Those
 * ids occur only here. Format 1 also contained the roster and a few unused values.
 */

const STEPS: Readonly<Record<string, Item>> = {
  mobilization: { steps: ["checkIn"] },
  implementation: { steps: ["application", "review", "recommendation", "ranking", "export"] },
  verification: {
    steps: [
      ...["application", "review", "recommendation", "verification", "ranking", "selection", "notice", "publication"],
      ...["report", "export"],
    ],
  },
  conclusion: {
    steps: ["ranking", "selection", "notice", "publication", "report", "caseStudy", "summary", "export"],
  },
};

const DELIVERABLES: Readonly<Record<string, Item>> = {
  "publicity-check-in": { purpose: "checkIn" },
  application: { purpose: "application" },
  "preliminary-review": { purpose: "review" },
  "recommendation-list": { purpose: "list" },
  "evaluation-team": { purpose: "team" },
  verification: { purpose: "verification" },
  publication: { purpose: "publication" },
  "province-recommendation": { purpose: "provinceList" },
  "work-report": { purpose: "report" },
  "case-study": { purpose: "caseStudy" },
  "city-summary": { purpose: "summary" },
};

const QUOTAS: Readonly<Record<string, Item>> = {
  recommended: { purpose: "perDistrict" },
  selected: { purpose: "selected" },
  "to-province": { purpose: "province" },
};

const PUBLICATIONS: Readonly<Record<string, Item>> = {
  "city-list": { purpose: "publication" },
  "province-list": { purpose: "provinceList" },
};

const FIELDS: Readonly<Record<string, Item>> = {
  compoundName: { purpose: "name" },
  applicant: { purpose: "applicant" },
  applicantKind: { purpose: "applicantKind" },
  compoundAddress: { purpose: "address" },
  ownersBodyKind: { purpose: "ownersBody" },
  statement: { purpose: "statement" },
  projectName: { purpose: "projectName" },
  propertyServiceEnterprise: { purpose: "enterprise" },
  subdistrict: { purpose: "subdistrict" },
  neighborhood: { purpose: "neighborhood" },
  rateKind: { purpose: "rateKind" },
  rate: { purpose: "rate" },
  rateAsOf: { purpose: "rateAsOf" },
  safetyAccident: { purpose: "disqualification" },
  remarks: { purpose: "remarks" },
};

const VERDICTS: Readonly<Record<string, string>> = { none: "clear", some: "excluded", pending: "pending" };

const ROWS: Readonly<Record<string, Item>> = {
  "1-2": { purpose: "participation" },
  "1-4": { purpose: "participation" },
  "2-4": { purpose: "participation" },
  "4-3": { purpose: "participation" },
  "3-2": { purpose: "satisfaction" },
};

const RULINGS: Readonly<Record<string, Item>> = {
  R1: { decides: "listDue" },
  R2: { decides: "reportDue" },
  R3: { decides: "pointStep" },
  R4: { decides: "allOrNothing" },
  R5: { decides: "excludingRequirements" },
  R6: { decides: "accidentWindow" },
  R7: { decides: "tieLadder" },
  R8: { decides: "provinceFromSelected" },
  R9: { decides: "numberSelected" },
  R10: { decides: "noticePeriod" },
  R12: { decides: "maximumPerDistrict" },
  R13: { decides: "stageCloses" },
  R14: { decides: "rankingBasis" },
  R17: { decides: "ownersBodies" },
  R20: { decides: "cityShare" },
  R21: { decides: "notApplicable" },
  R22: { decides: "reserves" },
  R23: { decides: "penaltyWindow" },
  R24: { decides: "attachmentOverflow" },
  R25: { decides: "countedDistricts" },
  R26: { decides: "teamScore" },
  R27: { decides: "undecidedRequirement" },
  R28: { decides: "earlyDisclosure" },
};

/** Keys of a value without effect in format 1. */
const UNREAD = ["subject", "until", "bracketsDefine"];

const WORDS = {
  plan: "实施方案",
  case: { noun: "小区", measure: "个" },
  district: { noun: "地区", measure: "个" },
  city: { noun: "市" },
};

const ours = (from: number, to: number, name: string) => ({ from, to, name, mark: "ours" });
const printed = (from: number, to: number, name: string) => ({ from, to, name, mark: "plan" });

const PLACES = [
  ours(6, 6, "开头"),
  ours(7, 8, "一、工作目标"),
  ours(9, 12, "二、工作原则"),
  ours(13, 17, "三、工作安排"),
  ours(18, 21, "四、相关要求"),
  ours(22, 22, "联系方式"),
  printed(23, 34, "附件1"),
  printed(37, 226, "附件2"),
  printed(232, 309, "附件3"),
  printed(311, 404, "附件4"),
];

const annex = (name: string, title: string, parts: Item) => ({ name, title, mark: "plan", ...parts });

const ANNEXES = [
  annex("附件1", "“美好家园”小区要求", { purpose: "requirements", line: [23] }),
  annex("附件2", "“美好家园”评选标准", { purpose: "rubric", line: [37] }),
  annex("附件3", "“美好家园”小区申报表", { purpose: "form", line: [232] }),
  annex("附件4", "“美好家园”小区推荐名单", { purpose: "list", line: [311] }),
];

export function fromFormat1(definition: Item): Item {
  return {
    ...without(definition, "roster"),
    campaign: campaignOf(partsOf(definition.campaign)),
    rubric: rubricOf(partsOf(definition.rubric)),
    requirements: requirementsOf(partsOf(definition.requirements)),
    forms: eachOf(definition.forms, (form) => ({ ...form, fields: eachOf(form.fields, fieldOf) })),
    rulings: eachOf(definition.rulings, rulingOf),
    datePhrases: datePhrasesOf(partsOf(definition.datePhrases)),
  };
}

const campaignOf = (campaign: Item): Item => ({
  ...campaign,
  format: 2,
  words: WORDS,
  places: PLACES,
  annexes: ANNEXES,
  stages: eachOf(campaign.stages, withPartsFrom(STEPS)),
  deliverables: eachOf(campaign.deliverables, (item) => ({
    ...withPartsFrom(DELIVERABLES)(item),
    each: item.each === "compound" ? "case" : item.each,
  })),
  quotas: eachOf(campaign.quotas, quotaOf),
  publications: eachOf(campaign.publications, publicationOf),
});

/** Kind `soft` was a minimum that could be missed for a reason; `layout` was not a limit. */
const quotaOf = (quota: Item): Item => ({
  ...withPartsFrom(QUOTAS)(without(quota, "count", "kind")),
  ...(quota.kind === "exact" ? { exact: quota.count } : { min: quota.count, soft: true }),
});

/** Adds the source of the addressee. */
const publicationOf = (item: Item): Item => ({
  ...withPartsFrom(PUBLICATIONS)(without(item, "quota")),
  to: { text: item.to, line: item.line, mark: idOf(item) === "province-list" ? "plan" : "ours" },
});

const rubricOf = (rubric: Item): Item => ({
  ...rubric,
  sections: eachOf(rubric.sections, (section) => ({
    ...section,
    criteria: eachOf(section.criteria, withPartsFrom(ROWS)),
  })),
});

const requirementsOf = (requirements: Item): Item => ({
  ...requirements,
  disqualifications: eachOf(requirements.disqualifications, (item) => without(item, "checkedAt")),
});

function fieldOf(field: Item): Item {
  const known = withPartsFrom(FIELDS)(field);
  return known.purpose === "disqualification" ? { ...known, options: eachOf(field.options, optionOf) } : known;
}

const optionOf = (option: Item): Item => ({
  ...option,
  verdict: VERDICTS[String(option.value)],
  detail: eachOf(option.detail, (part) => (part.key === "happenedOn" ? { ...part, purpose: "happenedOn" } : part)),
});

/** Drops the value of a ruling without `decides`: only people follow it. */
function rulingOf(ruling: Item): Item {
  const known = without(withPartsFrom(RULINGS)(ruling), "blocks");
  if (ruling.default === undefined) return known;
  const standing = partsOf(ruling.default);
  const value = without(partsOf(standing.value), ...UNREAD);
  const read = known.decides !== undefined && standing.value !== undefined;
  return { ...known, default: read ? { ...standing, value } : without(standing, "value") };
}

const datePhrasesOf = (phrases: Item): Item => ({
  ...phrases,
  amounts: eachOf(phrases.amounts, (item) => (item.unit === "compounds" ? { ...item, unit: "cases" } : item)),
});
