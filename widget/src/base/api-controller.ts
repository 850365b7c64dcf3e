// The SDK's clients for an element's address and language; other ones as soon as one of these changes.
import { NederlandWerkt } from '@nederlandwerkt/sdk';
import type { LocalizationController } from '../localize/localization-controller.ts';

interface Host {
  publishableKey: string;
  apiUrl: string;
  localization: LocalizationController;
}

/**
 * Requests of a host go through `client`. The same circumstances give the same object, so it can stand among a task's
 * arguments: the task asks again when the language changes, and only then.
 */
export class ApiController {
  readonly #host: Host;
  readonly #clients = new Map<string, NederlandWerkt>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** @returns undefined without a key: then there is nothing to ask */
  get client(): NederlandWerkt | undefined {
    return this.#host.publishableKey ? this.as(this.#host.publishableKey) : undefined;
  }

  /** @param key another key than the host's: a candidate's token */
  as(key: string): NederlandWerkt {
    const { apiUrl, localization } = this.#host;
    const circumstances = [key, apiUrl, localization.locale].join(' ');
    const client =
      this.#clients.get(circumstances) ??
      new NederlandWerkt({ key, baseUrl: apiUrl || location.origin, language: localization.locale });
    this.#clients.set(circumstances, client);
    return client;
  }
}
