/** DingTalk's published colors by the names templates use; anything else is passed on as it is. */
const COLORS: Record<string, string> = {
  blue: "#0089FF",
  orange: "#FF9200",
  red: "#FF5219",
  green: "#00B042",
  yellow: "#F4C800",
  gray: "#A2A3A5",
};

const DEFAULT_INK = new Set(["black", "", "common_level1_base_color"]);

/** A color for the page, or none where the page's own ink is meant. */
export function colorOf(name: string): string | undefined {
  if (DEFAULT_INK.has(name)) return undefined;
  if (name.startsWith("#")) return name;
  const inToken = /^(?:common|extended)_([a-z]+)\d*/.exec(name)?.[1] ?? name;
  return Object.hasOwn(COLORS, inToken) ? COLORS[inToken] : undefined;
}
