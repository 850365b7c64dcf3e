// Registers <nw-sign-up> and the elements inside it.
import '../nw-combobox/define.ts';
import '../nw-sign-up-done/define.ts';
import '../nw-skill-suggestions/define.ts';
import { define } from '../base/define.ts';
import { NwSignUp } from './nw-sign-up.ts';

define('nw-sign-up', NwSignUp);
