/**
 * Lets later parts contribute to an earlier one, e.g. buttons on a district's stage card. The types exist only at
 * compile time.
 */
export interface ExtensionPoint<Input, Contribution> {
  /** `<part>.<what>` */
  name: string;
  types?: (input: Input) => Contribution;
}

export const extensionPoint = <Input, Contribution>(name: string): ExtensionPoint<Input, Contribution> => ({ name });
