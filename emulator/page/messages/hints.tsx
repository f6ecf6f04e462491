import { useMemo } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { fidelityHints } from "../text/fidelity.ts";

/** What of this message the real client may show differently. */
export function Hints({ message }: { message: EmulatedMessage }) {
  const hints = useMemo(() => fidelityHints(message), [message]);
  if (hints.length === 0) return null;
  return (
    <details class="more">
      <summary>
        <span class="tag orange">可能与钉钉不同</span>
      </summary>
      <ul class="more-words">
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </details>
  );
}
