import { Row } from "./fault-row.tsx";

interface ChoiceProps {
  label: string;
  /** Labels by value, in order. */
  options: readonly (readonly [value: string, words: string])[];
  chosen: string;
  onChoose(value: string): void;
}

/** A select; disabled when there is only one option. */
export function ChoiceRow({ label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <Row label={label}>
      {(id) => (
        <select
          id={id}
          class="field small"
          value={chosen}
          disabled={options.length === 1}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}
