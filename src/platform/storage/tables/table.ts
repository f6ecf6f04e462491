import { type Bind, conditionOf, type Given, isGiven, keyParts, notRead } from "./conditions.ts";
import type { Field, Model } from "./models.ts";
import { alike, assignments, fieldOf, fieldsOf, rowsToInsert, stored } from "./written.ts";

export interface Outcome {
  /** Made anew for each who asks: whoever is given them may change them. */
  readonly rows: Record<string, unknown>[];
  /** Rows found or changed. */
  count: number;
}

/** Runs one prepared statement. */
export type Run = (text: string, values: unknown[]) => Promise<Outcome>;

type Row = Record<string, unknown>;

interface Args {
  where?: Given;
  data?: Given | readonly Given[];
  create?: Given;
  update?: Given;
  select?: Given;
  orderBy?: Given | readonly Given[];
  take?: number;
  distinct?: readonly string[];
  skipDuplicates?: boolean;
  _max?: Given;
}

/**
 * One table, with the calls of Prisma's client as far as they are used: the same arguments, the same results, each call
 * one prepared statement. What is not known here is refused, never half read.
 */
export class Table {
  readonly #model: Model;
  readonly #name: string;
  readonly #run: Run;

  /** @param schema named in every statement, since a statement keeps meaning the table it was prepared for */
  constructor(model: Model, schema: string, run: Run) {
    this.#model = model;
    this.#name = `${schema}."${model.table}"`;
    this.#run = run;
  }

