import type { CardButton, CardNode, CardStep } from "../contract/card.ts";

type Of<Kind extends CardStep["kind"]> = Extract<CardStep, { kind: Kind }>;

/** Steps with those that stand behind a confirmation; a menu's options are presses of their own. */
const straight = (steps: readonly CardStep[]): CardStep[] =>
  steps.flatMap((step) => (step.kind === "ask" ? [step, ...straight(step.ok.steps)] : [step]));

/** The call that a press makes, at once or once it is confirmed. */
export const requestOf = (steps: readonly CardStep[]): Of<"request"> | undefined =>
  straight(steps).find((step) => step.kind === "request");

export const addressOf = (steps: readonly CardStep[]): string | undefined =>
  straight(steps).find((step) => step.kind === "open")?.url;

/** What the client says at the press itself, before any answer. */
export const saidAtOnce = (steps: readonly CardStep[]): string | undefined =>
  straight(steps).find((step) => step.kind === "say")?.text;

/** A button and, behind it, the options of its menus: `id/0`, `id/1` …, each a press of its own. */
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

/** Everything on a card that can be pressed, in reading order: buttons, areas, cells of tables, options of menus. */
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

/** Whether a press does no more than open an address. */
export const isLink = ({ steps }: CardButton): boolean =>
  steps.length > 0 && steps.every(({ kind }) => kind === "open");
