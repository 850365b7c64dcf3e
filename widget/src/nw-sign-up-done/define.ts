// Registers <nw-sign-up-done> and the elements inside it.
import '../nw-vacancy-card/define.ts';
import { define } from '../base/define.ts';
import { NwSignUpDone } from './nw-sign-up-done.ts';

define('nw-sign-up-done', NwSignUpDone);