  async findMany(args: Args = {}): Promise<Row[]> {
    known(args, ["where", "select", "orderBy", "take", "distinct"]);
    const { values, bind } = binding();
    const where = conditionOf(this.#model, args.where, bind);
    const limit = args.take === undefined ? "" : ` limit ${bind(args.take)}`;
    const text = `select ${this.#columns(args.select)} from ${this.#name} where ${where}${this.#order(args.orderBy)}${limit}`;
    const { rows } = await this.#run(text, values);
    return args.distinct === undefined ? rows : distinct(rows, args);
  }

  async findFirst(args: Args = {}): Promise<Row | null> {
    const [row] = await this.findMany({ ...args, take: 1 });
    return row ?? null;
  }

  async findUnique(args: Args): Promise<Row | null> {
    this.#mustName(args);
    return this.findFirst(args);
  }

  async findUniqueOrThrow(args: Args): Promise<Row> {
    return this.#mustExist(await this.findFirst(args));
  }

  findFirstOrThrow(args: Args): Promise<Row> {
    return this.findUniqueOrThrow(args);
  }

  async count(args: Args = {}): Promise<number> {
    known(args, ["where"]);
    const { values, bind } = binding();
    const text = `select count(*)::int4 as count from ${this.#name} where ${conditionOf(this.#model, args.where, bind)}`;
    const [row] = (await this.#run(text, values)).rows;
    return Number(row?.count);
  }

  async aggregate(args: Args): Promise<{ _max: Row }> {
    known(args, ["where", "_max"]);
    const { values, bind } = binding();
    const greatest = Object.keys(args._max ?? {}).map(
      (name) => `max("${fieldOf(this.#model, name).column}") as "${name}"`,
    );
    const where = conditionOf(this.#model, args.where, bind);
    const [row] = (await this.#run(`select ${greatest.join(", ")} from ${this.#name} where ${where}`, values)).rows;
    return { _max: row ?? {} };
  }

  async create(args: Args): Promise<Row> {
    known(args, ["data", "select"]);
    const { values, bind } = binding();
    const text = `insert into ${this.#name} ${this.#given(args.data as Given, bind)} returning ${this.#columns(args.select)}`;
    return this.#mustExist((await this.#run(text, values)).rows[0]);
  }

  async createMany(args: Args): Promise<{ count: number }> {
    known(args, ["data", "skipDuplicates"]);
    const then = args.skipDuplicates ? " on conflict do nothing" : "";
    let count = 0;
    for (const { fields, rows } of alike(this.#model, [args.data ?? []].flat() as Given[])) {
      const { values, bind } = binding();
      const columns = fields.map(({ column }) => `"${column}"`).join(", ");
      const text = `insert into ${this.#name} (${columns}) ${rowsToInsert(fields, rows, bind)}${then}`;
      count += (await this.#run(text, values)).count;
    }
    return { count };
  }

  async update(args: Args): Promise<Row> {
    known(args, ["where", "data", "select"]);
    this.#mustName(args);
    const { values, bind } = binding();
    const set = assignments(this.#model, args.data as Given, bind);
    const where = conditionOf(this.#model, args.where, bind);
    if (set.length === 0) return this.findUniqueOrThrow({ where: args.where ?? {} });
    const text = `update ${this.#name} set ${set.join(", ")} where ${where} returning ${this.#columns(args.select)}`;
    return this.#mustExist((await this.#run(text, values)).rows[0]);
  }

  async updateMany(args: Args): Promise<{ count: number }> {
    known(args, ["where", "data"]);
    const { values, bind } = binding();
    const set = assignments(this.#model, args.data as Given, bind);
    const where = conditionOf(this.#model, args.where, bind);
    const { count } = await this.#run(`update ${this.#name} set ${set.join(", ")} where ${where}`, values);
    return { count };
  }

  /** The row of this key, made or changed by one statement. */
  async upsert(args: Args): Promise<Row> {
    known(args, ["where", "create", "update"]);
    const { values, bind } = binding();
    const key = Object.entries(args.where ?? {}).flatMap(([name, asked]) =>
      isGiven(asked) ? Object.keys(keyParts(this.#model, name, asked)) : [name],
    );
    const columns = key.map((name) => `"${fieldOf(this.#model, name).column}"`).join(", ");
    const given = this.#given(args.create ?? {}, bind);
    const set = assignments(this.#model, args.update ?? {}, bind);
    const then = set.length === 0 ? "nothing" : `update set ${set.join(", ")}`;
    const text = `insert into ${this.#name} ${given} on conflict (${columns}) do ${then} returning ${this.#columns()}`;
    const [row] = (await this.#run(text, values)).rows;
    return row ?? this.findUniqueOrThrow({ where: args.where ?? {} });
  }

  async delete(args: Args): Promise<Row> {
    known(args, ["where"]);
    this.#mustName(args);
    const { values, bind } = binding();
    const where = conditionOf(this.#model, args.where, bind);
    const text = `delete from ${this.#name} where ${where} returning ${this.#columns()}`;
    return this.#mustExist((await this.#run(text, values)).rows[0]);
  }

  async deleteMany(args: Args = {}): Promise<{ count: number }> {
    known(args, ["where"]);
    const { values, bind } = binding();
    const { count } = await this.#run(
      `delete from ${this.#name} where ${conditionOf(this.#model, args.where, bind)}`,
      values,
    );
    return { count };
  }

  #columns(select?: Given): string {
    if (!select) return allColumns(this.#model);
    const names = Object.keys(select).filter((name) => select[name] === true);
    return names.map((name) => columnAs(fieldOf(this.#model, name))).join(", ");
  }

  #order(orderBy: Args["orderBy"]): string {
    const by = [orderBy ?? []].flat().flatMap((one) => Object.entries(one as Given));
    if (by.length === 0) return "";
    return ` order by ${by.map(([name, way]) => `"${fieldOf(this.#model, name).column}" ${way === "desc" ? "desc" : "asc"}`).join(", ")}`;
  }

  #given(data: Given, bind: Bind): string {
    const fields = fieldsOf(this.#model, data);
    if (fields.length === 0) return "default values";
    const places = fields.map((field) => bind(stored(field, data[field.name])));
    return `(${fields.map(({ column }) => `"${column}"`).join(", ")}) values (${places.join(", ")})`;
  }

  /** Without a key it would be every row. */
  #mustName({ where = {} }: Args): void {
    if (Object.values(where).every((asked) => asked === undefined)) throw notRead(`${this.#name} without a key`);
  }

  #mustExist(row: Row | null | undefined): Row {
    if (!row) throw new Error(`no such row of ${this.#model.table}`);
    return row;
  }
}

const columnAs = ({ column, name }: Field): string => `"${column}" as "${name}"`;

/** Put together once. */
const everyColumn = new WeakMap<Model, string>();

function allColumns(model: Model): string {
  const columns = everyColumn.get(model) ?? [...model.fields.values()].map(columnAs).join(", ");
  everyColumn.set(model, columns);
  return columns;
}

function binding(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

function known(args: Args, names: readonly string[]): void {
  const other = Object.entries(args).find(([name, value]) => value !== undefined && !names.includes(name));
  if (other) throw notRead(other[0]);
}

function distinct(rows: readonly Row[], { distinct = [], take }: Args): Row[] {
  if (take !== undefined) throw notRead("distinct with take");
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(distinct.map((name) => row[name]));
    return !seen.has(key) && seen.add(key);
  });
}
