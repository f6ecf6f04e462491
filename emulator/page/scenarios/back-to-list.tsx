import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";

export function BackToList() {
  const { library } = useStore();
  return (
    <button type="button" class="button small quiet scenario-back" onClick={library.list}>
      <Icon name="back" />
      全部场景
    </button>
  );
}
