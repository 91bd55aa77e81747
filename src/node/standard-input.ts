import { read as readDescriptor } from 'node:fs';
import { type OnReadOpts, Socket, type SocketConstructorOpts } from 'node:net';
import { promisify } from 'node:util';
import { kindOfOpen } from './open-file.js';

const CHUNK = 256 << 10;

/**
 * Standard input as it comes, in one buffer: a chunk is good until the next one is asked for. Node's own stream makes an
 * array for each chunk, and of gigabytes many wait to be cleared away.
 */
export function standardInput(): AsyncIterable<Uint8Array> {
  const kind = kindOfOpen(0);
  if (kind === 'file') return chunksOfFile();
  return kind === 'pipe' && process.platform !== 'win32' ? chunksOfPipe() : process.stdin;
}

async function* chunksOfFile(): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  for (;;) {
    const { bytesRead } = await promisify(readDescriptor)(0, buffer, 0, CHUNK, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* chunksOfPipe(): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  let size = 0;
  let isOver = false;
  let failure: Error | undefined;
  let wake = (): void => undefined;
  const onread: OnReadOpts = {
    buffer,
    callback: (read) => {
      size = read;
      wake();
      // No more before this was taken.
      return false;
    },
  };
  // The types know of `onread` where a socket connects; what has a descriptor is connected.
  const options: SocketConstructorOpts & { readonly onread: OnReadOpts } = {
    ...{ fd: 0, readable: true, writable: false },
    onread,
  };
  const socket = new Socket(options);
  socket.on('error', (error) => {
    failure = error;
  });
  for (const event of ['end', 'error', 'close']) {
    socket.on(event, () => {
      isOver = true;
      wake();
    });
  }
  try {
    for (;;) {
      while (size === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          socket.resume();
        });
      }
      if (size > 0) yield buffer.subarray(0, size);
      else if (failure) throw failure;
      else return;
      size = 0;
    }
  } finally {
    socket.destroy();
  }
}
