import type { CardButton, CardNode, CardStep } from "../contract/card.ts";

type Of<Kind extends CardStep["kind"]> = Extract<CardStep, { kind: Kind }>;

/** Steps including those after a confirmation; options of a menu are separate presses. */
const straight = (steps: readonly CardStep[]): CardStep[] =>
  steps.flatMap((step) => (step.kind === "ask" ? [step, ...straight(step.ok.steps)] : [step]));

/** The request of a press, immediate or after a confirmation. */
export const requestOf = (steps: readonly CardStep[]): Of<"request"> | undefined =>
  straight(steps).find((step) => step.kind === "request");

export const addressOf = (steps: readonly CardStep[]): string | undefined =>
  straight(steps).find((step) => step.kind === "open")?.url;

/** The toast shown at the press itself, before any answer. */
export const saidAtOnce = (steps: readonly CardStep[]): string | undefined =>
  straight(steps).find((step) => step.kind === "say")?.text;

/** A button followed by the options of its menus: `id/0`, `id/1` …, each a separate press. */
function pressesOf(button: CardButton): CardButton[] {
  const menus = button.steps.filter((step) => step.kind === "choose");
  const options = menus.flatMap(({ options: list }) =>
    list.map(
      ({ label, steps }, place): CardButton => ({
        ...button,
        actionId: `${button.actionId}/${place}`,
        label: `${button.label}：${label}`,
        steps,
      }),
    ),
  );
  return [button, ...options.flatMap(pressesOf)];
}

/** Everything on a card that can be pressed, in reading order: buttons, areas, table cells, menu options. */
export function pressesIn(nodes: readonly CardNode[]): CardButton[] {
  return nodes.flatMap((node): CardButton[] => {
    if (node.kind === "button") return pressesOf(node);
    if (node.kind === "collapse") return pressesIn(node.children);
    if (node.kind === "group") return [...(node.press ? pressesOf(node.press) : []), ...pressesIn(node.children)];
    if (node.kind !== "table") return [];
    return node.cells.flat().flatMap(({ press }) => (press ? pressesOf(press) : []));
  });
}

export const findPress = (nodes: readonly CardNode[], actionId: string): CardButton | undefined =>
  pressesIn(nodes).find((press) => press.actionId === actionId);

/** Whether a press only opens an address. */
export const isLink = ({ steps }: CardButton): boolean =>
  steps.length > 0 && steps.every(({ kind }) => kind === "open");
