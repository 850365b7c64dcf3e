// Says in plain words what went wrong and what to do, with a button to try again.
import { AuthenticationError, ConnectionError, PermissionError } from '@nederlandwerkt/sdk';
import { html, type TemplateResult } from 'lit';
import { msg } from '../localize/msg.ts';

function explain(error: unknown): string {
  if (error instanceof ConnectionError) {
    return navigator.onLine
      ? msg('We cannot reach our service now. Wait a moment and try again.')
      : msg('You have no internet. Connect to the internet and try again.');
  }
  if (error instanceof AuthenticationError || error instanceof PermissionError) {
    return msg(
      'This website may not use our service now. Tell the owner of this website, or try again later.',
    );
  }
  return msg('Something went wrong at our side, not at yours. Try again in a few minutes.');
}

/** @param retry what the button does */
export function failure(error: unknown, retry: () => void): TemplateResult {
  return html`<div class="failure" part="failure" role="alert">
    <p>${explain(error)}</p>
    <button type="button" @click=${retry}>${msg('Try again')}</button>
  </div>`;
}

/** For the person who builds the page: the element has no key yet. */
export function missingKey(): TemplateResult {
  return html`<div class="failure" part="failure" role="alert">
    <p>${msg('This part of the page is not ready: the attribute publishable-key is missing.')}</p>
  </div>`;
}
