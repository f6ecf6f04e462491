import type { EmulatorState } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";

/** Transparent over a person's name; people who already have a column are disabled. */
export function PersonSelect({ userId, index, world }: { userId: string; index: number; world: EmulatorState }) {
  const { columns } = useStore();
  const shown = columns.current.value.map((column) => column.userId);
  return (
    <select
      aria-label={`第${index + 1}列的人员`}
      value={userId}
      onChange={(event) => columns.setPerson(index, event.currentTarget.value)}
    >
      {world.users.map((user) => (
        <option key={user.userId} value={user.userId} disabled={user.userId !== userId && shown.includes(user.userId)}>
          {user.title === "" ? user.name : `${user.name}（${user.title}）`}
        </option>
      ))}
    </select>
  );
}
