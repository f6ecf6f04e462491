import { useState } from "preact/hooks";
import { ActiveFaults } from "./active-faults.tsx";
import { FaultItem } from "./fault-item.tsx";
import { FAULT_MENU } from "./menu.ts";

/** 故障: the active faults, and a menu of what can go wrong between the platform and a bot. */
export function FaultsPanel() {
  const [open, setOpen] = useState<string | undefined>(undefined);
  return (
    <div class="faults">
      <ActiveFaults />
      {FAULT_MENU.map(({ title, kinds }) => (
        <section key={title} class="fault-group" aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {kinds.map((kind) => (
              <FaultItem
                key={kind.action}
                kind={kind}
                open={open === kind.action}
                onToggle={() => setOpen(open === kind.action ? undefined : kind.action)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
