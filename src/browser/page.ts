import { verdictBanner } from '../render/banner.js';
import { checkYourself, PINNED_ID, type PageData, VERDICT_ID } from '../render/page-data.js';
import { verifyPinned } from '../verify/pinned.js';
import { byId, show } from './dom.js';
import { makeReadable, passportText } from './reading.js';

makeReadable();
const pinned = document.getElementById(PINNED_ID);
if (pinned) verifyPage(JSON.parse(pinned.textContent) as PageData);

/** Says in the banner what comes of verifying the text in this page by the keys in this page. */
function verifyPage(data: PageData): void {
  const result = verifyPinned(passportText(), data, new Date().toISOString());
  if (!result) return;
  const by = 'in this page, just now, by what its maker pinned in it';
  show(byId(VERDICT_ID), verdictBanner(result.verdict, { by, clues: result.clues, beside: checkYourself() }));
}
