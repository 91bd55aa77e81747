import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';

/** What is served: made when it is asked for, from what is known then. */
export interface PreviewContent {
  /** The page around the others. */
  shell(): string;
  /** The page that is previewed. */
  page(): string;
  /** As JSON: what there is to be said. */
  state(): string;
  /** As JSON: where a value of the page comes from. */
  explain(pointer: string): string;
}

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
/** Some browsers give a connection up on which nothing comes. */
const KEEP_ALIVE = 20_000;

/**
 * A server for the person at this machine alone: on 127.0.0.1, at a port that the system chooses, under an address that
 * nobody can guess. A page of another site that reaches it by any trick (a name that resolves to this machine, a
 * form, a frame) is refused: by Host, by Origin, by what the browser says of the site, and by not knowing the address.
 */
export class PreviewServer {
  private readonly token = randomBytes(24).toString('base64url');
  private readonly listeners = new Set<ServerResponse>();
  private readonly server: Server;
  private version = 0;
  private host = '';

  private constructor(private readonly content: PreviewContent) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  /** @throws PassportError ERR_READ where the machine lets nothing listen */
  static async open(content: PreviewContent): Promise<PreviewServer> {
    const preview = new PreviewServer(content);
    const { server } = preview;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => {
        reject(new PassportError('ERR_READ', `cannot listen on 127.0.0.1: ${reasonOf(cause)}`, { cause }));
      });
      server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
    });
    preview.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return preview;
  }

  get address(): string {
    return `http://${this.host}/${this.token}/`;
  }

  /** Whoever looks is told. */
  changed(): void {
    this.version++;
    for (const listener of this.listeners) this.tell(listener);
  }

  async close(): Promise<void> {
    for (const listener of this.listeners) listener.end();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const refusal = this.refusalOf(request);
    if (refusal !== undefined) return send(response, refusal, 'text/plain; charset=utf-8', 'refused\n');
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${this.host}`);
    const [, token = '', name] = /^\/([^/]*)\/([a-z]*)$/.exec(pathname) ?? [];
    if (!sameText(token, this.token)) return send(response, 404, 'text/plain; charset=utf-8', 'not found\n');
    const { content } = this;
    switch (name) {
      case '':
        return send(response, 200, HTML, content.shell(), "frame-ancestors 'none'");
      case 'page':
        return send(response, 200, HTML, content.page(), "frame-ancestors 'self'");
      case 'state':
        return send(response, 200, JSON_TYPE, content.state());
      case 'explain':
        return send(response, 200, JSON_TYPE, content.explain(searchParams.get('pointer') ?? ''));
      case 'events':
        return this.listen(request, response);
      default:
        return send(response, 404, 'text/plain; charset=utf-8', 'not found\n');
    }
  }

  /** The status with which a request is refused before anything of it is looked at. */
  private refusalOf({ method, headers }: IncomingMessage): number | undefined {
    if (method !== 'GET') return 405;
    // Another name for this machine is what a site uses that wants to be taken for it (DNS rebinding).
    if (headers.host !== this.host) return 421;
    if (headers.origin !== undefined && headers.origin !== `http://${this.host}`) return 403;
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none' ? undefined : 403;
  }

  /** Server-sent events (HTML, section 9.2). */
  private listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
    this.tell(response);
    this.listeners.add(response);
    const beat = setInterval(() => response.write(':\n\n'), KEEP_ALIVE);
    beat.unref();
    request.on('close', () => {
      clearInterval(beat);
      this.listeners.delete(response);
    });
  }

  private tell(listener: ServerResponse): void {
    listener.write(`event: version\ndata: ${this.version}\n\n`);
  }
}

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

function send(response: ServerResponse, status: number, type: string, text: string, policy?: string): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    ...(policy !== undefined && { 'Content-Security-Policy': policy }),
  });
  response.end(text);
}

/** In a time that does not tell where they differ. */
function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
