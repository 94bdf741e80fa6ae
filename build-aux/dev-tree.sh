# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC1111,SC2154 # real quotes in sentences; top, here, cache and log are dev's
#
# For a machine whose libraries are too old: a Debian 13 tree in the cache, made once. Sourced by
# dev. A tree is unpacked beside its place and put there whole, so one that exists can be used.

tree_suite=trixie
tree_megabytes=2000

# Changes whenever the recipe does, so that a tree of an older recipe is not taken for a new one.
tree_stamp ()
{
  { needs_packages; cat "$here/dev-tree-finish.sh"; } | cksum | cut -d ' ' -f 1
}

# Makes sure of the programs that make and enter a tree.
tree_tools ()
{
  command -v apt-get >/dev/null \
    || die "please install what is missing here, then try again: $(needs_missing_line)"
  set --
  command -v mmdebstrap >/dev/null || set -- "$@" mmdebstrap
  command -v bwrap >/dev/null || set -- "$@" bubblewrap
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || set -- "$@" debian-archive-keyring
  [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || set -- "$@" uidmap
  [ $# -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] \
    || die "please install what is missing, then try again: sudo apt-get install $*"
  say "Installing $*…"
  apt_install "$@"
}

# An ordinary user unpacks as the root of a user namespace; where the machine does not let him, says
# what to ask its owner for.
tree_may_unpack ()
{
  [ "$(id -u)" != 0 ] || return 0
  ! unshare --user --map-root-user --map-auto true 2>>"$log" || return 0
  user=$(id -un)
  grep -q "^$user:" /etc/subuid 2>/dev/null \
    || die "unpacking needs user ids to give away; please ask for:" \
      "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user"
  restricted=apparmor_restrict_unprivileged_userns
  [ "$(cat /proc/sys/kernel/$restricted 2>/dev/null)" != 1 ] \
    || die "unpacking needs a user namespace; please ask for: sudo sysctl kernel.$restricted=0"
  die "unpacking needs a user namespace, which is refused here (see $log); try as root"
}

# Runs a command as root, real or of a user namespace, with mounts and processes of its own where
# the machine allows it: they all go when the command ends, or when dev does, however that happens.
tree_isolated ()
{
  if [ "$(id -u)" != 0 ]; then
    set -- unshare --user --map-root-user --map-auto \
      --mount --pid --fork --mount-proc --kill-child -- "$@"
  elif unshare --mount --pid --fork --mount-proc true 2>/dev/null; then
    set -- unshare --mount --pid --fork --mount-proc --kill-child -- "$@"
  fi
  exec setpriv --pdeathsig KILL "$@"
}

tree_unpack ()
{
  export PIGA_HERE="$here"
  # shellcheck disable=SC2016 # mmdebstrap's shell expands the hook
  tree_isolated mmdebstrap --mode=root --verbose --variant=apt --format=directory \
    --include="$(needs_packages | tr '\n' ',')" \
    --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='sh "$PIGA_HERE/dev-tree-finish.sh" "$1"' \
    "$tree_suite" "$1"
}

# One line on how far the unpacking in the log is: per cent, and what is being done. Packages come in
# two rounds, the few that a tree needs to stand and then the rest; each is fetched, unpacked, set up.
tree_progress ()
{
  awk '
    / newly installed/ { round++; for (i = 2; i <= NF; i++) if ($i == "newly") all = 3 * $(i - 1) }
    / newly installed/ { done = 0 }
    /^Get:/ { done++; now = "downloading " $(NF - 4) }
    /^Unpacking / { done++; now = "unpacking " $2 }
    /^Setting up / { done++; now = "setting up " $3 }
    /^I: running apt-get update/ { now = "reading the package lists" }
    /^I: cleaning|^I: running --customize-hook/ { now = "finishing" }
    END {
      sub (/:.*/, "", now)
      part = all ? done / all : 0
      percent = round < 2 ? 10 * round * part : 10 + 90 * part
      printf "%d %s\n", (percent < 99 ? percent : 99), now
    }' "$log"
}

# Shows the progress until the process $1 ends: a line that moves on a terminal, elsewhere a line
# for every tenth.
tree_watch ()
{
  begun=$(date +%s)
  last=
  while kill -0 "$1" 2>/dev/null; do
    sleep 1
    line=$(tree_progress)
    percent=${line%% *}
    line=$(printf '%3d %%  %3d s  %.50s' "$percent" $(($(date +%s) - begun)) "${line#* }")
    if [ -t 2 ]; then
      printf '\r\033[K%s' "$line" >&2
    elif [ $((percent / 10)) != "$last" ]; then
      last=$((percent / 10))
      say "$line"
    fi
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# Says in one line why unpacking failed.
tree_explain ()
{
  if grep -q 'No space left on device' "$log"; then
    die "the disk of $cache is full (about $tree_megabytes MB are needed); make room and try again"
  elif grep -Eq 'Could not (resolve|connect)|Temporary failure|Unable to connect' "$log" \
    || grep -Eq 'Failed to fetch|Network is unreachable' "$log"; then
    die "Debian's packages could not be fetched; try again with a network (details: $log)"
  fi
  die "the Debian 13 tree was not made; the reason is at the end of $log"
}

# Never crosses into a file system that something left mounted in there.
tree_remove ()
{
  rm -rf --one-file-system -- "$1" 2>>"$log" || say "dev: could not remove all of $1 (see $log)"
}

# Removes unpackings that were cut short, and what nobody has used for a month.
tree_clean ()
{
  for folder in "$cache"/new.*; do
    [ ! -e "$folder" ] || tree_remove "$folder"
  done
  for used in "$cache"/tree-*/etc/machine-id "$cache"/build/*/lock; do
    [ -n "$(find "$used" -mtime +30 2>/dev/null)" ] || continue
    folder=${used%/lock}
    folder=${folder%/etc/machine-id}
    [ -e "$folder/piga/home/.local/share/piga-hatua" ] || tree_remove "$folder"
  done
}

# What is left of an unpacking that failed or was interrupted goes.
tree_give_up ()
{
  result=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$unpacking" ] && kill -KILL "$unpacking" 2>/dev/null; then
    wait "$unpacking" 2>/dev/null || true
    say "dev: interrupted; nothing half-made is kept, so just try again"
  fi
  tree_remove "$new"
  exit "$result"
}

tree_make ()
{
  free=$(df -Pm -- "$cache" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$tree_megabytes" ] \
    || die "the disk of $cache has $free MB free, but about $tree_megabytes MB are needed;" \
      "make room and try again"
  : >"$log"
  tree_tools
  say "This machine's libraries are older than Piga Hatua needs (GTK 4.18, libadwaita 1.7)."
  tree_may_unpack
  say "Unpacking a Debian 13 tree under $cache, once; it takes a minute or two."

  new=$(mktemp -d "$cache/new.XXXXXX")
  chmod 755 "$new"
  unpacking=
  trap tree_give_up EXIT
  trap 'exit 130' INT TERM HUP
  (tree_unpack "$new" 9>&-) >>"$log" 2>&1 &
  unpacking=$!
  tree_watch "$unpacking"
  wait "$unpacking" || tree_explain
  unpacking=
  od -An -N16 -tx1 /dev/urandom | tr -d ' ' >"$new/etc/machine-id"
  sync -f "$new"
  mv -T -- "$new" "$tree"
  trap - EXIT INT TERM HUP
  say "The tree is ready."
}

# Leaves a whole tree in $tree; only one process at a time makes one.
tree_prepare ()
{
  tree=$cache/tree-$(tree_stamp)
  if [ ! -d "$tree" ]; then
    exec 9>"$cache/lock"
    if ! flock -n 9; then
      say "Another “dev” is unpacking the tree; waiting for it."
      flock 9
    fi
    tree_clean
    [ -d "$tree" ] || tree_make
    exec 9>&-
  fi
  touch -- "$tree/etc/machine-id"
}
