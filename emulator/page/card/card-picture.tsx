import { useState } from "preact/hooks";
import type { CardNode } from "../../src/contract/card.ts";
import { useCardInteraction } from "./card-interaction.ts";
import { addressIn } from "./picture-address.ts";

/**
 * A picture of a card. One that cannot be loaded, such as a file of a real organization, is a labelled box of its
 * size.
 */
export function CardPicture({ picture }: { picture: Extract<CardNode, { kind: "image" }> }) {
  const { fileUrl } = useCardInteraction();
  const [isLost, setLost] = useState(false);
  const { source, alt, width, height } = picture;
  const size = { ...(width ? { width: `${width}px` } : {}), ...(height ? { height: `${height}px` } : {}) };
  const words = alt === "" ? "图片" : alt;
  if (isLost) {
    const isSmall = width !== undefined && width < 48;
    return (
      <span class="picture-lost" role="img" aria-label={`${words}（无法显示）`} style={size}>
        {isSmall ? "" : `${words}（无法显示）`}
      </span>
    );
  }
  return (
    <img class="card-picture" src={addressIn(source, fileUrl)} alt={words} style={size} onError={() => setLost(true)} />
  );
}
