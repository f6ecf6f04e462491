import type { Form } from "./field.ts";

const NAMES = /名称$/u;
const PLACE = /(街道|社区)(?:[（(].*[)）])?$/u;
/** Which names begin with 名: 名都花园, 名门世家, 名山街道. */
const IN_NAMES = "都门城仕士苑邸流人居家雅园品府湾山豪爵湖汇望著筑景胜古贵宸悦";
/** In characters. */
const SHORTEST = 2;

/** 小区 of 小区名称, 支部 of 党支部名称, 街道 of 所属街道: with the label of the only field that it stands for. */
function nounsOf({ fields }: Form): readonly (readonly [noun: string, label: string])[] {
  const all = fields.flatMap(({ kind, label }) => {
    if (kind !== "text") return [];
    const noun = NAMES.test(label) ? label.replace(NAMES, "") : PLACE.exec(label)?.[1];
    if (noun === undefined) return [];
    return [...new Set([noun, noun.slice(-SHORTEST)])].map((one) => [one, label] as const);
  });
  return all
    .filter(([noun]) => all.filter(([other]) => other === noun).length === 1)
    .toSorted(([a], [b]) => b.length - a.length);
}

/** 支部名鹿山第一支部, 街道名鹿山街道: the label with its colon where the short one runs into the name. */
export function withNounApart(form: Form, typed: string): string {
  if (!typed.includes("名")) return typed;
  const nouns = nounsOf(form);
  if (nouns.length === 0) return typed;
  const labels = new Map(nouns);
  const said = nouns.map(([noun]) => noun).join("|");
  const glued = new RegExp(`(?<=^|[\\s，,；;、。])(${said})名(?![称字叫是为${IN_NAMES}])(?=\\p{Script=Han}{4})`, "gu");
  return typed.replaceAll(glued, (_, noun: string) => `${labels.get(noun) ?? noun}：`);
}
