/**
 * A place where an earlier part of the campaign takes contributions of later ones, e.g. the buttons of a district's
 * stage card. The types exist for the compiler only.
 */
export interface ExtensionPoint<Input, Contribution> {
  /** `<part>.<what>` */
  name: string;
  types?: (input: Input) => Contribution;
}

export const extensionPoint = <Input, Contribution>(name: string): ExtensionPoint<Input, Contribution> => ({ name });
