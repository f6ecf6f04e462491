/** DingTalk's published colors by the names templates use; a hue without a published value keeps its name. */
const COLORS: Record<string, string> = {
  blue: "#0089FF",
  link: "#317ED0",
  orange: "#FF9200",
  red: "#FF5219",
  green: "#00B042",
  yellow: "#F4C800",
  water: "#5AC8FA",
  gray: "#A2A3A5",
  level: "#A2A3A5",
  pink: "pink",
  purple: "purple",
  deeppurple: "purple",
  olive: "green",
  gold: "orange",
};

const DEFAULT_INK = new Set(["black", "white", "", "common_level1_base_color", "common_fg_color", "common_bg_color"]);

/** A color for the page; undefined where the page's default text color applies. */
export function colorOf(name: string): string | undefined {
  if (DEFAULT_INK.has(name)) return undefined;
  if (name.startsWith("#")) return name;
  const inToken = /^(?:common|extended)_([a-z]+)\d*/.exec(name)?.[1] ?? name;
  return Object.hasOwn(COLORS, inToken) ? COLORS[inToken] : undefined;
}

/** The color as a property of a node, omitted when there is none. */
export function colored(name: string): { color?: string } {
  const color = colorOf(name);
  return color === undefined ? {} : { color };
}
