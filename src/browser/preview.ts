import { html } from '../render/html.js';
import { originSheet, type PreviewState, problemList, type ShownOrigin } from '../render/preview-page.js';
import { words } from '../render/words.js';
import { byId, show } from './dom.js';

const frame = byId('frame') as HTMLIFrameElement;
/** What the page shows, and where it is scrolled to: a page that comes anew keeps both. */
let shown: string | undefined;
let asked: string | undefined;
let scrolled = 0;

frame.addEventListener('load', watchFrame);
if (frame.contentDocument?.readyState === 'complete') watchFrame();

const events = new EventSource('./events');
events.addEventListener('version', ({ data }: MessageEvent<string>) => void update(data));
events.addEventListener('error', () => live('The preview has ended, or is out of reach.'));

async function update(version: string): Promise<void> {
  const state = (await (await fetch('./state')).json()) as PreviewState;
  show(byId('problems'), problemList(state));
  if (shown !== undefined && shown !== version) reload();
  shown = version;
  document.body.dataset.version = version;
  live('Live: it follows what you save.');
}

function reload(): void {
  scrolled = frame.contentWindow?.scrollY ?? 0;
  frame.contentWindow?.location.reload();
}

/** The page in the frame is of the same origin: what is clicked there is heard here, and its own script stays as it is. */
function watchFrame(): void {
  const inside = frame.contentDocument;
  if (!inside) return;
  frame.contentWindow?.scrollTo(0, scrolled);
  inside.addEventListener('click', (event) => {
    const target = event.target as Element | null;
    const link = target?.closest('a');
    // Another site has no place in the frame.
    if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
    const at = target?.closest<HTMLElement>('[data-at]');
    if (at?.dataset.at) void explain(at.dataset.at, at);
  });
}

async function explain(pointer: string, element: HTMLElement): Promise<void> {
  for (const one of frame.contentDocument?.querySelectorAll<HTMLElement>('[data-at]') ?? []) one.style.outline = '';
  element.style.outline = '2px solid #d8b96c';
  asked = pointer;
  const response = await fetch(`./explain?pointer=${encodeURIComponent(pointer)}`);
  const answer = (await response.json()) as ShownOrigin | { readonly problem: string };
  if (asked !== pointer) return;
  show(byId('origin'), 'problem' in answer ? html`<p class="none">${words(answer.problem)}</p>` : originSheet(answer));
}

function live(text: string): void {
  byId('live').textContent = text;
}
