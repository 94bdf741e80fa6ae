# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC1111,SC2154 # real quotes in sentences; top, here, cache and log come from dev
#
# On a machine whose libraries are too old: a Debian 13 tree in the cache, made once, and the way into it.
# Sourced by dev, which sets top, here, cache and log.

tree_suite=trixie
tree_megabytes=2000

# Changes whenever the recipe does, so that a tree of an older recipe is not taken for a new one.
tree_stamp ()
{
  cat "$here/dev-needs.sh" "$here/dev-tree-finish.sh" | cksum | cut -d ' ' -f 1
}

# A folder name for what is built from this checkout, in the place $1.
state_name ()
{
  printf '%s-%s-%s\n' "$(basename -- "$top" | tr -c 'A-Za-z0-9._\n-' '_')" \
    "$(printf '%s' "$top" | cksum | cut -d ' ' -f 1)" "$1"
}

apt_refresh ()
{
  say "Reading the package lists…"
  apt-get update >>"$log" 2>&1
}

apt_install ()
{
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 && return
  { apt_refresh && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; } \
    || die "could not install $*; the reason is at the end of $log"
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
  [ "$(id -u)" = 0 ] || die "please install what is missing, then try again: sudo apt-get install $*"
  say "Installing $*…"
  apt_install "$@"
}

# Runs a command as root of a user namespace, or as the real root, in mount and process namespaces of its
# own where the machine allows it: what is mounted and started in there goes when it ends, however it ends.
tree_isolated ()
{
  if [ "$(id -u)" != 0 ]; then
    set -- unshare --user --map-root-user --map-auto --mount --pid --fork --mount-proc --kill-child -- "$@"
  elif unshare --mount --pid --fork --mount-proc true 2>/dev/null; then
    set -- unshare --mount --pid --fork --mount-proc --kill-child -- "$@"
  fi
  exec setpriv --pdeathsig KILL "$@"
}

tree_unpack ()
{
  # shellcheck disable=SC2016 # mmdebstrap's shell expands the hook
  tree_isolated mmdebstrap --mode=root --verbose --variant=apt --format=directory \
    --include="$(needs_packages | tr '\n' ',')" \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='sh "$PIGA_HERE/dev-tree-finish.sh" "$1"' \
    "$tree_suite" "$1"
}

# One line on how far the unpacking in the log is: per cent, and what is being done.
tree_progress ()
{
  awk '
    / newly installed/ { for (i = 1; i <= NF; i++) if ($i == "newly") total += $(i - 1) }
    /^Get:.*\.|^Get:.* all / { if (total) got++; now = "downloading " $(NF - 4) }
    /^Unpacking / { done++; now = "unpacking " $2 }
    /^Setting up / { done++; now = "setting up " $3 }
    /^I: running apt-get update/ { now = "reading the package lists" }
    /^I: cleaning|^I: running --customize-hook/ { now = "finishing" }
    END {
      sub (/:.*/, "", now)
      if (total > 100)
        percent = (got + done) * 100 / (3 * total)
      printf "%d %s\n", percent, now
    }' "$log"
}

