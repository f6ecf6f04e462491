import { useStore } from "../state/context.ts";
import { ChoiceRow } from "./choice-row.tsx";
import { FaultLimits } from "./fault-limits.tsx";
import type { FaultKind, FaultPoint } from "./menu.ts";
import { CALL_TARGETS, FAULT_POINT_LABELS, FAULT_POINTS, type FaultDraft, PUSH_TARGETS } from "./rule.ts";

interface FormProps {
  kind: FaultKind;
  draft: FaultDraft;
  onChange(draft: FaultDraft): void;
  onAdd(): void;
}

/** When, where, for whom, how often and how long a fault applies. */
export function FaultForm({ kind, draft, onChange, onAdd }: FormProps) {
  const places = FAULT_POINTS.filter((place) => kind.places[place] !== undefined);
  const change = (part: Partial<FaultDraft>) => onChange({ ...draft, ...part });
  return (
    <form
      class="fault-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      {places.length > 1 && (
        <ChoiceRow
          label="时机"
          options={places.map((place) => [place, FAULT_POINT_LABELS[place]] as const)}
          chosen={draft.place}
          onChoose={(place) => change({ place: places.find((one) => one === place) ?? draft.place, target: "*" })}
        />
      )}
      {draft.place !== "now" && <FaultTargetFields place={draft.place} draft={draft} onChange={change} />}
      <button type="submit" class="button small primary">
        {draft.place === "now" ? "立即执行" : "开始"}
      </button>
    </form>
  );
}

interface FaultTargetProps {
  place: Exclude<FaultPoint, "now">;
  draft: FaultDraft;
  onChange(part: Partial<FaultDraft>): void;
}

function FaultTargetFields({ place, draft, onChange }: FaultTargetProps) {
  const { world } = useStore();
  const people = (world.value?.users ?? []).map(({ userId, name }) => [userId, name] as const);
  return (
    <>
      <ChoiceRow
        label={place === "push" ? "推送" : "接口"}
        options={Object.entries(place === "push" ? PUSH_TARGETS : CALL_TARGETS)}
        chosen={draft.target}
        onChoose={(target) => onChange({ target })}
      />
      <ChoiceRow
        label="人员"
        options={[["", "所有人"], ...people]}
        chosen={draft.userId}
        onChoose={(userId) => onChange({ userId })}
      />
      <FaultLimits draft={draft} onChange={onChange} />
    </>
  );
}
