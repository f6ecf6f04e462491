const SHORTEST = 2;
/** What many names end with: it says which only beside a place or a word for a reason. */
const BESIDE =
  "(?=\\s*(?:(?:[排放列]在?|是|为)*(?:第[\\d一二三四五六七八九十]|最[前后]|首位|末位)|[就先]?(?:暂?不)(?:推荐|报|推|要)|[也还](?:要|推荐|报|推)))";

/** Every part of a name that no other name has, the longest first. */
export function partsOfOne(names: readonly string[]): readonly (readonly [part: string, name: string])[] {
  const parts = names.flatMap((name) => {
    const signs = /^[^（(]*/u.exec(name)?.[0] ?? name;
    return Array.from({ length: signs.length }, (_, from) =>
      Array.from({ length: signs.length - from - SHORTEST + 1 }, (_one, more) =>
        signs.slice(from, from + SHORTEST + Math.max(0, more)),
      ),
    ).flat();
  });
  return [...new Set(parts)]
    .flatMap((part) => {
      const [name, other] = names.filter((one) => one.includes(part));
      return name !== undefined && other === undefined ? [[part, name] as const] : [];
    })
    .toSorted(([a], [b]) => b.length - a.length);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

export const anyOf = (words: readonly string[]): string => words.map(escaped).join("|");

/** Behind a name: 的推荐理由, 不符合理由. */
export const OF_REASON = "的?(?:要求)?(?:(?:不|未)(?:符合|达标)(?:要求)?)?的?(?:推荐)?(?:理由|原因)";

/** Any part of a name that says which; empty where there is none. */
export const anyPart = (names: readonly string[]): string =>
  anyOf(partsOfOne(names).flatMap(([part]) => (/^\p{Script=Han}+$/u.test(part) ? [part] : [])));

/** A reason that only begins with the name of another case: the order goes on in it. */
export function goesOnIn(reason: string, names: readonly string[]): boolean {
  const any = anyPart(names);
  return any !== "" && new RegExp(`^(?:${any})(?:[，,、；;\\s]|$|${OF_REASON})`, "u").test(reason);
}

/** 花园第一, 名苑不要: by the name of which it is a part, where one has it. */
export function withWholeNames(typed: string, names: readonly string[]): string {
  const parts = partsOfOne(names).filter(([part]) => /^\p{Script=Han}+$/u.test(part));
  if (parts.length === 0) return typed;
  const whole = new Map(parts);
  const found = new RegExp(`(?<=^|[\\s，,；;。、]|把)(${anyOf(parts.map(([part]) => part))})${BESIDE}`, "gu");
  return typed.replaceAll(found, (part) => whole.get(part) ?? part);
}
