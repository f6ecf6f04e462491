import type { BesideScores } from "./score-rules.ts";

const PART_TOTAL = /小计|部分/u;
const TOTAL =
  /^(?:本?[部分项节表页]{0,2}(?:小计|合计)|第?[一二三四五六七八九十]{1,3}部分(?:小计|合计|总分)|共计|总计|总分|总得分|得分合计)[：:\s]*(?:(?:共|为|是)?\s*\d+(?:\.\d+)?\s*分?[\s/／|]*)*$/u;
const SIGNED =
  /^(?:(?:评分|评审|评选|考核|打分|填表|填报|制表|审核|复核|经办)(?:人员?|负责人|单位|日期|时间|签[字名])|负责人|日期|签[字名])(?:签[字名])?(?:[(（][^()（）]{0,6}[)）])?(?:[：:\t ].*)?$/u;
const DATE = /^(?:\d{4}|20\d{2})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/u;
const ROW = /^\s*(\d{1,2})\s*[-－‐‑‒–—―−]\s*\d{1,2}/u;

/** Takes totals, names of signatories and dates out of pasted points: they belong to no row, and are no reason. */
export function withoutBeside(text: string): { kept: string[]; beside: BesideScores[] } {
  const beside: BesideScores[] = [];
  let section: string | undefined;
  const kept = text.split("\n").flatMap((line) => {
    const pieces = line.split(/(?<=[；;])/u).filter((piece) => {
      const said = piece
        .normalize("NFKC")
        .replaceAll(/[\s;,。]+/gu, " ")
        .trim();
      section = ROW.exec(said)?.[1] ?? section;
      const one = besideIn(said, section);
      if (one) beside.push(one);
      return one === undefined;
    });
    return pieces.length === 0 && line.trim() !== "" ? [] : [pieces.join("")];
  });
  return { kept, beside };
}

function besideIn(said: string, section: string | undefined): BesideScores | undefined {
  if (TOTAL.test(said)) {
    const points = said.match(/\d+(?:\.\d+)?/gu)?.at(-1);
    const of = PART_TOTAL.test(said) && section !== undefined ? { section: String(Number(section)) } : {};
    return { text: said, ...(points === undefined ? {} : { total: { points: Number(points), ...of } }) };
  }
  return SIGNED.test(said) || DATE.test(said) ? { text: said } : undefined;
}
