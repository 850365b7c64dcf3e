#!/usr/bin/env bash
# Makes a PostgreSQL 15 with pgvector in a folder, on Debian bookworm, and leaves the system as it is: the server from
# Debian's packages (or the installed one), pgvector compiled from the source package of the next suite. About 16 s.
# usage: postgres15.sh ROOT     then: ROOT/usr/lib/postgresql/15/bin/postgres …, as any user but root
set -euo pipefail
root=${1:?usage: postgres15.sh ROOT}
version=15 work=$root.work
server=usr/lib/postgresql/$version shared=usr/share/postgresql/$version
mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock 9 # a second one waits for the first, and finds its work done
[ -f "$root/complete" ] && exit 0

rm -rf "$work" "$root"
mkdir -p "$work"/{lists/partial,cache/archives/partial} "$root/$server" "$root/$shared"
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -n 1)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
printf "deb [signed-by=$keyring] $mirror bookworm main\ndeb-src [signed-by=$keyring] $mirror trixie main\n" \
  >"$work/sources.list"
apt=(-qq
  -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache"
  -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3)
cd "$work"
apt-get "${apt[@]}" update
packages=("postgresql-server-dev-$version")
[ -x "/$server/bin/postgres" ] || packages+=("postgresql-$version" "postgresql-client-$version")
apt-get "${apt[@]}" download "${packages[@]}"
apt-get "${apt[@]}" source pgvector >/dev/null
for package in *.deb; do dpkg -x "$package" unpacked; done
origin=
[ -x "/$server/bin/postgres" ] || origin=$work/unpacked
cp -a "$origin/$server/." "$root/$server/"
cp -a "$origin/$shared/." "$root/$shared/"

cd pgvector-*/
include=$work/unpacked/usr/include/postgresql
make -s -j2 with_llvm=no OPTFLAGS= PG_CONFIG="$root/$server/bin/pg_config" \
  PG_CPPFLAGS="-I$include/$version/server -I$include"
install -m 755 vector.so "$root/$server/lib/"
install -m 644 vector.control sql/vector--*.sql "$root/$shared/extension/"
rm -rf "$work"
touch "$root/complete"
