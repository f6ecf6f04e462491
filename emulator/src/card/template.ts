import { z } from "zod";

/** A component of a card template: what the editor exports below `schema.componentsTree`. */
export interface TemplateNode {
  componentName: string;
  id: string;
  props: Record<string, unknown>;
  /** Switched off in the editor. */
  hidden: boolean;
  children: TemplateNode[];
}

/** A parsed template. `types` holds public, private and local variables by name. */
export interface CardTemplate {
  types: ReadonlyMap<string, string>;
  /** Expression texts by name. */
  expressions: ReadonlyMap<string, string>;
  root: TemplateNode[];
}

const nodeSchema: z.ZodType<TemplateNode> = z.lazy(() =>
  z.object({
    componentName: z.string().min(1),
    id: z.string().min(1),
    props: z.record(z.string(), z.unknown()).default({}),
    hidden: z
      .unknown()
      .optional()
      .transform((hidden) => hidden === true),
    children: z.preprocess((children) => children ?? [], z.array(nodeSchema)),
  }),
);

const variableSchema = z.object({ name: z.string().min(1), type: z.string().min(1) });

const editorSchema = z.object({
  schema: z.object({ componentsTree: z.array(nodeSchema).min(1) }),
  variableList: z.array(variableSchema).default([]),
  localList: z.array(variableSchema).default([]),
  expList: z.array(z.object({ name: z.string().min(1), expContent: z.string() })).default([]),
});

const fileSchema = z.object({ editorData: z.string().min(1) });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("card template: editorData is not JSON", { cause });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`card template: ${where} ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unreadable"}`);
}

/**
 * Reads a file exported by the card platform's editor.
 * @throws Error that names the first unexpected part
 */
export function parseTemplate(exportFile: unknown): CardTemplate {
  const file = checked(fileSchema, exportFile, "file");
  const editor = checked(editorSchema, parsedJson(file.editorData), "editorData");
  return {
    types: new Map([...editor.variableList, ...editor.localList].map(({ name, type }) => [name, type])),
    expressions: new Map(editor.expList.map(({ name, expContent }) => [name, expContent])),
    root: editor.schema.componentsTree,
  };
}
