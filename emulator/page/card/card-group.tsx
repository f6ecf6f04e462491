import type { ComponentType } from "preact";
import type { CardGroup, CardNode } from "../../src/contract/card.ts";
import { AreaPress } from "./card-button.tsx";
import { flexStyleOf, groupStyleOf, isButtonRow } from "./group-style.ts";
import { keyOf } from "./node-key.ts";

interface GroupProps {
  group: CardGroup;
  /** Renders one child. */
  Child: ComponentType<{ node: CardNode }>;
}

/** A container: a row of children with widths, a column, or a grid; pressable as a whole when it has a press. */
export function CardGroupView({ group, Child }: GroupProps) {
  const { look, style } = groupStyleOf(group);
  const isRow = group.direction === "row" && group.columns === undefined && !isButtonRow(group);
  return (
    <div class={look} style={style}>
      {group.press !== undefined && <AreaPress press={group.press} />}
      {group.children.map((node, place) => {
        const key = keyOf(node, place);
        return isRow ? (
          <div key={key} class="seat" style={flexStyleOf(node)}>
            <Child node={node} />
          </div>
        ) : (
          <Child key={key} node={node} />
        );
      })}
    </div>
  );
}
