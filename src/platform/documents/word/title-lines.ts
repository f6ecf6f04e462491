/** Characters of a title that fit between the margins of a portrait page. */
const PER_LINE = 20;
/** A line may end behind these, or before those; anywhere else a name would be torn. */
const BEHIND = /[，、；：”》〉）]$/u;
const BEFORE = /^[“《〈（]/u;

/** A Latin letter or digit takes half the place. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/u.test(letter) ? 0.5 : 1), 0);

/**
 * A title in lines that end at a sign, of lengths as equal as may be; one line where it fits or has no such sign.
 * @returns the lines, with a line break between them
 */
export function titleLines(title: string): string {
  const letters = [...title];
  if (widthOf(title) <= PER_LINE) return title;
  const halves = letters
    .map((_, at) => [letters.slice(0, at).join(""), letters.slice(at).join("")] as const)
    .filter(([first, second]) => first !== "" && (BEHIND.test(first) || BEFORE.test(second)))
    .map((lines) => ({ lines, longest: Math.max(...lines.map(widthOf)) }))
    .filter(({ longest }) => longest <= PER_LINE)
    .toSorted((one, other) => one.longest - other.longest);
  return halves[0]?.lines.join("\n") ?? title;
}
