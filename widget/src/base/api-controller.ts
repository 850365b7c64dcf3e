// The SDK's client for an element's key, address and language; a new one as soon as one of them changes.
import { NederlandWerkt } from '@nederlandwerkt/sdk';
import type { LocalizationController } from '../localize/localization-controller.ts';

interface Host {
  publishableKey: string;
  apiUrl: string;
  localization: LocalizationController;
}

/** Requests of a host go through `client`; put it among a task's arguments, and a change of language asks again. */
export class ApiController {
  readonly #host: Host;
  #made: { for: string; client: NederlandWerkt } | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** @returns undefined without a key: then there is nothing to ask */
  get client(): NederlandWerkt | undefined {
    const { publishableKey } = this.#host;
    if (!publishableKey) return undefined;
    const identity = [publishableKey, this.#host.apiUrl, this.#host.localization.locale].join(' ');
    if (this.#made?.for !== identity) this.#made = { for: identity, client: this.as(publishableKey) };
    return this.#made.client;
  }

  /** @param key another key than the host's: a candidate's token */
  as(key: string): NederlandWerkt {
    const { apiUrl, localization } = this.#host;
    return new NederlandWerkt({ key, baseUrl: apiUrl || location.origin, language: localization.locale });
  }
}
