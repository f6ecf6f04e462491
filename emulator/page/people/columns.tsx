import type { EmulatorState } from "../../src/contract/control.ts";
import { Icon } from "../shell/icon.tsx";
import { MAX_COLUMNS } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { Client } from "./client.tsx";
import { PersonTabs } from "./person-tabs.tsx";

/** The people side by side. */
export function Columns({ world }: { world: EmulatorState }) {
  const { columns } = useStore();
  const shown = columns.current.value;
  const active = columns.active.value;
  const next = world.users.find(({ userId }) => !shown.some((column) => column.userId === userId))?.userId;
  return (
    <>
      <PersonTabs world={world} next={next} />
      <div class="columns">
        {shown.map((column, index) => (
          <Client key={column.userId} column={column} index={index} active={index === active} world={world} />
        ))}
        {shown.length < MAX_COLUMNS && next !== undefined && (
          <button
            type="button"
            class="add-column"
            title="再添加一人"
            aria-label="再添加一人"
            onClick={() => columns.add(next)}
          >
            <Icon name="add" />
          </button>
        )}
      </div>
    </>
  );
}
