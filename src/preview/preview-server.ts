/**
 * The preview's server: node:http on the loopback interface, server-sent events, no dependency.
 *
 * Whoever asks must know the token in the address, under a host name that is ours (against rebinding of names), and,
 * where a browser says from which page it asks, from our own page. No header lets another origin read an answer.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of a route. */
export interface Reply {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Its address names its content, so a browser may keep it. */
  readonly isFixed?: boolean;
  /** A file to be saved under this name. */
  readonly saveAs?: string;
}

export interface Request {
  readonly method: 'GET' | 'POST';
  /** Behind the token: `page/deck/3`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON of a POST; null where there is none. */
  readonly body: unknown;
}

export type Routes = (request: Request) => Promise<Reply | null>;

export interface PreviewServer {
  readonly port: number;
  readonly address: string;
  /** To every page that listens. */
  readonly send: (event: string, data: string) => void;
  readonly listeners: () => number;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** 127.0.0.1, unless it was asked for to let others in. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly token: string;
  /** Names beside the loopback ones under which it may be asked for. */
  readonly alsoNamed: readonly string[];
}

/** Rejects with the system's error where the port is taken. */
export async function servePreview(options: ServeOptions, routes: Routes): Promise<PreviewServer> {
  // 6 ms of loading, which every other command would pay.
  const { createServer } = await import('node:http');
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response, server, options, routes, streams).catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${port}/${options.token}/`,
    send: (event, data) => {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${data}\n\n`);
    },
    listeners: () => streams.size,
    close: async () => {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  options: ServeOptions,
  routes: Routes,
  streams: Set<ServerResponse>,
): Promise<void> {
  protect(response);
  const { port } = server.address() as AddressInfo;
  const url = new URL(request.url ?? '/', 'http://preview');
  const [token = '', ...rest] = url.pathname.slice(1).split('/');
  if (!isOurs(request, port, options.alsoNamed) || !sameToken(token, options.token)) return refuse(response, 403);
  if (request.method !== 'GET' && request.method !== 'POST') return refuse(response, 405);
  // A form of another page can send a POST, but not with this type.
  if (request.method === 'POST' && request.headers['content-type'] !== 'application/json') return refuse(response, 415);
  const path = decodePath(rest.join('/'));
  if (path === null) return refuse(response, 400);
  if (path === 'events') return openStream(request, response, streams);
  const body = request.method === 'POST' ? await readJson(request) : null;
  if (body === undefined) return refuse(response, 400);
  const reply = await routes({ method: request.method, path, query: url.searchParams, body });
  if (reply === null) return refuse(response, 404);
  response.writeHead(reply.status ?? 200, {
    'Content-Type': reply.type,
    'Cache-Control': reply.isFixed ? 'private, max-age=31536000, immutable' : 'no-store',
    ...(reply.saveAs !== undefined && {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(reply.saveAs)}`,
    }),
  });
  response.end(reply.body);
}

/** Nothing from elsewhere is loaded, nobody shows the page in a frame, nothing of its address leaves it. */
function protect(response: ServerResponse): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('Content-Security-Policy', policy.join('; '));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
}

function isOurs({ headers }: IncomingMessage, port: number, alsoNamed: readonly string[]): boolean {
  const hosts = ['127.0.0.1', 'localhost', '[::1]', ...alsoNamed].map((name) => `${name}:${port}`);
  const host = headers.host ?? '';
  if (!hosts.includes(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

function sameToken(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' });
  response.end();
}

function openStream(request: IncomingMessage, response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\n\n');
  streams.add(response);
  request.on('close', () => streams.delete(response));
}

/** What a page says is short. */
const mostBytes = 64 * 1024;

/** Undefined where it is no JSON, or too much. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
