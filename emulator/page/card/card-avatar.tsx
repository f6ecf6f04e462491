import { useState } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { useCardInteraction } from "./card-interaction.ts";
import { addressIn } from "./picture-address.ts";

/** A person's picture, or the end of their name when there is none. */
export function CardAvatar({ source, name }: { source: string; name: string }) {
  const { fileUrl } = useCardInteraction();
  const [isLost, setLost] = useState(false);
  if (source === "" || isLost) return <Avatar name={name} small />;
  return <img class="avatar small" src={addressIn(source, fileUrl)} alt={name} onError={() => setLost(true)} />;
}
