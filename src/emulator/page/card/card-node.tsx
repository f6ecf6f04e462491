import { assertNever } from "../../../shared/assert-never.ts";
import type { CardNode } from "../../contract.ts";
import { Markdown } from "../messages/markdown.tsx";
import { CardButtonView } from "./card-button.tsx";
import { CardChartView } from "./card-chart.tsx";
import { CardFormView } from "./card-form.tsx";
import { CardHeader } from "./card-header.tsx";
import { CardInputView } from "./card-input.tsx";
import { CardPicture } from "./card-picture.tsx";
import { CardTableView } from "./card-table.tsx";
import { useFaceOf } from "./face.ts";
import { toneOf } from "./tone.ts";

type Of<Kind extends CardNode["kind"]> = Extract<CardNode, { kind: Kind }>;

/** The pieces of a card, top to bottom. Their places are stable over its versions, so the place is the key. */
export function CardNodes({ nodes }: { nodes: readonly CardNode[] }) {
  return (
    <>
      {nodes.map((node, place) => (
        <CardPiece key={`${node.kind} ${keyOf(node) ?? place}`} node={node} />
      ))}
    </>
  );
}

const keyOf = (node: CardNode): string | undefined =>
  node.kind === "form" ? node.formId : node.kind === "input" ? node.local : undefined;

function CardPiece({ node }: { node: CardNode }) {
  const { card, userId } = useFaceOf();
  switch (node.kind) {
    case "header":
      return <CardHeader header={node} />;
    case "text":
      return <Words node={node} />;
    case "markdown":
      return <Markdown source={node.source} links={card.links} userId={userId} />;
    case "divider":
      return <hr />;
    case "group":
      return <Group node={node} />;
    case "collapse":
      return <Collapse node={node} />;
    case "button":
      return <CardButtonView button={node} />;
    case "form":
      return <CardFormView form={node} />;
    case "input":
      return <CardInputView local={node.local} label={node.label} field={node.input} />;
    case "table":
      return <CardTableView table={node} />;
    case "chart":
      return <CardChartView chart={node} />;
    case "image":
      return <CardPicture source={node.source} alt={node.alt} />;
    case "tag":
      return <span class={`tag ${toneOf(node.color)}`}>{node.text}</span>;
    case "progress":
      return <Progress percent={node.percent} text={node.text ?? `${node.percent}%`} />;
    case "unknown":
      return <p class="unknown">未支持的组件：{node.component}</p>;
    default:
      return assertNever(node);
  }
}

function Words({ node }: { node: Of<"text"> }) {
  const tone = node.color === undefined ? "" : ` tone-${toneOf(node.color)}`;
  return <p class={`words ${node.size ?? "body"}${node.bold === true ? " bold" : ""}${tone}`}>{node.text}</p>;
}

function Collapse({ node }: { node: Of<"collapse"> }) {
  return (
    <details class="collapse" open={node.open}>
      <summary>{node.title}</summary>
      <CardNodes nodes={node.children} />
    </details>
  );
}

/** Buttons side by side share the width; other rows flow. */
function Group({ node }: { node: Of<"group"> }) {
  const buttons = node.children.length > 0 && node.children.every(({ kind }) => kind === "button");
  return (
    <div class={`group ${node.direction}${buttons ? " buttons" : ""}`}>
      <CardNodes nodes={node.children} />
    </div>
  );
}

function Progress({ percent, text }: { percent: number; text: string }) {
  return (
    <div class="progress">
      <progress max={100} value={percent} aria-label={text} />
      <span>{text}</span>
    </div>
  );
}