# Shows the progress until the process $1 has ended: a moving line on a terminal, a line now and then elsewhere.
tree_watch ()
{
  begun=$(date +%s) last=-1
  while kill -0 "$1" 2>/dev/null; do
    sleep 1
    line=$(tree_progress)
    percent=${line%% *}
    [ "$percent" -le 99 ] || percent=99
    seconds=$(($(date +%s) - begun))
    if [ -t 2 ]; then
      printf '\r\033[K%3d %%  %3d s  %.50s' "$percent" "$seconds" "${line#* }" >&2
    elif [ $((percent / 10)) != "$last" ]; then
      last=$((percent / 10))
      printf '%3d %%  %3d s  %s\n' "$percent" "$seconds" "${line#* }" >&2
    fi
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# Says in one line why unpacking failed.
tree_explain ()
{
  if grep -q 'No space left on device' "$log"; then
    die "the disk of $cache is full: unpacking needs about $tree_megabytes MB there; make room and try again"
  elif grep -Eq 'Could not resolve|Temporary failure|Could not connect|Unable to connect|Failed to fetch|Network is unreachable' "$log"; then
    die "Debian's packages could not be fetched: is there a network? Try again when there is (details: $log)"
  fi
  die "the Debian 13 tree was not made; the reason is at the end of $log"
}

# Removes unpackings that were cut short, and trees that nobody has used for a month.
tree_clean ()
{
  for folder in "$cache"/new.*; do
    [ ! -e "$folder" ] || tree_remove "$folder"
  done
  for folder in "$cache"/tree-*; do
    if [ -n "$(find "$folder/etc/machine-id" -mtime +30 2>/dev/null)" ] && [ "$folder" != "$tree" ]; then
      [ -d "$folder/piga/home/.local/share/piga-hatua" ] || tree_remove "$folder"
    fi
  done
}

# Never crosses into a file system that something left mounted in there.
tree_remove ()
{
  rm -rf --one-file-system -- "$1" 2>>"$log" || say "dev: could not remove all of $1 (see $log)"
}

# An ordinary user unpacks as the root of a user namespace: says what to ask the machine's owner for, where that fails.
tree_may_unpack ()
{
  ! unshare --user --map-root-user --map-auto true 2>>"$log" || return 0
  name=$(id -un)
  grep -q "^$name:" /etc/subuid 2>/dev/null \
    || die "unpacking needs user ids to give away; please ask for: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $name"
  [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" != 1 ] \
    || die "unpacking needs a user namespace; please ask for: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
  die "unpacking needs a user namespace, which this machine refuses you (see $log); try as root"
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
    || die "the disk of $cache has $free MB free, but unpacking needs about $tree_megabytes MB; make room and try again"
  : >"$log"
  tree_tools
  say "This machine's libraries are older than Piga Hatua needs (GTK 4.18, libadwaita 1.7)."
  [ "$(id -u)" = 0 ] || tree_may_unpack
  say "Unpacking a Debian 13 tree under $cache, once; it takes a minute or two."

  new=$(mktemp -d "$cache/new.XXXXXX")
  chmod 755 "$new"
  export PIGA_HERE="$here"
  unpacking=
  trap 'tree_give_up' EXIT
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
  tree_tools
  touch -- "$tree/etc/machine-id"
}

# The environment that the tree inherits: the person's language, desktop and display, nothing of the toolchain.
tree_environment='HOME|USER|LOGNAME|LANG|LANGUAGE|LC_[A-Z]+|TERM|TZ|TMPDIR|CI|NO_COLOR|(XDG|DBUS|AT_SPI|G|GTK|GDK|GSK|PIGA)_[A-Z0-9_]+|ADW_[A-Z_]+|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY'

# Replaces this process: $@ with only that environment.
tree_exec ()
{
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    TZ=$(readlink -f /etc/localtime)
    TZ=${TZ#*/zoneinfo/}
    export TZ
  fi
  for name in $(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' | grep -Ex "$tree_environment"); do
    eval "set -- \"\$name=\${$name-}\" \"\$@\""
  done
  exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"
}

# Enters the tree by bubblewrap: the machine as it is, but with the tree's /usr, /etc and /var.
tree_enter_bwrap ()
{
  mkdir -p "$PIGA_STATE"
  { cat "$tree/etc/passwd"; [ "$(id -u)" = 0 ] || getent passwd "$(id -u)" || true; } >"$PIGA_STATE/passwd"
  for folder in "${HOME:-$cache}" "$cache" "$top" "$PWD"; do
    case $folder in
      /usr/*|/etc/*|/var/*)
        mkdir -p "$tree$folder" "$folder"
        set -- --bind "$folder" "$folder" "$@"
        ;;
    esac
  done
  tree_exec bwrap --die-with-parent --unshare-pid --dev-bind / / --proc /proc \
    --bind "$tree/usr" /usr --bind "$tree/etc" /etc --bind "$tree/var" /var \
    --ro-bind "$PIGA_STATE/passwd" /etc/passwd "$@"
}

# Enters the tree by chroot, where root may mount nothing: with a copy of the checkout, and a home of its own.
tree_enter_chroot ()
{
  inside=/piga/$(state_name checkout)
  mkdir -p "$tree/piga/home"
  exec 8>"$tree$inside.lock"
  if ! flock -n 8; then
    say "Another “dev” is at work on this checkout; waiting for it."
    flock 8
  fi
  rm -rf -- "${tree:?}$inside"
  mkdir "$tree$inside"
  tar -C "$top" --exclude=./.git -cf - . | tar -C "$tree$inside" -xf -
  PIGA_TOP=$inside PIGA_STATE=/piga/$(state_name build) PIGA_OUTSIDE=$tree HOME=/piga/home
  export PIGA_OUTSIDE
  unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR DISPLAY WAYLAND_DISPLAY TMPDIR
  say "This machine refuses mounts: working on a copy of the checkout, in $tree/piga"
  tree_exec chroot "$tree" "$@"
}

# Runs a verb inside the tree and ends with its result.
tree_run ()
{
  PIGA_TOP=$top PIGA_STATE=$cache/build/$(state_name "$(tree_stamp)")
  export PIGA_TOP PIGA_STATE HOME="${HOME:-$cache/home}"
  if bwrap --unshare-pid --dev-bind / / --proc /proc --bind "$tree/usr" /usr true 2>>"$log"; then
    tree_enter_bwrap sh "$here/dev-inside.sh" "$@"
  elif [ "$(id -u)" = 0 ]; then
    tree_enter_chroot sh "/piga/$(state_name checkout)/build-aux/dev-inside.sh" "$@"
  fi
  die "this machine does not let you enter the tree by bubblewrap (see $log); try as root"
}
