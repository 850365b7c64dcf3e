import { NwElement } from '../base/nw-element.ts';
export class NwSignUp extends NwElement {}
