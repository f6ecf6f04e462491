import type { Link } from "../../contract.ts";

/** The link that an anchor of drawn markdown stands for. */
export function linkBehind(anchor: HTMLAnchorElement, links: readonly Link[]): Link | undefined {
  const href = anchor.getAttribute("href") ?? "";
  const same = links.filter(({ url }) => url === href || decoded(url) === decoded(href));
  return same.find(({ label }) => label === anchor.textContent) ?? same[0];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
