import { useState } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { FaultForm } from "./fault-form.tsx";
import { type FaultKind, faultLabel } from "./menu.ts";
import { draftFor, ruleOf } from "./rule.ts";

interface ItemProps {
  kind: FaultKind;
  open: boolean;
  onToggle(): void;
}

/** One entry of the menu: what the fault does, what a good bot does, and, when open, its settings. */
export function FaultItem({ kind, open, onToggle }: ItemProps) {
  const { faults, toasts, attempt } = useStore();
  const [draft, setDraft] = useState(() => draftFor(kind));
  const label = faultLabel(kind.action);
  const effect = kind.places[draft.place];
  const inject = async () => {
    const done = await attempt(async () => {
      await faults.inject(ruleOf(kind, draft));
      return true;
    });
    if (done !== true) return;
    toasts.say(draft.place === "now" ? `已执行：${label}。` : `故障已生效：${label}。`);
    onToggle();
  };
  return (
    <li class={`fault${open ? " open" : ""}`}>
      <button type="button" class="fault-face" aria-expanded={open} onClick={onToggle}>
        <span class="fault-label">{label}</span>
        <span class="fault-does">{effect?.does}</span>
        <span class="fault-bot">机器人应当：{effect?.bot}</span>
      </button>
      {open && (
        <div class="fault-body">
          <FaultForm kind={kind} draft={draft} onChange={setDraft} onAdd={() => void inject()} />
        </div>
      )}
    </li>
  );
}
