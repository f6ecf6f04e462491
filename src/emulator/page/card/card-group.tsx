import type { CardGroup } from "../../contract.ts";
import { AreaPress } from "./card-button.tsx";
import { CardNodes, CardPiece } from "./card-node.tsx";
import { isButtonRow, lookOf, seatIn } from "./group-look.ts";

/** A container: a row whose children have their widths, a column, or a grid; pressed anywhere when it has a press. */
export function CardGroupView({ group }: { group: CardGroup }) {
  const { look, style } = lookOf(group);
  const isRow = group.direction === "row" && group.columns === undefined && !isButtonRow(group);
  return (
    <div class={look} style={style}>
      {group.press !== undefined && <AreaPress press={group.press} />}
      {isRow ? <Row group={group} /> : <CardNodes nodes={group.children} />}
    </div>
  );
}

function Row({ group: { children } }: { group: CardGroup }) {
  return (
    <>
      {children.map((node, place) => {
        const flex = seatIn(node);
        return (
          <div key={`${node.kind} ${place}`} class="seat" style={flex === undefined ? {} : { flex }}>
            <CardPiece node={node} />
          </div>
        );
      })}
    </>
  );
}
