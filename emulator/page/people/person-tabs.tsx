import { useEffect, useRef } from "preact/hooks";
import type { EmulatorState } from "../../src/contract/control.ts";
import { Icon } from "../shell/icon.tsx";
import { MAX_COLUMNS } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { Avatar } from "./avatar.tsx";
import { PersonSelect } from "./person-select.tsx";

/** Tabs of the people, for windows with room for one client. */
export function PersonTabs({ world, next }: { world: EmulatorState; next: string | undefined }) {
  const { columns } = useStore();
  const shown = columns.current.value;
  const active = columns.active.value;
  return (
    <nav class="person-tabs" aria-label="人员">
      {shown.map(({ userId }, index) => (
        <PersonTab key={userId} userId={userId} index={index} world={world} />
      ))}
      {shown.length > 1 && (
        <button type="button" class="icon-button" aria-label="关闭这一列" onClick={() => columns.remove(active)}>
          <Icon name="close" />
        </button>
      )}
      {shown.length < MAX_COLUMNS && next !== undefined && (
        <button type="button" class="icon-button" aria-label="再添加一人" onClick={() => columns.add(next)}>
          <Icon name="add" />
        </button>
      )}
    </nav>
  );
}

/** A press on the active tab opens the choice of person. */
function PersonTab({ userId, index, world }: { userId: string; index: number; world: EmulatorState }) {
  const { active } = useStore().columns;
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => tab.current?.scrollIntoView({ block: "nearest", inline: "nearest" }), [active.value]);
  const name = world.users.find((user) => user.userId === userId)?.name ?? userId;
  if (active.value === index)
    return (
      <div ref={tab} class="person-tab open person-choice">
        <Avatar name={name} small />
        <span class="person-name">{name}</span>
        <PersonSelect userId={userId} index={index} world={world} />
      </div>
    );
  return (
    <button
      type="button"
      class="person-tab"
      onClick={() => {
        active.value = index;
      }}
    >
      <Avatar name={name} small />
      <span>{name}</span>
    </button>
  );
}
