#!/usr/bin/env bash
# Runs a command for as long as this script's standard input stays open, then stops it and removes its data. The input
# closes with the process that holds it, however that ends: so no server and no data outlive a test run.
# usage: while-open.sh DATA COMMAND…
set -um # -m: the command gets a process group, which is stopped as a whole
data=$1
shift
exec 3<&0
"$@" &
cat <&3 >/dev/null &
wait -n # for whichever ends first: the command, which then failed, or the input
kill -INT %1 2>/dev/null # PostgreSQL's fast shutdown
kill %2 2>/dev/null
wait
rm -rf "$data"
