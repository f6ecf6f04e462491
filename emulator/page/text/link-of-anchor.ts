import type { Link } from "../../src/contract/card.ts";
import { decodedAddress } from "./decoded-address.ts";

/** The link behind an anchor of rendered markdown. */
export function linkOfAnchor(anchor: HTMLAnchorElement, links: readonly Link[]): Link | undefined {
  const href = anchor.getAttribute("href") ?? "";
  const same = links.filter(({ url }) => url === href || decodedAddress(url) === decodedAddress(href));
  return same.find(({ label }) => label === anchor.textContent) ?? same[0];
}
