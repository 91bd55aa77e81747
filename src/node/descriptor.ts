import { fstat, read } from 'node:fs';
import { Socket } from 'node:net';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';

export interface DescriptorLimits {
  readonly bytes: number;
  /** For all of it: whoever writes into a pipe may first have to ask somebody. */
  readonly milliseconds: number;
}

/** The number of the descriptor that a path names (`/dev/fd/N`, `/dev/stdin`), which is read as it is. */
export function descriptorOf(path: string): number | undefined {
  if (path === '-' || path === '/dev/stdin') return 0;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}

/**
 * Everything that comes from an open descriptor, which is closed: a file, a pipe or a socket, and no terminal or device.
 * Pipes are not blocked on, and given up after the time limit: a pipe that nobody closes would hang the program, even
 * at its end.
 * @throws PassportError ERR_READ
 */
export async function readDescriptor(fd: number, limits: DescriptorLimits): Promise<Uint8Array> {
  const name = `descriptor ${fd}`;
  const stats = await promisify(fstat)(fd).catch((cause: NodeJS.ErrnoException) => {
    throw refused(name, cause.code === 'EBADF' ? 'it is not open' : reasonOf(cause), cause);
  });
  if (stats.isFile()) return readFile(fd, name, limits);
  if (isatty(fd)) throw refused(name, 'it is a terminal, which would show what is typed');
  if (!stats.isFIFO() && !stats.isSocket()) throw refused(name, 'it is neither a file nor a pipe');
  return readPipe(fd, name, limits);
}

async function readFile(fd: number, name: string, limits: DescriptorLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { bytesRead, buffer } = await promisify(read)(fd, Buffer.alloc(4096), 0, 4096, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    size += bytesRead;
    if (size > limits.bytes) throw tooLong(name, limits);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function readPipe(fd: number, name: string, limits: DescriptorLimits): Promise<Uint8Array> {
  // Standard input has a stream already, which would be left without its descriptor.
  const stream = fd === 0 ? process.stdin : new Socket({ fd, readable: true, writable: false });
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const settle = (error?: PassportError): void => {
      clearTimeout(timer);
      stream.destroy();
      if (error) reject(error);
      else resolve(Buffer.concat(chunks));
    };
    const timer = setTimeout(() => {
      settle(refused(name, `nothing ended it within ${limits.milliseconds / 1000} seconds`));
    }, limits.milliseconds);
    stream.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limits.bytes) settle(tooLong(name, limits));
    });
    stream.once('end', () => settle());
    stream.on('error', (cause) => settle(refused(name, reasonOf(cause), cause)));
  });
}

function tooLong(name: string, { bytes }: DescriptorLimits): PassportError {
  return refused(name, `more than ${bytes} bytes come from it`);
}

function refused(name: string, why: string, cause?: unknown): PassportError {
  return new PassportError('ERR_READ', `cannot read ${name}: ${why}`, { cause });
}
