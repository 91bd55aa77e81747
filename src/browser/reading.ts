import { RAW_ID } from '../render/raw-json.js';
import { all, byId } from './dom.js';

/** What makes a long page usable: searching, opening, copying, printing. The page says the same without it. */
export function makeReadable(): void {
  const search = document.getElementById('search');
  if (search instanceof HTMLInputElement) makeSearchable(search);
  for (const tools of all('[data-tools], [data-raw-tools]')) tools.hidden = false;
  for (const button of all('[data-copy]')) button.addEventListener('click', () => void copyJson());
  for (const button of all('[data-save]')) button.addEventListener('click', saveJson);
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', () => setOpen(all<HTMLDetailsElement>('details.capability'), true));
  openTarget();
}

function makeSearchable(input: HTMLInputElement): void {
  // Read once: what is searched does not change.
  let texts: ReadonlyMap<HTMLDetailsElement, string> | undefined;
  const cards = all<HTMLDetailsElement>('[data-capability]');
  const apply = (): void => {
    texts ??= new Map(cards.map((card) => [card, fold(card.textContent)]));
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const card of cards) {
      const matches = wanted.every((word) => texts?.get(card)?.includes(word));
      card.hidden = !matches;
      if (matches) found++;
    }
    for (const group of all('[data-group]'))
      group.hidden = group.querySelector('[data-capability]:not([hidden])') === null;
    byId('found').textContent = wanted.length === 0 ? '' : `${found} of ${cards.length}`;
  };
  input.addEventListener('input', apply);
  input.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || input.value === '') return;
    input.value = '';
    apply();
  });
  for (const button of all('[data-open]')) {
    button.addEventListener('click', () => {
      const shown = cards.filter((card) => !card.hidden);
      const open = shown.some((card) => !card.open);
      setOpen(shown, open);
      button.textContent = open ? 'Close all' : 'Open all';
    });
  }
}

function fold(text: string | null): string {
  return (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function setOpen(details: readonly HTMLDetailsElement[], open: boolean): void {
  for (const one of details) one.open = open;
}

/** A link to what is closed opens it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}

/** The passport's text, as it is verified. */
export function passportText(): string {
  return byId(RAW_ID).textContent;
}

async function copyJson(): Promise<void> {
  const said = byId('copied');
  try {
    await navigator.clipboard.writeText(passportText());
    said.textContent = 'Copied.';
  } catch {
    // Pages from disk may not write to the clipboard everywhere: then it is selected.
    const details = byId(RAW_ID).closest('details');
    if (details) details.open = true;
    getSelection()?.selectAllChildren(byId(RAW_ID));
    said.textContent = 'Selected: copy it with your keys.';
  }
}

function saveJson(): void {
  const address = URL.createObjectURL(new Blob([passportText()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'passport.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  byId('copied').textContent = 'Saved.';
}
