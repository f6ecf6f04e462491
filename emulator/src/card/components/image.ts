import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { localized, resolve, textOf } from "../resolve.ts";
import type { Scope } from "../scope.ts";

/** Width and height where the template fixes them. */
function sizeOf(scope: Scope, props: Record<string, unknown>): { width?: number; height?: number } {
  if (props.imageType !== undefined && props.imageType !== "fixedSize") return {};
  const side = (name: "width" | "height") => {
    const pixels = member(props[name], "valueType") === "fixed" ? Number(resolve(scope, props[name])) : 0;
    return pixels > 0 ? { [name]: pixels } : {};
  };
  return { ...side("width"), ...side("height") };
}

/** One picture or several; a list may hold addresses or objects with `url`. */
export const image: Draw = (node, scope) => {
  const value = resolve(scope, node.props.images);
  const sources = (Array.isArray(value) ? value : [value]).map((one) => localized(scope, member(one, "url") ?? one));
  const size = sizeOf(scope, node.props);
  return sources
    .filter((source) => source !== "")
    .map((source) => ({ kind: "image", source, alt: textOf(scope, node.props.hoverText) || "图片", ...size }));
};

export const avatar: Draw = (node, scope) => {
  const source = textOf(scope, node.props.imageUrl);
  const name = textOf(scope, node.props.name);
  return source === "" && name === "" ? [] : [{ kind: "avatar", source, name: name || "头像" }];
};
