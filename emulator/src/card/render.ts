import type { CardNode } from "../contract/card.ts";
import { COMPONENTS } from "./components/index.ts";
import { isVisible } from "./condition.ts";
import type { DrawAll } from "./drawing.ts";
import { type Scope, scopeOf } from "./scope.ts";
import type { CardTemplate, TemplateNode } from "./template.ts";

function drawOne(node: TemplateNode, scope: Scope): CardNode[] {
  if (node.hidden || !isVisible(scope, node.props.visible)) return [];
  const draw = COMPONENTS.get(node.componentName);
  if (draw) return draw(node, scope, drawAll);
  return [{ kind: "unknown", component: node.componentName, id: node.id }, ...drawAll(node.children, scope)];
}

/** A tag directly below a header is shown beside its title. */
function withStatus(nodes: readonly CardNode[]): CardNode[] {
  return nodes.flatMap((node, place): CardNode[] => {
    const next = nodes[place + 1];
    if (node.kind === "tag" && nodes[place - 1]?.kind === "header") return [];
    if (node.kind !== "header" || next?.kind !== "tag") return [node];
    return [{ ...node, status: next.text, ...(next.color === undefined ? {} : { color: next.color }) }];
  });
}

const isBareBox = (node: CardNode | undefined): boolean =>
  node?.kind === "input" && node.input.type === "CHECKBOX" && node.label === "";

/** The text after a check box is its label, otherwise the text before it. */
function withLabels(nodes: readonly CardNode[]): CardNode[] {
  const labelOf = (place: number): CardNode | undefined => {
    const [before, after] = [nodes[place - 1], nodes[place + 1]];
    if (!isBareBox(nodes[place])) return undefined;
    return after?.kind === "text" ? after : before?.kind === "text" ? before : undefined;
  };
  const labels = new Set(nodes.map((_, place) => labelOf(place)));
  return nodes.flatMap((node, place): CardNode[] => {
    if (labels.has(node)) return [];
    const label = labelOf(place);
    return node.kind === "input" && label?.kind === "text" ? [{ ...node, label: label.text }] : [node];
  });
}

const drawAll: DrawAll = (nodes, scope) => withLabels(withStatus(nodes.flatMap((node) => drawOne(node, scope))));

/**
 * Renders a card as the client would for one user.
 * @param data the card's values as the platform transports them: strings, private ones already overlaid
 * @param locals values of the client's own variables (inputs), already typed
 */
export const renderCard = (
  template: CardTemplate,
  data: Record<string, string>,
  locals?: Record<string, unknown>,
): CardNode[] => drawAll(template.root, scopeOf(template, data, locals));
