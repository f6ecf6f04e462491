const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]：\u0000-\u001f]/g;

const cut = (name: string, mark: string): string => `${name.slice(0, LONGEST - mark.length)}${mark}`;

/** Names as Excel takes them, in the same order; a second sheet of the same name becomes `name 2`. */
export function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name =
      given
        .replaceAll(FORBIDDEN, "-")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || "Sheet";
    let unique = cut(name, "");
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = cut(name, ` ${count}`);
    taken.add(unique.toLowerCase());
    return unique;
  });
}
