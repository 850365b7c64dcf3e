-- The log is append-only as a whole too: triggers of rows do not see `truncate`. Retention and erasure delete, and may.
create trigger keep_all_of_match_log before truncate on match_log for each statement execute function keep_match_log();
