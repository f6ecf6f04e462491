/**
 * Lets later parts contribute to an earlier one, e.g. buttons on a district's stage card. The types exist only at
 * compile time.
 */
export interface ExtensionPoint<Input, Contribution> {
  /** `<part>.<what>` */
  name: string;
  /** Contributions change something, or depend on what those before them did. */
  acts?: true;
  types?: (input: Input) => Contribution;
}

export const extensionPoint = <Input, Contribution>(
  name: string,
  how: { acts?: true } = {},
): ExtensionPoint<Input, Contribution> => ({ name, ...how });

type Contribute = () => Promise<unknown>;

/**
 * What the parts contribute, in their order. They read side by side; where they act, one after the other.
 * @throws the first failure in their order, once all have ended
 */
export async function contributed({ acts }: { acts?: true }, parts: readonly Contribute[]): Promise<unknown[]> {
  const found: unknown[] = [];
  if (acts) for (const contribute of parts) found.push(await contribute());
  else
    for (const one of await Promise.allSettled(parts.map((contribute) => contribute()))) {
      if (one.status === "rejected") throw one.reason;
      found.push(one.value);
    }
  return found.filter((contribution) => contribution !== undefined);
}
