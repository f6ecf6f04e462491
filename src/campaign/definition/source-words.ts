import type { Definition } from "./definition.ts";
import { planLine } from "./plan-text.ts";

interface Part {
  /** “三、工作安排”, 附件2第三部分, 第404行. */
  place: string;
  /** 第（一）项; empty if the line is not numbered. */
  item: string;
}

/** Citation of plan lines: 实施方案“三、工作安排”第（一）项、“四、相关要求”第（二）项. Lines outside all places are cited by line number. */
export function sourceWords(definition: Definition, lines: number | readonly number[]): string {
  const parts = [lines].flat().map((line) => partOf(definition, line));
  const places = [...new Set(parts.map(({ place }) => place))];
  const words = places.map((place) => {
    const items = parts.filter((part) => part.place === place && part.item !== "").map(({ item }) => item);
    return place + [...new Set(items)].join("、");
  });
  return definition.campaign.words.plan + words.join("、");
}

function partOf(definition: Definition, line: number): Part {
  const { places, annexes } = definition.campaign;
  const around = places
    .filter(({ from, to }) => from <= line && line <= to)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  if (around.length === 0) return { place: `第${line}行`, item: "" };
  const names = around.map(({ name }) => (annexes.some((annex) => annex.name === name) ? name : `“${name}”`));
  const heading = around.some(({ from }) => from === line);
  return {
    place: names.join("") + sectionWords(definition, line),
    item: heading ? "" : itemWords(planLine(definition.planLines, line)),
  };
}

/** Row numbers restart in every section of the rubric. */
function sectionWords({ rubric }: Definition, line: number): string {
  const section = rubric.sections.find(({ criteria }) => criteria.some((row) => row.line.includes(line)));
  return section ? `第${section.numeral}部分` : "";
}

/** Number at the start of the line. */
function itemWords(text: string): string {
  const bracketed = /^（([一二三四五六七八九十]+)）/.exec(text)?.[1];
  if (bracketed !== undefined) return `第（${bracketed}）项`;
  const number = /^(\d+)[.．、]/.exec(text)?.[1];
  return number === undefined ? "" : `第${number}项`;
}
