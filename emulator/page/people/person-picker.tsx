import type { EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { Avatar } from "./avatar.tsx";
import { PersonSelect } from "./person-select.tsx";

/** The header of a client: its person, and a way to switch to another. */
export function PersonPicker({ user, index, world }: { user: EmulatedUser; index: number; world: EmulatorState }) {
  const { columns } = useStore();
  return (
    <header class="person">
      <Avatar name={user.name} />
      <div class="person-choice">
        <span class="person-name">{user.name}</span>
        <span class="person-title">{user.title === "" ? "切换人员" : user.title}</span>
        <PersonSelect userId={user.userId} index={index} world={world} />
      </div>
      {columns.current.value.length > 1 && (
        <button
          type="button"
          class="icon-button"
          aria-label={`关闭${user.name}的客户端`}
          title="关闭这一列"
          onClick={() => columns.remove(index)}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
