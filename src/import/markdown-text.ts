/** A part of a Markdown text from one heading to the next, whatever its level. What stands before all has level 0. */
export interface Section {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  readonly level: number;
  /** Its paragraphs, each on a line. */
  readonly text: string;
  /** The entries of its lists, in the order of the text. */
  readonly list: readonly string[];
}

/** The words of a Markdown text on one line: no signs, images, markup, tables or blocks of code. */
export function plainText(markdown: string): string {
  return blocksOf(markdown)
    .map(({ text }) => inline(text))
    .filter((text) => text !== '')
    .join(' ');
}

/** The first paragraph that is prose: no heading, list, quotation, row of badges or of links. */
export function firstParagraph(markdown: string): string | undefined {
  for (const { kind, text } of blocksOf(markdown)) {
    if (kind !== 'paragraph') continue;
    const plain = inline(text);
    if (/\p{L}/u.test(plain) && !isOnlyLinks(text)) return plain;
  }
  return undefined;
}

export function sections(markdown: string): Section[] {
  const found: Array<{ title: string; level: number; paragraphs: string[]; list: string[] }> = [];
  let current = { title: '', level: 0, paragraphs: [] as string[], list: [] as string[] };
  for (const block of blocksOf(markdown)) {
    const text = inline(block.text);
    if (block.kind === 'heading') {
      found.push(current);
      current = { title: text, level: block.level, paragraphs: [], list: [] };
    } else if (text !== '') (block.kind === 'entry' ? current.list : current.paragraphs).push(text);
  }
  found.push(current);
  return found
    .filter(({ level, paragraphs, list }) => level > 0 || paragraphs.length + list.length > 0)
    .map(({ title, level, paragraphs, list }) => ({ title, level, text: paragraphs.join('\n'), list }));
}

// --- blocks -------------------------------------------------------------------------------------------------------

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'quotation' | 'entry';
  readonly level: number;
  /** Still with its signs. */
  readonly text: string;
}

// Every pattern here meets texts of strangers: each begins at a fixed place, or stops at the sign that it begins with.
const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const rule = /^ {0,3}(?:[-*_][ \t]*){3,}$/;
const entry = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)$/;
const quotation = /^ {0,3}>[ \t]?(.*)$/;
const definition = /^ {0,3}\[[^[\]]+\]:/;
const markupHeading = /^ {0,3}<h([1-6])\b/i;

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let kind = 'paragraph' as Block['kind'];
  let level = 0;
  let lines: string[] = [];
  let closing: string | undefined;
  let afterEntry = false;
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ kind, level, text: lines.join('\n') });
    afterEntry = lines.length > 0 ? kind === 'entry' : afterEntry;
    [kind, level, lines] = ['paragraph', 0, []];
  };
  const begin = (next: Block['kind'], text: string, nextLevel = 0): void => {
    flush();
    [kind, level, lines] = [next, nextLevel, [text]];
  };
  for (const line of withoutComments(markdown).split(/\r\n|\n|\r/)) {
    const fenced = fence.exec(line)?.[1];
    if (closing !== undefined) {
      if (fenced?.startsWith(closing)) closing = undefined;
      continue;
    }
    if (kind === 'heading' && lines.length > 0) {
      // One of markup may go over several lines.
      if (line.trim() !== '') lines.push(line);
      if (line.trim() === '' || /<\/h[1-6]/i.test(line)) flush();
      continue;
    }
    if (fenced !== undefined) {
      flush();
      closing = fenced;
      continue;
    }
    if (line.trim() === '') {
      flush();
      continue;
    }
    const [, signs = '', title = ''] = heading.exec(line) ?? [];
    const tag = markupHeading.exec(line)?.[1];
    const item = entry.exec(line)?.[1];
    const quoted = quotation.exec(line)?.[1];
    if (signs !== '') {
      begin('heading', withoutClosingSigns(title), signs.length);
      flush();
      afterEntry = false;
    } else if (tag !== undefined) {
      begin('heading', line, Number(tag));
      if (/<\/h[1-6]/i.test(line)) flush();
      afterEntry = false;
    } else if (kind === 'paragraph' && lines.length > 0 && underline.test(line)) {
      [kind, level] = ['heading', line.includes('=') ? 1 : 2];
      flush();
      afterEntry = false;
    } else if (rule.test(line)) flush();
    else if (item !== undefined) begin('entry', item.replace(/^\[[ xX]\][ \t]/, ''));
    else if (quoted !== undefined) {
      if (kind === 'quotation') lines.push(quoted);
      else begin('quotation', quoted.replace(/^\[![A-Z]+\]/, ''));
    } else if (lines.length > 0) lines.push(line);
    else if (line.startsWith('|') || definition.test(line)) flush();
    else if (afterEntry && /^(?: {2}|\t)/.test(line)) begin('entry', `${blocks.pop()?.text ?? ''}\n${line}`);
    else if (!/^(?: {4}|\t)/.test(line)) {
      begin('paragraph', line);
      afterEntry = false;
    }
  }
  flush();
  return blocks.filter(({ text, kind: of }) => of === 'heading' || (text !== '' && !isTable(text)));
}

