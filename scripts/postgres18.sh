#!/usr/bin/env bash
# Unpacks PostgreSQL 18 with pgvector (the versions inside PGlite) from the binaries of a newer Debian suite into a folder
# that is run by chroot. Compiles nothing and leaves the system as it is. Needs Debian or Ubuntu, and root. About 10 s.
# usage: postgres18.sh ROOT     then: chroot --userspec=5432:5432 ROOT /usr/lib/postgresql/18/bin/postgres …
# The newer suite moves; where this fails, postgres15.sh is the fallback.
set -euo pipefail
root=${1:?usage: postgres18.sh ROOT}
suite=sid version=18 unfinished=$root.unfinished downloads=$root.downloads
mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock 9 # a second one waits for the first, and finds its work done
[ -d "$root" ] && exit 0

rm -rf "$unfinished" "$downloads"
mkdir -p "$unfinished" "$downloads"/{lists/partial,cache/archives/partial}
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -n 1)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring] $mirror $suite main" >"$downloads/sources.list"
: >"$downloads/status" # as if nothing were installed, so that apt fetches the C library too
apt=(-qq -y
  -o Dir::Etc::sourcelist="$downloads/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::lists="$downloads/lists"
  -o Dir::State::status="$downloads/status" -o Dir::Cache="$downloads/cache"
  -o APT::Sandbox::User=root -o APT::Install-Recommends=false
  -o Acquire::Languages=none -o Acquire::Retries=3 -o Debug::NoLocking=1)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" --download-only install \
  postgresql-$version postgresql-$version-pgvector base-files bash coreutils >/dev/null

for folder in bin sbin lib lib64; do
  mkdir -p "$unfinished/usr/$folder"
  ln -s "usr/$folder" "$unfinished/$folder"
done
for package in "$downloads"/cache/archives/*.deb; do
  case $package in *perl* | *llvm* | *libclang*) continue ;; esac # only for just-in-time compilation and scripts
  dpkg --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$unfinished"
done
[ -e "$unfinished/bin/sh" ] || ln -s bash "$unfinished/usr/bin/sh"

mkdir -p "$unfinished"/{etc,tmp,dev,data}
mkdir -m 1777 "$unfinished/dev/shm"
chmod 1777 "$unfinished/tmp"
printf 'root:x:0:0::/root:/bin/sh\npostgres:x:5432:5432::/data:/bin/sh\n' >"$unfinished/etc/passwd"
echo 'postgres:x:5432:' >"$unfinished/etc/group"
echo '127.0.0.1 localhost' >"$unfinished/etc/hosts"
mknod -m 666 "$unfinished/dev/null" c 1 3
mknod -m 666 "$unfinished/dev/zero" c 1 5
mknod -m 666 "$unfinished/dev/urandom" c 1 9
chroot "$unfinished" /usr/lib/postgresql/$version/bin/postgres --version >/dev/null
rm -rf "$downloads"
mv "$unfinished" "$root" # last, so that a folder of this name is always whole
