import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { preciseTime } from "../text/time.ts";
import { Direction } from "./direction.tsx";
import type { Links } from "./links.ts";
import type { Names } from "./names.ts";
import { outcomeOf } from "./outcome.ts";
import { OutcomeLabel } from "./outcome-label.tsx";
import { summaryOf } from "./summary.ts";

interface RowProps {
  entry: TrafficEntry;
  links: Links;
  names: Names;
  onOpen(): void;
}

/** The arrow keys move between rows. */
export function TrafficRow({ entry, links, names, onOpen }: RowProps) {
  const { title, detail } = summaryOf(entry, names, links);
  const outcome = outcomeOf(entry, links);
  return (
    <button type="button" class="traffic-row" data-entry={entry.id} onClick={onOpen} onKeyDown={stepThroughRows}>
      <Direction way={entry.way} />
      <span class="traffic-title">{title}</span>
      <OutcomeLabel outcome={outcome} fault={entry.fault} />
      <time class="traffic-time" dateTime={entry.at}>
        {preciseTime(entry.at)}
      </time>
      <span class="traffic-under">{detail}</span>
      <span class="traffic-ms">{outcome.ms === undefined ? "" : `${Math.round(outcome.ms)} ms`}</span>
    </button>
  );
}

function stepThroughRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target instanceof Element ? event.target.closest("li") : null;
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const button = next?.querySelector("button");
  if (button === null || button === undefined) return;
  event.preventDefault();
  button.focus();
}
