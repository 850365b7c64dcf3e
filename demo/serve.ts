// Serves the partners' sites and the widget's script, each on its own port, as strictly as a careful partner would.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { type Addresses, fill } from './addresses.ts';

/**
 * A partner's site: `/` is index.html, `/name` is name.html, with the addresses filled in. Its policy allows scripts
 * from the widget's host and requests to the API, and nothing else from elsewhere, no inline script and no inline style.
 */
export function siteApp(folder: string, all: Addresses): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", all.widget.url],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: [all.api.url],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false, // plain http on this machine
    }),
  );
  app.get('/:page{[a-z-]*}', async (c, next) => {
    const page = await readFile(join(folder, `${c.req.param('page') || 'index'}.html`), 'utf8').catch(
      () => null,
    );
    return page === null ? next() : c.html(fill(page, all));
  });
  app.use(serveStatic({ root: folder }));
  return app;
}

/** The host of the widget's script. Any page may load it. */
export function widgetApp(folder: string): Hono {
  const app = new Hono();
  app.use(cors({ origin: '*' }));
  app.use(serveStatic({ root: folder }));
  return app;
}

/**
 * @returns closes the server
 * @throws Error (EADDRINUSE) when the port is taken
 */
export async function listen(app: Hono, port: number): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
      resolve(() => {
        server.close();
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    });
    server.once('error', reject);
  });
}
