// Where everything of the demo listens: five ports in a row, from NW_PORT_BASE on (4100).
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The API, the partners' sites, and the host of the widget's script, in the order of their ports. */
export const HOSTS = ['api', 'municipality', 'school', 'employer', 'widget'] as const;
export type Host = (typeof HOSTS)[number];
export type Addresses = Record<Host, { port: number; url: string }>;

/**
 * @throws RangeError when the base is not a port that leaves room for the others
 * @example addresses(4100).school // { port: 4102, url: 'http://localhost:4102' }
 */
export function addresses(base = Number(process.env.NW_PORT_BASE ?? 4100)): Addresses {
  if (!Number.isInteger(base) || base < 1024 || base + HOSTS.length > 65536) {
    throw new RangeError('NW_PORT_BASE must be a whole number from 1024 to 65531, such as 4200.');
  }
  return Object.fromEntries(
    HOSTS.map((host, i) => [host, { port: base + i, url: `http://localhost:${base + i}` }]),
  ) as Addresses;
}

/** Replaces {{api}}, {{school}} and the like in a page or a file by their addresses. */
export function fill(text: string, all: Addresses): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, host) => all[host as Host]?.url ?? placeholder);
}

/** @throws Error that names the first port that is taken, and how to choose others */
export async function requireFreePorts(all: Addresses): Promise<void> {
  for (const host of HOSTS) {
    const { port } = all[host];
    const probe = createServer().listen(port, '127.0.0.1');
    await once(probe, 'listening').catch(() => {
      throw new Error(
        `Port ${port} (${host}) is taken, perhaps by another demo. Stop that, or choose other ports: NW_PORT_BASE=4200 npm run demo`,
      );
    });
    probe.close();
    await once(probe, 'close');
  }
}
