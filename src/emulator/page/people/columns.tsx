import type { World } from "../api/control.ts";
import { Icon } from "../shell/icon.tsx";
import { MOST_COLUMNS } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { Avatar } from "./avatar.tsx";
import { Client } from "./client.tsx";

/** The people side by side; where the window holds only one, tabs choose whose client it shows. */
export function Columns({ world }: { world: World }) {
  const { columns } = useStore();
  const shown = columns.current.value;
  const active = columns.active.value;
  const next = world.users.find(({ userId }) => !shown.some((column) => column.userId === userId));
  return (
    <>
      <nav class="person-tabs" aria-label="人员">
        {shown.map((column, index) => {
          const name = world.users.find(({ userId }) => userId === column.userId)?.name ?? column.userId;
          return (
            <button
              key={column.userId}
              type="button"
              aria-pressed={index === active}
              onClick={() => {
                columns.active.value = index;
              }}
            >
              <Avatar name={name} small />
              <span>{name}</span>
            </button>
          );
        })}
      </nav>
      <div class="columns">
        {shown.map((column, index) => (
          <Client
            key={`${column.userId}-${index}`}
            column={column}
            index={index}
            active={index === active}
            world={world}
          />
        ))}
        {shown.length < MOST_COLUMNS && next !== undefined && (
          <button
            type="button"
            class="add-column"
            title="再添加一人"
            aria-label="再添加一人"
            onClick={() => columns.add(next.userId)}
          >
            <Icon name="add" />
          </button>
        )}
      </div>
    </>
  );
}
