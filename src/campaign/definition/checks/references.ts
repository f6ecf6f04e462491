import type { FileKey } from "../definition.ts";
import type { SourceFolder } from "../read-folder.ts";
import type { Check } from "./finding.ts";
import { nearestOf } from "./nearest.ts";
import { maps, part, query, texts } from "./query.ts";

/** Referable items: location of their ids and display name. */
const TARGETS = {
  stage: { in: "campaign", ids: "stages.*.id", noun: "阶段" },
  deliverable: { in: "campaign", ids: "deliverables.*.id", noun: "应交成果" },
  category: { in: "campaign", ids: "categories.*.id", noun: "类别" },
  district: { in: "campaign", ids: "districts.*.id", noun: "地区" },
  criterion: { in: "rubric", ids: "sections.*.criteria.*.id", noun: "评选标准条目" },
  requirement: { in: "requirements", ids: "requirements.*.id", noun: "要求" },
  clause: { in: "requirements", ids: "requirements.*.clauses.*.id", noun: "要求分项" },
  disqualification: { in: "requirements", ids: "disqualifications.*.id", noun: "不得参与情形" },
  form: { in: "forms", ids: "*.id", noun: "表单" },
  field: { in: "forms", ids: "*.fields.*.key", noun: "栏目" },
  ruling: { in: "rulings", ids: "*.id", noun: "口径" },
  date: { in: "datePhrases", ids: "dates.*.id", noun: "日期用语" },
  amount: { in: "datePhrases", ids: "amounts.*.id", noun: "数量用语" },
  person: { in: "roster", ids: "people.*.id", noun: "人员" },
} as const satisfies Record<string, { in: FileKey; ids: string; noun: string }>;

type Target = keyof typeof TARGETS;

const REFERENCES: readonly { in: FileKey; at: string; to: Target }[] = [
  { in: "campaign", at: "deliverables.*.stage", to: "stage" },
  { in: "campaign", at: "deliverables.*.form", to: "form" },
  { in: "campaign", at: "deliverables.*.due.phrase", to: "date" },
  { in: "campaign", at: "deliverables.*.due.deliverable", to: "deliverable" },
  { in: "campaign", at: "deliverables.*.due.bindingBy", to: "ruling" },
  { in: "campaign", at: "quotas.*.category", to: "category" },
  { in: "campaign", at: "districts.*.within", to: "district" },
  { in: "campaign", at: "departments.*.clauses.*", to: "clause" },
  { in: "campaign", at: "departments.*.disqualifications.*", to: "disqualification" },
  ...["threshold", "threshold.*"].flatMap((key) => [
    { in: "rubric" as const, at: `sections.*.criteria.*.${key}`, to: "amount" as const },
    { in: "requirements" as const, at: `requirements.*.clauses.*.${key}`, to: "amount" as const },
  ]),
  { in: "requirements", at: "requirements.*.clauses.*.criteria.*", to: "criterion" },
  { in: "requirements", at: "disqualifications.*.field", to: "field" },
  ...["figures", "referenceLists"].flatMap((list) => [
    { in: "requirements" as const, at: `${list}.*.clauses.*`, to: "clause" as const },
    { in: "requirements" as const, at: `${list}.*.criteria.*`, to: "criterion" as const },
    { in: "requirements" as const, at: `${list}.*.reaches`, to: "amount" as const },
  ]),
  { in: "requirements", at: "figures.*.field", to: "field" },
  { in: "forms", at: "*.fields.*.proposal.sameAs", to: "field" },
  ...["paper.cover.*", "paper.rows.*.*", "paper.after.*.*", "governance.field"].map((at) => ({
    in: "forms" as const,
    at: `*.${at}`,
    to: "field" as const,
  })),
  ...["labels.*.field", "leavesOut.*"].map((at) => ({
    in: "forms" as const,
    at: `*.governance.kinds.*.${at}`,
    to: "field" as const,
  })),
  { in: "recommendationList", at: "columns.*.from.form", to: "form" },
  { in: "recommendationList", at: "columns.*.from.field", to: "field" },
  { in: "rulings", at: "*.affects.deliverables.*", to: "deliverable" },
  { in: "rulings", at: "*.affects.criteria.*", to: "criterion" },
  { in: "rulings", at: "*.affects.requirements.*", to: "requirement" },
  { in: "rulings", at: "*.default.value.allOrNothing.*", to: "criterion" },
  { in: "rulings", at: "*.default.value.asked.*", to: "criterion" },
  { in: "rulings", at: "*.default.value.districts.*", to: "district" },
  { in: "rulings", at: "*.default.value.excludes.*", to: "requirement" },
  { in: "datePhrases", at: "dates.*.ruling", to: "ruling" },
  { in: "phrases", at: "stages.*.stage", to: "stage" },
  { in: "roster", at: "people.*.roles.*.district", to: "district" },
  { in: "roster", at: "groups.*.district", to: "district" },
  { in: "roster", at: "groups.*.members.*", to: "person" },
];

/** Reports unknown ids in all files. */
export const references: Check = (source) => {
  const idsOf = knownIds(source);
  return [
    ...REFERENCES.flatMap(({ in: key, at, to }) =>
      query(source.files[key].content, at).flatMap(({ path, value }) => unknownAt(idsOf, { in: key, path, value, to })),
    ),
    ...rulingsNamedByItems(source, idsOf),
  ];
};

/** Ids of a kind, gathered when the first of a thousand references asks; undefined where their file has no content. */
type IdsOf = (target: Target) => readonly string[] | undefined;

function knownIds({ files }: SourceFolder): IdsOf {
  const gathered = new Map<Target, readonly string[]>();
  return (target) => {
    const { in: key, ids } = TARGETS[target];
    const { content } = files[key];
    if (content === undefined) return undefined;
    const known = gathered.get(target) ?? texts(content, ids);
    gathered.set(target, known);
    return known;
  };
}

/** Any item can have `rulings`. */
function rulingsNamedByItems(source: SourceFolder, idsOf: IdsOf) {
  const keys = Object.values(TARGETS).map((target) => target.in);
  return [...new Set<FileKey>([...keys, "recommendationList", "phrases"])].flatMap((key) =>
    maps(source.files[key].content).flatMap(({ path, value }) =>
      query(part(value, "rulings"), "*").flatMap(({ path: inner, value: id }) =>
        unknownAt(idsOf, { in: key, path: [...path, "rulings", ...inner], value: id, to: "ruling" }),
      ),
    ),
  );
}

interface Reference {
  in: FileKey;
  path: (string | number)[];
  value: unknown;
  to: Target;
}

function unknownAt(idsOf: IdsOf, { in: key, path, value, to }: Reference) {
  const known = idsOf(to);
  if (typeof value !== "string" || known === undefined || known.includes(value)) return [];
  const meant = nearestOf(value, known);
  const hint = meant === undefined ? "" : `是否指“${meant}”？`;
  return [{ in: key, path, message: `引用了不存在的${TARGETS[to].noun}“${value}”。${hint}` }];
}
