import type { Definition } from "./definition.ts";
import { planLine } from "./plan-text.ts";
import { annexFor } from "./purposes.ts";
import type { Mark } from "./schema/source.ts";

export type CitableKind =
  | "line"
  | "criterion"
  | "section"
  | "requirement"
  | "clause"
  | "disqualification"
  | "ruling"
  | "deliverable"
  | "stage"
  | "quota"
  | "phrase"
  | "field"
  | "opinion"
  | "column"
  | "annex";

/** An item of a definition that people can cite. */
export interface Citable {
  kind: CitableKind;
  id: string;
  /** Display form, also used in suggestions: `L15`, `3-2`, `附件1第8-1项`, `R14`, 推荐名单. */
  label: string;
  title: string;
  /** Other accepted names. */
  names: readonly string[];
  source: CitableSource;
}

/** {@link Source} after loading. */
interface CitableSource {
  readonly line: readonly number[];
  readonly mark: Mark;
  readonly quote?: string | undefined;
  readonly rulings: readonly string[];
}

/** All citable items. If two share a name, the first wins. */
export const citablesOf = (definition: Definition): Citable[] => [
  ...criteria(definition),
  ...deliverables(definition),
  ...stages(definition),
  ...requirements(definition),
  ...rulings(definition),
  ...wordings(definition),
  ...annexes(definition),
  ...sections(definition),
  ...formParts(definition),
  ...planLines(definition),
];

const criteria = ({ rubric }: Definition): Citable[] =>
  rubric.sections.flatMap((section) =>
    section.criteria.map((row) => ({
      kind: "criterion",
      id: row.id,
      label: row.id,
      title: row.knockOut ? `评选标准 ${row.id}（一票否决）` : `评选标准 ${row.id}（${row.maxPoints}分）`,
      names: [row.short, `评选标准${row.id}`, `标准${row.id}`],
      source: row,
    })),
  );

const sections = ({ rubric }: Definition): Citable[] =>
  rubric.sections.map((section) => ({
    kind: "section",
    id: section.id,
    label: section.name,
    title: `评选标准第${section.numeral}部分（${section.maxPoints}分）`,
    names: [section.numeral, `第${section.numeral}部分`],
    source: section,
  }));

const deliverables = ({ campaign }: Definition): Citable[] => [
  ...campaign.deliverables.map(
    (item): Citable => ({
      kind: "deliverable",
      id: item.id,
      label: item.name,
      title: item.name,
      names: [item.id, ...item.aliases],
      source: item,
    }),
  ),
  ...campaign.quotas.map(
    (item): Citable => ({
      kind: "quota",
      id: item.id,
      label: item.name,
      title: item.name,
      names: [],
      source: item,
    }),
  ),
];

const stages = ({ campaign }: Definition): Citable[] =>
  campaign.stages.map((stage) => ({
    kind: "stage",
    id: stage.id,
    label: stage.name,
    title: `第${stage.numeral}阶段　${stage.name}`,
    names: [stage.id, `第${stage.numeral}阶段`, `阶段${stage.numeral}`],
    source: stage,
  }));

/** 附件1第8项, 附件1第8-1项; 要求8 where the plan has no annex of requirements. */
export function requirementWords(definition: Definition, id: string): string {
  const annex = annexFor(definition, "requirements");
  return annex ? `${annex.name}第${id}项` : `要求${id}`;
}

const requirements = (definition: Definition): Citable[] => [
  ...definition.requirements.requirements.flatMap((item): Citable[] => [
    {
      kind: "requirement",
      id: item.id,
      label: requirementWords(definition, item.id),
      title: `${definition.campaign.words.case.noun}要求第${item.id}项`,
      names: [`要求${item.id}`, item.short],
      source: item,
    },
    ...item.clauses.map(
      (clause): Citable => ({
        kind: "clause",
        id: clause.id,
        label: requirementWords(definition, clause.id),
        title: `${definition.campaign.words.case.noun}要求第${clause.id}项`,
        names: [`要求${clause.id}`],
        source: { ...clause, quote: clause.text },
      }),
    ),
  ]),
  ...definition.requirements.disqualifications.map(
    (item): Citable => ({
      kind: "disqualification",
      id: item.id,
      label: item.name,
      title: item.name,
      names: [item.id],
      source: item,
    }),
  ),
];

const rulings = ({ rulings: list }: Definition): Citable[] =>
  list.map((ruling) => ({
    kind: "ruling",
    id: ruling.id,
    label: ruling.id,
    title: `口径 ${ruling.id}`,
    names: [`口径${ruling.id}`, `口径${ruling.id.slice(1)}`],
    source: { ...ruling, rulings: [ruling.id] },
  }));

const wordings = ({ datePhrases: { dates, amounts } }: Definition): Citable[] =>
  [...dates, ...amounts].map((item) => ({
    kind: "phrase",
    id: item.id,
    label: item.phrase,
    title: `用语“${item.phrase}”：${item.literal}`,
    names: [item.id],
    source: item,
  }));

const annexes = ({ campaign }: Definition): Citable[] =>
  campaign.annexes.map((annex) => ({
    kind: "annex",
    id: annex.name.replace(/^附件/, "") || annex.name,
    label: annex.name,
    title: annex.title,
    names: [annex.title],
    source: annex,
  }));

const formParts = ({ forms, recommendationList }: Definition): Citable[] => [
  ...forms.flatMap((form) => [
    ...form.fields.map(
      (field): Citable => ({
        kind: "field",
        id: field.key,
        label: field.label,
        title: `申报表：${field.label}`,
        names: [field.key],
        source: field,
      }),
    ),
    ...form.opinions.map(
      (box): Citable => ({
        kind: "opinion",
        id: box.id,
        label: box.label,
        title: `申报表：${box.label}`,
        names: [],
        source: box,
      }),
    ),
  ]),
  ...recommendationList.columns.map(
    (column): Citable => ({
      kind: "column",
      id: column.key,
      label: column.label,
      title: `推荐名单：${column.label}`,
      names: [],
      source: column,
    }),
  ),
];

const planLines = (definition: Definition): Citable[] =>
  definition.planLines.flatMap((_, index): Citable[] => {
    const line = index + 1;
    if (planLine(definition.planLines, line) === "") return [];
    const source = { line: [line], mark: "plan", rulings: rulingsOn(definition, line) } as const;
    const names = [`${line}`, `第${line}行`];
    return [
      {
        kind: "line",
        id: `${line}`,
        label: `L${line}`,
        title: `${definition.campaign.words.plan}第${line}行`,
        names,
        source,
      },
    ];
  });

const rulingsOn = ({ rulings: list }: Definition, line: number): string[] =>
  list.filter((ruling) => ruling.line.includes(line)).map(({ id }) => id);
