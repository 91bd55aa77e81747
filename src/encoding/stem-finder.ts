/** Of letters beyond ASCII there are no classes, and nothing beyond punctuation has one. */
const ASCII = 0x80;
const BEYOND = 0x2027;
/** What stems are made of: ASCII, and dashes and quotation marks. */
const known = /^[\0-\x7f\u2010-\u2026]+$/;
/** Class 0 is of all characters that are in no stem. */
const OTHER = 0;

/**
 * Which of several lists of stems have one in a text: the automaton of Aho and Corasick (1975), which looks at each
 * character once, however many stems there are. ASCII letters are the same in either case. The few stems of letters
 * beyond ASCII are looked for one by one, in texts that have such.
 */
export class StemFinder {
  /** Of each character up to U+2026. */
  readonly classes = new Uint8Array(BEYOND);
  /** How many classes there are. */
  readonly width: number;
  /** For each state, a row with the state that follows it at a character of each class. */
  readonly next: Uint16Array | Uint32Array;
  /** The lists of the stems that end in a state. */
  readonly ends: ReadonlyArray<readonly number[]>;
  /** The others, and the list of each. */
  private readonly others: ReadonlyArray<readonly [stem: string, list: number]>;
  private readonly anyOther: RegExp;
  /** Of each state, whether stems end in it. */
  private readonly isEnd: Uint8Array;
  /** For each list, the number of the last text that it had a stem in. */
  private readonly seen: Uint32Array;
  private text = 0;

  /** @param lists of stems in lower case, none of them empty */
  constructor(lists: ReadonlyArray<readonly string[]>) {
    const all = lists.flatMap((list, number) => list.map((stem) => [stem, number] as const));
    const stems = all.filter(([stem]) => known.test(stem));
    this.others = all.filter(([stem]) => !known.test(stem));
    const patterns = this.others.map(([stem]) => stem.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    this.anyOther = new RegExp(patterns.length > 0 ? patterns.join('|') : '(?!)');
    this.width = this.numberClasses(stems.map(([stem]) => stem).join(''));
    const most = stems.reduce((sum, [stem]) => sum + stem.length, 1);
    this.next = new (most > 0xffff ? Uint32Array : Uint16Array)(most * this.width);
    const ends: number[][] = [[]];
    const steps: number[][] = [[]];
    for (const [stem, list] of stems) {
      let state = 0;
      for (let at = 0; at < stem.length; at++) {
        const step = this.classes[stem.charCodeAt(at)] as number;
        const cell = state * this.width + step;
        if (this.next[cell] === 0) {
          this.next[cell] = ends.push([]) - 1;
          steps[state]?.push(step);
          steps.push([]);
        }
        state = this.next[cell] as number;
      }
      ends[state]?.push(list);
    }
    this.connect(steps, ends);
    this.ends = ends;
    this.isEnd = Uint8Array.from(ends, (numbers) => (numbers.length > 0 ? 1 : 0));
    this.seen = new Uint32Array(lists.length);
  }

  /** Looks through a text, for `has` to tell. @returns whether any list has a stem in it */
  search(text: string): boolean {
    this.begin();
    let isAny = false;
    let isBeyond = false;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const ofCharacter = code < BEYOND ? (this.classes[code] as number) : OTHER;
      if (code >= ASCII && ofCharacter === OTHER) isBeyond = true;
      state = this.next[state * this.width + ofCharacter] as number;
      if (this.isEnd[state] === 0) continue;
      isAny = true;
      this.note(state);
    }
    return (isBeyond && this.searchOthers(text)) || isAny;
  }

  /** Of a text that is looked through by the caller: begins it; its first state is 0. */
  begin(): void {
    if (this.text === 0xffff_ffff) {
      this.seen.fill(0);
      this.text = 0;
    }
    this.text++;
  }

  /** Says that a state was reached. */
  note(state: number): void {
    const lists = this.ends[state] as number[];
    for (let i = 0; i < lists.length; i++) this.seen[lists[i] as number] = this.text;
  }

  /** Whether a list has a stem in the text that was looked through last. */
  has(list: number): boolean {
    return this.seen[list] === this.text;
  }

  private searchOthers(text: string): boolean {
    const folded = text.toLowerCase();
    // Most have none.
    if (!this.anyOther.test(folded)) return false;
    let isAny = false;
    for (const [stem, list] of this.others) {
      if (!folded.includes(stem)) continue;
      this.seen[list] = this.text;
      isAny = true;
    }
    return isAny;
  }

  /** @returns how many there are */
  private numberClasses(characters: string): number {
    let count = OTHER + 1;
    for (const character of new Set(characters)) {
      this.classes[character.charCodeAt(0)] = count;
      if (/[a-z]/.test(character)) this.classes[character.toUpperCase().charCodeAt(0)] = count;
      count++;
    }
    return count;
  }

  /**
   * Where a stem does not go on, its longest end that begins another one does: first those of the shorter beginnings.
   * @param steps the classes at which stems go on from a state
   */
  private connect(steps: ReadonlyArray<readonly number[]>, ends: number[][]): void {
    const { next, width } = this;
    const fallbacks = new Uint32Array(ends.length);
    const queue = [0];
    for (const state of queue) {
      const row = state * width;
      const own = (steps[state] as number[]).map((step) => [step, next[row + step] as number] as const);
      if (state > 0)
        next.copyWithin(row, (fallbacks[state] as number) * width, ((fallbacks[state] as number) + 1) * width);
      for (const [step, follower] of own) {
        const behind = state === 0 ? 0 : (next[row + step] as number);
        fallbacks[follower] = behind;
        ends[follower]?.push(...(ends[behind] as number[]));
        next[row + step] = follower;
        queue.push(follower);
      }
    }
  }
}
