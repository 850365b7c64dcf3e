// Registers <nw-sign-up> and the elements inside it.
import '../nw-combobox/define.ts';
import '../nw-vacancy-card/define.ts';
import { define } from '../base/define.ts';
import { NwSignUp } from './nw-sign-up.ts';

define('nw-sign-up', NwSignUp);
