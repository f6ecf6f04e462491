import { faultLabel } from "../faults/menu.ts";
import type { Outcome } from "./outcome.ts";

const TAGS: Record<Outcome["tone"], string> = { plain: "outcome", waiting: "tag orange", trouble: "tag red" };

/** The outcome; an injected fault is named, since it explains the rest. */
export function OutcomeLabel({ outcome, fault }: { outcome: Outcome; fault: string | undefined }) {
  return (
    <span class="outcomes">
      {fault !== undefined && <span class="tag orange">故障：{faultLabel(fault)}</span>}
      <span class={TAGS[outcome.tone]}>{outcome.word}</span>
    </span>
  );
}
