// The figures of a run as a picture: a bar for each contender, its median and spread, how many times it takes what the
// product takes.

const [WIDTH, LABEL, BAR, LINE, GAP] = [940, 400, 400, 22, 34];

/** @param groups what `report` gives */
export function chart(groups, caption) {
  const parts = [];
  let y = 56;
  for (const { title, subject, rows } of groups) {
    parts.push(text(12, y, title, 'title'));
    y += 10;
    const most = Math.max(...rows.map(({ ratio }) => ratio.high));
    const x = (ratio) => LABEL + (BAR * ratio) / most;
    for (const { name, time, ratio } of rows) {
      const middle = y + LINE / 2;
      const shown = name === subject ? '1' : ratio.median.toFixed(2);
      parts.push(
        text(LABEL - 8, middle + 4, name, 'name'),
        `<rect class="${name === subject || name.startsWith('trust-passport') ? 'own' : 'other'}" x="${LABEL}" y="${y + 4}" width="${(x(ratio.median) - LABEL).toFixed(1)}" height="${LINE - 8}" rx="2"/>`,
        `<line class="spread" x1="${x(ratio.low).toFixed(1)}" x2="${x(ratio.high).toFixed(1)}" y1="${middle}" y2="${middle}"/>`,
        text(LABEL + BAR + 12, middle + 4, `${shown} ×   ${amount(time.median)}`, 'value'),
      );
      y += LINE;
    }
    y += GAP;
  }
  const style = [
    'text{font:13px system-ui,sans-serif;fill:#1c2733}.title{font-weight:600}.name{text-anchor:end}.quiet{fill:#52606d}',
    '.own{fill:#0b6e99}.other{fill:#9fb3c0}.spread{stroke:#1c2733;stroke-width:1.5}.page{fill:#fff}',
    '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{fill:#9fb0bf}.page{fill:#10171e}.other{fill:#4c5f6e}.own{fill:#3aa0cf}.spread{stroke:#e6edf3}}',
  ].join('');
  const height = y - GAP + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>Time an item takes, as a multiple of what trust-passport takes</title><style>${style}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    text(12, 24, caption, 'quiet'),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function text(x, y, content, kind) {
  return `<text class="${kind}" x="${x}" y="${y}">${escape(content)}</text>`;
}

function amount(microseconds) {
  return microseconds >= 10_000 ? `${(microseconds / 1000).toFixed(0)} ms` : `${microseconds.toFixed(0)} µs`;
}

function escape(content) {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
