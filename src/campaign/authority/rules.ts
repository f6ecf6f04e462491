/**
 * The decision that a text begins with, or the only one there is.
 * @returns undefined if none is named and there are several, or none
 */
export function decisionNamed<Named extends { name: string }>(
  decisions: readonly Named[],
  typed: string,
): { decision: Named; rest: string } | undefined {
  const text = typed.normalize("NFKC").trim();
  const named = decisions
    .filter(({ name }) => startsWithName(text, name.normalize("NFKC")))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (named) return { decision: named, rest: typed.trim().slice(named.name.length) };
  const [only, second] = decisions;
  return only && !second ? { decision: only, rest: typed } : undefined;
}

/** R1 is not named by R10. */
const startsWithName = (text: string, name: string): boolean =>
  text.toUpperCase().startsWith(name.toUpperCase()) && !(/\d$/.test(name) && /^\d/.test(text.slice(name.length)));
