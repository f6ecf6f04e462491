import { useEffect } from "preact/hooks";
import { last } from "../../src/client/last.ts";
import { useStore } from "../state/context.ts";

/** Highlights the button or link that a played step is about to press, and scrolls to it. */
export function useHighlight(): void {
  const { presenter, world } = useStore();
  const { value: pointing } = presenter.highlight;
  useEffect(() => {
    if (pointing === undefined) return;
    const name = world.value?.users.find(({ userId }) => userId === pointing.userId)?.name ?? "";
    const client = document.querySelector(`.client[aria-label="${CSS.escape(`${name}的客户端`)}"]`);
    const marked = last(
      [...(client?.querySelectorAll(".messages button, .messages a") ?? [])],
      ({ textContent }) => textContent.trim() === pointing.label,
    );
    marked?.classList.add("pointed");
    marked?.scrollIntoView({ block: "nearest" });
    return () => marked?.classList.remove("pointed");
  }, [pointing, world]);
}
