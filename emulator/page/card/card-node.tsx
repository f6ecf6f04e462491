import { useMemo, useState } from "preact/hooks";
import type { CardNode } from "../../src/contract/card.ts";
import { assertNever } from "../assert-never.ts";
import { Avatar } from "../people/avatar.tsx";
import { cardMarkdownHtml } from "../text/card-markdown.ts";
import { useRenderedHtml } from "../text/use-rendered-html.ts";
import { CardButtonView } from "./card-button.tsx";
import { CardChartView } from "./card-chart.tsx";
import { CardFormView } from "./card-form.tsx";
import { CardGroupView } from "./card-group.tsx";
import { CardIcon } from "./card-icon.tsx";
import { CardInputView } from "./card-input.tsx";
import { useCardInteraction } from "./card-interaction.ts";
import { CardPicture } from "./card-picture.tsx";
import { CardTableView } from "./card-table.tsx";
import { CardTextView } from "./card-text.tsx";
import { keyOf } from "./node-key.ts";
import { addressIn } from "./picture-address.ts";
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
      return <CardTextView words={node} />;
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

/** The color signals the state, the status text names it. */
function CardHeader({ header }: { header: Extract<CardNode, { kind: "header" }> }) {
  const tone = header.color === undefined ? "plain" : toneOf(header.color);
  return (
    <header class={`card-head ${tone}`}>
      <h3>{header.title}</h3>
      {header.status !== undefined && header.status !== "" && <span class={`tag ${tone}`}>{header.status}</span>}
    </header>
  );
}

/** A card's markdown. Its links are handled like those of the card. */
function CardMarkdown({ source }: { source: string }) {
  const { links, openLink, fileUrl } = useCardInteraction();
  const html = useMemo(() => cardMarkdownHtml(source, fileUrl), [source]);
  return <div ref={useRenderedHtml(html, { links, openLink })} class="markdown card-markdown" />;
}

/** A person's picture, or the end of their name when there is none. */
function CardAvatar({ source, name }: { source: string; name: string }) {
  const { fileUrl } = useCardInteraction();
  const [isLost, setLost] = useState(false);
  if (source === "" || isLost) return <Avatar name={name} small />;
  return <img class="avatar small" src={addressIn(source, fileUrl)} alt={name} onError={() => setLost(true)} />;
}
