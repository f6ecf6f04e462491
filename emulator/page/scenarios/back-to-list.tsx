import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";

export function BackToList() {
  const { book } = useStore();
  return (
    <button type="button" class="button small quiet scenario-back" onClick={book.list}>
      <Icon name="back" />
      全部场景
    </button>
  );
}
