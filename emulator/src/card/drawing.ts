import type { CardNode } from "../contract/card.ts";
import type { Scope } from "./scope.ts";
import type { TemplateNode } from "./template.ts";

/** Renders components from top to bottom. */
export type DrawAll = (nodes: readonly TemplateNode[], scope: Scope) => CardNode[];

/** Renders one kind of component; returns nothing when there is nothing to show. */
export type Draw = (node: TemplateNode, scope: Scope, drawAll: DrawAll) => CardNode[];
