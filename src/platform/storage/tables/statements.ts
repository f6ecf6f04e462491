import { Prisma } from "../generated/client.ts";
import { modelsOf, readSchema } from "./models.ts";
import { remembering } from "./remembered.ts";
import { type Run, Table } from "./table.ts";
import { parameterOf } from "./value-types.ts";

/** First argument of every function that reads or writes the campaign's state. */
export type Transaction = Prisma.TransactionClient;

type Template = TemplateStringsArray | Prisma.Sql;

/** The text of a template never changes, so it is put together once. */
const texts = new WeakMap<TemplateStringsArray, string>();

function statementOf(template: Template, values: readonly unknown[]): { text: string; values: unknown[] } {
  if (template instanceof Prisma.Sql) return { text: template.text, values: template.values };
  if (values.some((value) => value instanceof Prisma.Sql)) return statementOf(Prisma.sql(template, ...values), []);
  const text = texts.get(template) ?? template.reduce((before, part, at) => `${before}$${at}${part}`);
  texts.set(template, text);
  return { text, values: [...values] };
}

/** What a function that reads or writes is given: the tables, each made when it is first asked for, and raw statements. */
class Statements {
  readonly run: Run;

  constructor(run: Run) {
    this.run = (text, values) => run(text, values.map(parameterOf));
  }

  async $queryRaw(template: Template, ...values: unknown[]): Promise<unknown> {
    const statement = statementOf(template, values);
    return (await this.run(statement.text, statement.values)).rows;
  }

  async $executeRaw(template: Template, ...values: unknown[]): Promise<number> {
    const statement = statementOf(template, values);
    return (await this.run(statement.text, statement.values)).count;
  }

  async $queryRawUnsafe(text: string, ...values: unknown[]): Promise<unknown> {
    return (await this.run(text, values)).rows;
  }

  async $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number> {
    return (await this.run(text, values)).count;
  }
}

for (const [name, model] of modelsOf(readSchema())) {
  Object.defineProperty(Statements.prototype, name, {
    get(this: Statements) {
      const table = new Table(model, "public", this.run);
      // Configurable, or nobody could stand in front of it.
      Object.defineProperty(this, name, { value: table, configurable: true });
      return table;
    },
  });
}

/**
 * The tables and raw statements by this way of running them. Types are those of Prisma's client, whose arguments and
 * results these are; `tests/journeys/several-bots.test.ts` compares the two.
 */
export const makeStatements = (run: Run): Transaction => new Statements(run) as unknown as Transaction;

/**
 * The same transaction for work that asks the same hundreds of times, that need not see what others commit meanwhile,
 * and that never changes in place what it has read.
 */
export const rememberReads = (tx: Transaction): Transaction =>
  makeStatements(remembering((tx as unknown as Statements).run, { alone: true }));
