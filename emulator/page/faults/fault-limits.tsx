import { ChoiceRow } from "./choice-row.tsx";
import { Row } from "./fault-row.tsx";
import type { FaultDraft } from "./rule.ts";

const DEFAULT_SEVERAL = 3;
const TIMES = [
  ["1", "下一次"],
  ["several", "接下来多次"],
  ["0", "一直"],
] as const;

/** How often, how likely and, if it matters, how long. */
export function FaultLimits({ draft, onChange }: { draft: FaultDraft; onChange(part: Partial<FaultDraft>): void }) {
  return (
    <>
      <ChoiceRow
        label="次数"
        options={TIMES}
        chosen={draft.several ? "several" : String(draft.times)}
        onChoose={(times) =>
          onChange(
            times === "several" ? { times: DEFAULT_SEVERAL, several: true } : { times: Number(times), several: false },
          )
        }
      />
      {draft.several && (
        <NumberRow label="几次" value={draft.times} min={1} max={1_000} onChange={(times) => onChange({ times })} />
      )}
      <NumberRow
        label="概率（%）"
        value={draft.probability}
        min={1}
        max={100}
        onChange={(probability) => onChange({ probability })}
      />
      {draft.ms !== undefined && (
        <NumberRow label="时长（毫秒）" value={draft.ms} min={0} max={600_000} onChange={(ms) => onChange({ ms })} />
      )}
    </>
  );
}

interface NumberRowProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}

/** The browser refuses to submit empty values and those outside the limits. */
function NumberRow({ label, value, min, max, onChange }: NumberRowProps) {
  return (
    <Row label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          class="field small"
          required
          min={min}
          max={max}
          step={1}
          value={Number.isNaN(value) ? "" : value}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      )}
    </Row>
  );
}
