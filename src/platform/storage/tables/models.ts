import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PRISMA_FOLDER = fileURLToPath(new URL("../../../../prisma", import.meta.url));

export interface SchemaFile {
  /** Below {@link PRISMA_FOLDER}. */
  path: string;
  content: string;
}

/** A column, as the schema declares it. */
export interface Field {
  name: string;
  column: string;
  /** Type of a list of its values in PostgreSQL, e.g. `text[]`; of a list column the type itself. */
  array: string;
  isJson: boolean;
  isList: boolean;
}

export interface Model {
  table: string;
  fields: ReadonlyMap<string, Field>;
}

/** Scalar types of the schema, which has no others. */
const ARRAYS: Readonly<Record<string, string>> = {
  String: "text[]",
  Int: "int4[]",
  BigInt: "int8[]",
  Boolean: "bool[]",
  DateTime: "timestamptz[]",
  Json: "jsonb[]",
  Bytes: "bytea[]",
};

export const readSchemaFile = (path: string): SchemaFile => ({
  path,
  content: readFileSync(join(PRISMA_FOLDER, path), "utf8"),
});

export const readSchema = (): SchemaFile[] => [
  readSchemaFile("schema.prisma"),
  ...readdirSync(join(PRISMA_FOLDER, "models")).map((file) => readSchemaFile(join("models", file))),
];

/** The models by the names that Prisma's client gives them: `outboxItem`. */
export function modelsOf(files: readonly SchemaFile[]): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const { content } of files) {
    for (const [, name = "", body = ""] of content.matchAll(/^model (\w+) \{\n(.*?)^\}/gmsu)) {
      const fields = body.split("\n").flatMap((line) => fieldOf(line) ?? []);
      models.set(name.charAt(0).toLowerCase() + name.slice(1), {
        table: /@@map\("(\w+)"\)/u.exec(body)?.[1] ?? name,
        fields: new Map(fields.map((field) => [field.name, field])),
      });
    }
  }
  return models;
}

function fieldOf(line: string): Field | undefined {
  const [, name, type, list] = /^ {2}(\w+)\s+(\w+)(\[\])?/u.exec(line) ?? [];
  if (name === undefined || type === undefined) return undefined;
  const array = line.includes("@db.Uuid") ? "uuid[]" : ARRAYS[type];
  if (array === undefined) throw new Error(`the schema declares ${name} with a type that is not known: ${type}`);
  return {
    ...{ name, array, isJson: type === "Json", isList: list !== undefined },
    column: /@map\("(\w+)"\)/u.exec(line)?.[1] ?? name,
  };
}
