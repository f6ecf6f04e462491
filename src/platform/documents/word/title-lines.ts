/** Characters of a title that fit between the margins of a portrait page. */
const PER_LINE = 20;
const MOST_LINES = 3;
/** A line may end behind these, or before those; anywhere else a name would be torn. */
const BEHIND = /[，、；：”》〉）]$/u;
const BEFORE = /^[“《〈（]/u;

/** A Latin letter or digit takes half the place. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/u.test(letter) ? 0.5 : 1), 0);

/**
 * A title in as few lines as fit, which end at a sign and are of lengths as equal as may be; in one line where it fits or
 * has no such sign. What stands in quotation marks is divided only where nothing else helps.
 * @returns the lines, with a line break between them
 */
export function titleLines(title: string): string {
  const whole = linesOf(title, (lines) => lines.every(isBalanced));
  return whole ?? linesOf(title, () => true) ?? title;
}

const isBalanced = (line: string): boolean => line.split("“").length === line.split("”").length;

function linesOf(title: string, suits: (lines: readonly string[]) => boolean): string | undefined {
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const [best] = divisionsOf([...title], count)
      .filter(suits)
      .map((lines) => ({ lines, longest: Math.max(...lines.map(widthOf)) }))
      .filter(({ longest }) => longest <= PER_LINE)
      .toSorted((one, other) => one.longest - other.longest);
    if (best) return best.lines.join("\n");
  }
  return undefined;
}

/** All ways to divide the letters into so many lines at permitted places. */
function divisionsOf(letters: readonly string[], count: number): string[][] {
  if (count === 1) return [[letters.join("")]];
  return letters.flatMap((_, at) => {
    const first = letters.slice(0, at).join("");
    const rest = letters.slice(at);
    if (first === "" || !(BEHIND.test(first) || BEFORE.test(rest.join("")))) return [];
    return divisionsOf(rest, count - 1).map((lines) => [first, ...lines]);
  });
}
