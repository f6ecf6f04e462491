import type { CardTemplate, TemplateNode } from "./template.ts";

/** A parsed template as JSON, for a page that renders cards itself. */
export interface PackedTemplate {
  types: [string, string][];
  expressions: [string, string][];
  root: TemplateNode[];
}

export const packTemplate = ({ types, expressions, root }: CardTemplate): PackedTemplate => ({
  types: [...types],
  expressions: [...expressions],
  root,
});

export const unpackTemplate = ({ types, expressions, root }: PackedTemplate): CardTemplate => ({
  types: new Map(types),
  expressions: new Map(expressions),
  root,
});
