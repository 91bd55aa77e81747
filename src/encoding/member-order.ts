/** The canonical order of an object's members: by UTF-16 code units of their names (RFC 8785 section 3.2.3). */
export interface MemberOrder {
  /** The names in order. */
  readonly names: readonly string[];
  /** For each of them, its place in the object. */
  readonly places: readonly number[];
  /** By the bytes of their names in UTF-8, too. */
  readonly isOfBytes: boolean;
}

/**
 * The order of these names. It is remembered, as documents repeat a few shapes.
 * Undefined where an object does not keep the order in which its members are set: integer-like names go by value and
 * before all others.
 */
export function memberOrder(names: readonly string[]): MemberOrder | undefined {
  let shape = shapes;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const next = shape.find(name);
    if (next !== undefined) {
      shape = next;
      continue;
    }
    // Names are kept for good: one that is no field's would only fill the memory.
    if (name.length > MAX_NAME) return sortNames(names);
    if (/^(?:0|[1-9][0-9]{0,9})$/.test(name)) return undefined;
    if (++shapeCount > MAX_SHAPES) {
      shapes = new Shape('');
      shapeCount = 0;
      // The names from here on have not been looked at; integer-like ones come first and have been.
      return sortNames(names);
    }
    shape = shape.add(name);
  }
  shape.order ??= sortNames(names);
  return shape.order;
}

function sortNames(names: readonly string[]): MemberOrder {
  const sorted = [...names].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const isOfBytes = names.every((name) => /^[\0-\x7f]*$/.test(name));
  return { names: sorted, places: sorted.map((name) => places.get(name) as number), isOfBytes };
}

/** A step in the trie of member name sequences; `order` is set where a sequence has ended. */
class Shape {
  order: MemberOrder | undefined;
  // Most steps have one successor, and names are interned: comparing with it is cheaper than looking up.
  private next: Shape | undefined;
  private others: Map<string, Shape> | undefined;

  constructor(readonly name: string) {}

  find(name: string): Shape | undefined {
    return this.next?.name === name ? this.next : this.others?.get(name);
  }

  add(name: string): Shape {
    const shape = new Shape(name);
    if (this.next === undefined) this.next = shape;
    else (this.others ??= new Map<string, Shape>()).set(name, shape);
    return shape;
  }
}

let shapes = new Shape('');
let shapeCount = 0;
// Hostile documents could have any number of shapes: past the bound the memory is dropped and begun anew.
const MAX_SHAPES = 4096;
const MAX_NAME = 64;
