interface Mappable {
  map: (change: (value: unknown) => unknown) => unknown;
}

/**
 * Brings every text in an entry to composed Unicode (NFC), whatever keyboard or document it came from: a decomposed
 * title makes a broken address, and search would not find the words. Works on plain values and on Decap's Immutable ones.
 */
export function compose(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  return isMappable(value) ? value.map(compose) : value;
}

function isMappable(value: unknown): value is Mappable {
  return typeof value === "object" && value !== null && "map" in value && typeof value.map === "function";
}
