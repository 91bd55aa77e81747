import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

const shorteners: ReadonlySet<string> = new Set(
  (
    'adf.ly amzn.to bit.ly bitly.com bl.ink buff.ly cutt.ly dub.sh forms.gle g.co git.io goo.gl is.gd lnkd.in ow.ly ' +
    'page.link rb.gy rebrand.ly s.id short.io shorturl.at t.co t.ly tiny.cc tinyurl.com v.gd'
  ).split(' '),
);
const tunnel =
  /\.(?:ngrok\.io|ngrok-free\.(?:app|dev)|loca\.lt|localhost\.run|lhr\.life|serveo\.net|trycloudflare\.com|devtunnels\.ms|gitpod\.io|app\.github\.dev)$/;

export const urlIndirect: SourceRule = {
  id: 'url/indirect',
  *check(source, { registry }) {
    for (const { pointer, host, destination, path } of readAddresses(source, registry)) {
      if (destination !== 'public') continue;
      const field = receivedField(pointer);
      if (shorteners.has(host.replace(/^www\./, '')) && path.length > 0) {
        yield {
          message: `${field} is a short link of ${quoteReceived(host)}: nobody sees where it leads, and it can lead elsewhere tomorrow`,
          pointer,
          hint: 'open it and copy the address that it leads to',
        };
      } else if (tunnel.test(host)) {
        yield {
          message: `${field} leads through ${quoteReceived(host)}, a tunnel to one machine: it ends with a session, and its name may be given to another`,
          pointer,
          hint: 'give the address where the artifact stays, such as its home page or repository',
        };
      }
    }
  },
};
