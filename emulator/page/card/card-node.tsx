import type { CardNode } from "../../src/contract/card.ts";
import { assertNever } from "../assert-never.ts";
import { CardAvatar } from "./card-avatar.tsx";
import { CardButtonView } from "./card-button.tsx";
import { CardChartView } from "./card-chart.tsx";
import { CardFormView } from "./card-form.tsx";
import { CardGroupView } from "./card-group.tsx";
import { CardHeader } from "./card-header.tsx";
import { CardIcon } from "./card-icon.tsx";
import { CardInputView } from "./card-input.tsx";
import { CardMarkdown } from "./card-markdown.tsx";
import { CardPicture } from "./card-picture.tsx";
import { CardTableView } from "./card-table.tsx";
import { CardWords } from "./card-words.tsx";
import { keyOf } from "./node-key.ts";
import { toneOf } from "./tone.ts";

type Of<Kind extends CardNode["kind"]> = Extract<CardNode, { kind: Kind }>;

/** The nodes of a card, top to bottom. Their order is stable over its versions, so the index is the key. */
export function CardNodes({ nodes }: { nodes: readonly CardNode[] }) {
  return (
    <>
      {nodes.map((node, place) => (
        <CardNodeView key={keyOf(node, place)} node={node} />
      ))}
    </>
  );
}

function CardNodeView({ node }: { node: CardNode }) {
  switch (node.kind) {
    case "header":
      return <CardHeader header={node} />;
    case "text":
      return <CardWords words={node} />;
    case "markdown":
      return <CardMarkdown source={node.source} />;
    case "divider":
      return <hr class={node.upright === true ? "upright" : ""} />;
    case "group":
      return <CardGroupView group={node} Child={CardNodeView} />;
    case "collapse":
      return <Collapse node={node} />;
    case "button":
      return <CardButtonView button={node} />;
    case "form":
      return <CardFormView form={node} />;
    case "input":
      return <CardInputView input={node} />;
    case "table":
      return <CardTableView table={node} />;
    case "chart":
      return <CardChartView chart={node} />;
    case "image":
      return <CardPicture picture={node} />;
    case "avatar":
      return <CardAvatar source={node.source} name={node.name} />;
    case "icon":
      return <CardIcon name={node.name} />;
    case "tag":
      return <span class={`tag ${toneOf(node.color)}`}>{node.text}</span>;
    case "progress":
      return <Progress node={node} />;
    case "unknown":
      return <p class="unknown">未支持的组件：{node.component}</p>;
    default:
      return assertNever(node);
  }
}

function Collapse({ node }: { node: Of<"collapse"> }) {
  return (
    <details class="collapse" open={node.open}>
      <summary>{node.title}</summary>
      <div class="collapse-inner">
        <CardNodes nodes={node.children} />
      </div>
    </details>
  );
}

function Progress({ node: { percent, text, color } }: { node: Of<"progress"> }) {
  return (
    <div class={`progress ${color === undefined ? "blue" : toneOf(color)}`}>
      <progress max={100} value={percent} aria-label={text ?? `${percent}%`} />
      {text !== undefined && <span>{text}</span>}
    </div>
  );
}
