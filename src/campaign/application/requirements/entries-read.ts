import type { Definition } from "../../definition/definition.ts";
import { ALL_MET, type Entries, type List, REST } from "./entries.ts";

/** Answers while a text is read, part by part. */
export class EntriesRead {
  readonly entries: Record<string, string> = {};
  readonly problems: string[] = [];
  /** The list that clauses named next belong to: 不符合 8-2，9-1. */
  list: List | undefined;
  /** The clauses whose standing was said last. */
  noted: string | undefined;
  readonly definition: Definition;

  constructor(definition: Definition) {
    this.definition = definition;
  }

  /** Clauses named before their standing: 8-2，9-1不符合. */
  ahead: string[] = [];

  private hasShare = false;
  private hasNamed = false;
  /** Shares beside their amounts, and what is said where they do not agree. */
  readonly shares: { text: string; problem: string }[] = [];

  add(key: string, text: string): void {
    this.entries[key] = this.entries[key] === undefined ? text : `${this.entries[key]}、${text}`;
  }

  /** A share that is asked for by its amounts. */
  addShare(problem: string, text: string): void {
    this.problems.push(problem);
    this.shares.push({ text, problem });
    this.hasShare = true;
    this.list = undefined;
  }

  /** A clause is named by its words. */
  names(): void {
    this.hasNamed = true;
  }

  get speaks(): boolean {
    return this.hasShare || this.hasNamed || Object.keys(this.entries).length > 0;
  }

  addRest(): void {
    this.entries[REST] = ALL_MET;
    this.list = undefined;
  }

  addAll(entries: Entries): void {
    for (const [key, text] of Object.entries(entries)) this.add(key, text);
    this.list = undefined;
  }
}
