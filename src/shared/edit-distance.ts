/** How many characters must be put in, left out or replaced to turn one text into the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  const [source, target] = [[...from], [...to]];
  let row = target.map((_, index) => index + 1);
  for (const [index, character] of source.entries()) {
    let diagonal = index;
    let left = index + 1;
    row = target.map((other, column) => {
      const above = row[column] ?? 0;
      const cost = Math.min(above + 1, left + 1, diagonal + (character === other ? 0 : 1));
      diagonal = above;
      left = cost;
      return cost;
    });
  }
  return row[row.length - 1] ?? source.length;
}
