import type { Link } from "../../src/contract/card.ts";
import { decodedAddress } from "./decoded-address.ts";

/** The link that an anchor of drawn markdown stands for. */
export function linkOfAnchor(anchor: HTMLAnchorElement, links: readonly Link[]): Link | undefined {
  const href = anchor.getAttribute("href") ?? "";
  const same = links.filter(({ url }) => url === href || decodedAddress(url) === decodedAddress(href));
  return same.find(({ label }) => label === anchor.textContent) ?? same[0];
}
