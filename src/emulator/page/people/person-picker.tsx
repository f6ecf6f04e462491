import type { EmulatedUser } from "../../contract.ts";
import type { World } from "../api/control.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { Avatar } from "./avatar.tsx";

/** The head of a client: who it belongs to, and a way to be somebody else. */
export function PersonPicker({ user, index, world }: { user: EmulatedUser; index: number; world: World }) {
  const { columns } = useStore();
  const shown = columns.current.value.map(({ userId }) => userId);
  return (
    <header class="person">
      <Avatar name={user.name} />
      <label class="person-choice">
        <span class="person-name">{user.name}</span>
        <span class="person-title">{user.title === "" ? "切换人员" : user.title}</span>
        <select
          aria-label={`第${index + 1}列的人员`}
          value={user.userId}
          onChange={(event) => columns.become(index, event.currentTarget.value)}
        >
          {world.users.map(({ userId, name, title }) => (
            <option key={userId} value={userId} disabled={userId !== user.userId && shown.includes(userId)}>
              {title === "" ? name : `${name}（${title}）`}
            </option>
          ))}
        </select>
      </label>
      {shown.length > 1 && (
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
