export type ToneColor = "blue" | "orange" | "red" | "green" | "purple" | "grey";

const HUES: readonly { tone: ToneColor; from: number; to: number }[] = [
  { tone: "red", from: 0, to: 20 },
  { tone: "orange", from: 20, to: 70 },
  { tone: "green", from: 70, to: 170 },
  { tone: "blue", from: 170, to: 240 },
  { tone: "purple", from: 240, to: 310 },
  { tone: "red", from: 310, to: 361 },
];

/**
 * Maps a color name (`blue`, `common_red1_color`) or value (`#FF9200`) of a template to one of the page's six tones.
 */
export function toneOf(color: string | undefined): ToneColor {
  if (color === undefined || color === "") return "grey";
  const name = color.toLowerCase();
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/.exec(name);
  if (hex !== null) return toneOfHue(hex.slice(1, 4).map((part) => Number.parseInt(part, 16)));
  const named = (["blue", "orange", "red", "green", "purple"] as const).find((tone) => name.includes(tone));
  return named ?? (name.includes("yellow") ? "orange" : name.includes("pink") ? "red" : "grey");
}

function toneOfHue([red = 0, green = 0, blue = 0]: readonly number[]): ToneColor {
  const max = Math.max(red, green, blue);
  const spread = max - Math.min(red, green, blue);
  if (spread < 24) return "grey";
  const sixth =
    max === red ? (green - blue) / spread : max === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const hue = (sixth * 60 + 360) % 360;
  return HUES.find(({ from, to }) => hue >= from && hue < to)?.tone ?? "grey";
}
