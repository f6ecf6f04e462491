import { useMemo } from "preact/hooks";
import { renderCard } from "../../src/card/render.ts";
import type { CardNode, CardReading } from "../../src/contract/card.ts";
import { useStore } from "../state/context.ts";

/** Whether the person can change local variables of the card. */
const hasLocalState = (nodes: readonly CardNode[]): boolean =>
  nodes.some((node) => {
    if (node.kind === "input") return true;
    if (node.kind === "button") return JSON.stringify(node.steps).includes('"set"');
    if (node.kind !== "group" && node.kind !== "collapse") return false;
    const press = node.kind === "group" ? node.press : undefined;
    return JSON.stringify(press?.steps ?? []).includes('"set"') || hasLocalState(node.children);
  });

/** The card with the client's local variables applied: rendered here by the emulator's own code, without a call. */
export function useRenderedNodes(
  { templateId, data, nodes }: CardReading,
  locals: Record<string, unknown>,
): CardNode[] {
  const { templates } = useStore();
  const isOwn = useMemo(() => hasLocalState(nodes), [nodes]);
  const template = isOwn ? templates.of(templateId).value : undefined;
  return useMemo(
    () => (template === undefined || Object.keys(locals).length === 0 ? nodes : renderCard(template, data, locals)),
    [template, data, nodes, locals],
  );
}
