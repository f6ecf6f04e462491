import { reckonedOnce } from "../../shared/reckoned-once.ts";
import type { Definition } from "../definition/definition.ts";

export type Rubric = Definition["rubric"];
export type Section = Rubric["sections"][number];
/** 条目. One row of the rubric. */
export type Criterion = Section["criteria"][number];

/** All rows, in the plan's order. */
export const criteriaOf: (rubric: Rubric) => readonly Criterion[] = reckonedOnce(({ sections }) =>
  sections.flatMap(({ criteria }) => criteria),
);

const byId = reckonedOnce((rubric: Rubric) => new Map(criteriaOf(rubric).map((row) => [row.id, row])));

/** @param id `3-2` */
export const criterionById = (rubric: Rubric, id: string): Criterion | undefined => byId(rubric).get(id);

/** @param id `1` … `4` */
export const sectionById = (rubric: Rubric, id: string): Section | undefined =>
  rubric.sections.find((section) => section.id === id);

/** @param criterionId `3-2` */
export const sectionOf = (rubric: Rubric, criterionId: string): Section | undefined =>
  rubric.sections.find(({ criteria }) => criteria.some(({ id }) => id === criterionId));
