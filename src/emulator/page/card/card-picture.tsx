import { useStore } from "../state/context.ts";

/** A card's picture: an address, or the id of an uploaded file. */
export function CardPicture({ source, alt }: { source: string; alt: string }) {
  const { control } = useStore();
  const address = /^(?:https?:|data:|\/)/.test(source) ? source : control.fileUrl(source);
  return <img class="card-picture" src={address} alt={alt === "" ? "图片" : alt} />;
}
