import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { resolve, textOf } from "../resolve.ts";
import { shown } from "../typed.ts";

/** One picture or several; a list may hold addresses or objects with `url`. */
export const image: Draw = (node, scope) => {
  const value = resolve(scope, node.props.images);
  const sources = (Array.isArray(value) ? value : [value]).map((one) => shown(member(one, "url") ?? one));
  return sources
    .filter((source) => source !== "")
    .map((source) => ({ kind: "image", source, alt: textOf(scope, node.props.hoverText) || "图片" }));
};

export const avatar: Draw = (node, scope) => {
  const source = textOf(scope, node.props.imageUrl);
  return source === "" ? [] : [{ kind: "image", source, alt: textOf(scope, node.props.name) || "头像" }];
};

/** Decoration without words. */
export const icon: Draw = () => [];
