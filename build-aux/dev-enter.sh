# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC1111,SC2154 # real quotes in sentences; the rest of dev sets the variables
#
# The way into the Debian 13 tree. Sourced by dev.

# The variables that go along: the person's language, desktop and display, nothing of the toolchain.
enter_variables ()
{
  env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' | grep -E \
    -e '^(HOME|USER|LOGNAME|TERM|TZ|TMPDIR|CI|NO_COLOR)$' \
    -e '^(LANG|LANGUAGE|LC_[A-Z]+)$' \
    -e '^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|ADW_[A-Z_]+)$' \
    -e '^(XDG|DBUS|AT_SPI|G|GTK|GDK|GSK|PIGA)_[A-Z0-9_]+$'
}

# Replaces this process by $@ with only those variables.
enter_exec ()
{
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    TZ=$(readlink -f /etc/localtime)
    export TZ="${TZ#*/zoneinfo/}"
  fi
  for name in $(enter_variables); do
    eval "set -- \"\$name=\${$name}\" \"\$@\""
  done
  exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"
}

# By bubblewrap: the machine as it is, but with the tree's /usr, /etc and /var.
enter_by_bubblewrap ()
{
  mkdir -p "$PIGA_STATE"
  cat "$tree/etc/passwd" >"$PIGA_STATE/passwd"
  [ "$(id -u)" = 0 ] || getent passwd "$(id -u)" >>"$PIGA_STATE/passwd" || true
  for folder in "$HOME" "$cache" "$top" "$PWD"; do
    case $folder in
      /usr/*|/etc/*|/var/*)
        mkdir -p "$tree$folder" "$folder"
        set -- --bind "$folder" "$folder" "$@"
        ;;
    esac
  done
  enter_exec bwrap --die-with-parent --unshare-pid --dev-bind / / --proc /proc \
    --bind "$tree/usr" /usr --bind "$tree/etc" /etc --bind "$tree/var" /var \
    --ro-bind "$PIGA_STATE/passwd" /etc/passwd "$@"
}

# By chroot, where root may mount nothing: with a copy of the checkout, and a home of its own.
enter_by_chroot ()
{
  PIGA_TOP=/piga/$(state_name checkout)
  PIGA_STATE=/piga/$(state_name build)
  mkdir -p "$tree/piga/home"
  exec 8>"$tree$PIGA_TOP.lock"
  if ! flock -n 8; then
    say "Another “dev” is at work on this checkout; waiting for it."
    flock 8
  fi
  say "This machine refuses mounts: working on a copy of the checkout, in $tree/piga"
  rm -rf -- "${tree:?}$PIGA_TOP"
  mkdir "$tree$PIGA_TOP"
  tar -C "$top" --exclude=./.git -cf - . | tar -C "$tree$PIGA_TOP" -xf -
  unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR TMPDIR
  unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS
  export HOME=/piga/home PIGA_OUTSIDE="$tree"
  enter_exec chroot "$tree" sh "$PIGA_TOP/build-aux/dev-inside.sh" "$@"
}

# Runs a verb inside the tree and ends with its result.
tree_run ()
{
  PIGA_STATE=$cache/build/$(state_name "$(tree_stamp)")
  export PIGA_STATE HOME="${HOME:-$cache/home}"
  command -v bwrap >/dev/null || tree_tools
  if bwrap --unshare-pid --dev-bind / / --proc /proc --bind "$tree/usr" /usr true 2>>"$log"; then
    enter_by_bubblewrap sh "$here/dev-inside.sh" "$@"
  elif [ "$(id -u)" = 0 ]; then
    enter_by_chroot "$@"
  fi
  die "bubblewrap is refused here, so the tree cannot be entered (see $log); try as root"
}