/** A search from each beginning to an end that never comes would take quadratic time. */
function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    kept += text.slice(at, start);
    const end = text.indexOf('-->', start + 4);
    if (end === -1) return kept;
    at = end + 3;
  }
  return kept + text.slice(at);
}

function withoutClosingSigns(title: string): string {
  const text = title.trim();
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
}

/** Rows without a bar before them are known by the line of dashes. */
function isTable(text: string): boolean {
  return /\n[ \t]*:?-+:?[ \t]*\|[-:| \t]*(?:\n|$)/.test(text);
}

// --- within a line ------------------------------------------------------------------------------------------------

const image = /!\[[^[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g;
const link = /\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g;
const address = /<(https?:\/\/[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>/gi;
const tag = /<\/?[a-zA-Z][^<>]*>/g;
const code = /(?<!`)`+([^`]+)`+/g;
const strong = /(?<!\d)\*{1,3}([^\s*](?:[^*]*[^\s*])?)\*{1,3}/g;
const underscored = /(?<![\p{L}\p{N}_])_{1,3}([^\s_](?:[^_]*[^\s_])?)_{1,3}(?![\p{L}\p{N}_])/gu;
const struck = /~~([^~]+)~~/g;
const entity = /&(amp|lt|gt|quot|apos|nbsp|#39);/g;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

// Signs that are meant as such, in code and behind a backslash, are set aside as what no text has: noncharacters.
const signs = '!"#$%&\'()*+-./:;<=>?@[\\]^_`{|}~';
const setAside = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (sign) => {
    const at = signs.indexOf(sign);
    return at === -1 ? sign : String.fromCharCode(0xfdd0 + at);
  });
const restored = (text: string): string =>
  text.replace(/[\ufdd0-\ufdef]/g, (mark) => signs.charAt(mark.charCodeAt(0) - 0xfdd0) || mark);

function inline(text: string): string {
  const plain = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => setAside(sign))
    .replace(code, (_, inner: string) => setAside(inner))
    .replace(image, ' ')
    .replace(link, '$1')
    .replace(address, '$1')
    .replace(tag, ' ')
    .replace(strong, '$1')
    .replace(strong, '$1')
    .replace(underscored, '$1')
    .replace(struck, '$1')
    .replace(entity, (_, name: string) => characters[name] ?? "'");
  return restored(plain)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)](?: |$))/g, '')
    .trim();
}

/** Such as the languages that a text is there in, or the places to go on to. */
function isOnlyLinks(text: string): boolean {
  const rest = text
    .replace(image, ' ')
    .replace(link, '')
    .replace(/<a\b[^<>]*>[^<>]*<\/a>/gi, '')
    .replace(tag, ' ');
  return !/[\p{L}\p{N}]{4}/u.test(rest) && rest !== text;
}
