import type { RecusalGround } from "../team.ts";

/** What people write for each ground, the most telling first. */
const SIGNS: readonly (readonly [RecusalGround, RegExp])[] = [
  [
    "relative",
    /亲属|亲戚|家属|家人|配偶|爱人|丈夫|妻子|老公|老婆|父亲|母亲|父母|爸|妈|爹|儿子|女儿|子女|儿媳|媳妇|女婿|兄弟|姐妹|[哥弟姐妹]|[堂表]兄|岳父|岳母|公公|婆婆|[舅姑姨叔伯婶嫂侄甥]|姻亲|丈人|连襟|亲家/u,
  ],
  [
    "formerEmployment",
    /曾经?在|曾任|曾就职|(?:工作|任职|干|待|上班|做)过|原单位|离职|(?:以前|过去|原来|之前)(?:也|就)?(?:在|是)/u,
  ],
  [
    "residence",
    /居住|[家我]住|住(?:在|户|该|这|那)|业主(?!大会|委员|委|代表|组织)|房产|买[了过]?.{0,3}房|房子|购房|买房|有房|租住|自住/u,
  ],
  ["sameDistrict", /经办人|本地区|本区|同一?地区|同区|我是[^，,。]{2,4}[区县市]的/u],
  ["ownInterest", /利害|利益|股份|持股|股东|投资|入股|经济往来|业务往来|顾问/u],
];

/** The ground that the facts tell of. */
export const groundIn = (facts: string): RecusalGround => SIGNS.find(([, signs]) => signs.test(facts))?.[0] ?? "other";

/** A name that stands in the words, the longest, and the words without it; undefined if none does. */
export function takeName(
  words: string,
  names: readonly string[],
): { name: string; rest: string; at: number } | undefined {
  const name = names.filter((one) => one !== "" && words.includes(one)).toSorted((a, b) => b.length - a.length)[0];
  if (name === undefined) return undefined;
  const at = words.indexOf(name);
  return { name, at, rest: `${words.slice(0, at)} ${words.slice(at + name.length)}`.trim() };
}

/** The beginning of the words up to each blank or sign, the longest first, with what follows it. */
export function headsOf(words: string): { head: string; rest: string }[] {
  const ends = [...words.matchAll(/[\s,，、;；:：]+/gu)].map(({ index, 0: gap }) => ({
    index,
    after: index + gap.length,
  }));
  return [{ index: words.length, after: words.length }, ...ends.toReversed()]
    .map(({ index, after }) => ({ head: words.slice(0, index).trim(), rest: words.slice(after).trim() }))
    .filter(({ head }) => head !== "");
}
