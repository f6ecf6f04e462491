import type { PersonContext } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/**
 * Whether the person is asked for a reason in which rows may be named: 2-1在筹. Extended by the parts that ask for one.
 */
export const reasonAsked = extensionPoint<{ asker: PersonContext }, true>("evidence.reason-asked");
