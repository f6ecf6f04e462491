import type { CardNode } from "../contract/card.ts";
import type { Scope } from "./scope.ts";
import type { TemplateNode } from "./template.ts";

/** Draws components one below the other. */
export type DrawAll = (nodes: readonly TemplateNode[], scope: Scope) => CardNode[];

/** How one kind of component is drawn; nothing where it has nothing to show. */
export type Draw = (node: TemplateNode, scope: Scope, drawAll: DrawAll) => CardNode[];
