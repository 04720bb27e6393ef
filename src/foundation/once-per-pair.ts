/** Makes something once for each pair of objects, such as a content and one of its sites, and forgets it with them. */
export function oncePerPair<One extends object, Other extends object, Made>(
  make: (one: One, other: Other) => Made,
): (one: One, other: Other) => Made {
  const known = new WeakMap<One, Map<Other, Made>>();
  return (one, other) => {
    const ofOne = known.get(one) ?? new Map<Other, Made>();
    known.set(one, ofOne);
    const made = ofOne.get(other) ?? make(one, other);
    ofOne.set(other, made);
    return made;
  };
}
