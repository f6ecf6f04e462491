/** What follows from an object that never changes, e.g. a definition: reckoned once, and kept as long as the object. */
export function reckonedOnce<Of extends object, Result>(reckon: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, Result>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const result = reckon(of);
    known.set(of, result);
    return result;
  };
}
