import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { Icon } from "../shell/icon.tsx";

export const DIRECTION_LABELS: Record<TrafficEntry["way"], string> = {
  toBot: "平台→机器人",
  fromBot: "机器人→平台",
};

/** An arrow: down to the bot, up to the platform. */
export function Direction({ way }: { way: TrafficEntry["way"] }) {
  return (
    <span class={`direction ${way}`} role="img" aria-label={DIRECTION_LABELS[way]} title={DIRECTION_LABELS[way]}>
      <Icon name={way === "toBot" ? "down" : "up"} />
    </span>
  );
}
