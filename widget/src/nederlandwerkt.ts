// The one script that a partner embeds: registers both elements.
import './nw-job-match/define.ts';
import './nw-sign-up/define.ts';
