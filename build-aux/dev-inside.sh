# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC1111 # real quotes in sentences
#
# Builds, runs and tests where everything needed is there: on this machine or in the Debian 13 tree.
# From dev: PIGA_TOP (the checkout), PIGA_STATE (the folder to build in), PIGA_OUTSIDE (what to put
# before a path so that it is right outside a chroot), the verb and its arguments.
set -eu

build=$PIGA_STATE/build
outside=${PIGA_OUTSIDE:-}
prefix=$PIGA_STATE/prefix
export PYTHONDONTWRITEBYTECODE=1

say () { printf '%s\n' "$*" >&2; }
die () { say "dev: $*"; exit 1; }

# Kiswahili needs a real locale (any will do), and a bare machine has none: then the cache gets some.
ensure_locale ()
{
  locale -a 2>/dev/null | grep -Eiq '^(en_US|en_GB|sw_KE|sw_TZ)\.utf-?8$' && return
  export LOCPATH="$PIGA_STATE/locale"
  mkdir -p "$LOCPATH"
  for name in en_US sw_KE; do
    [ -d "$LOCPATH/$name.UTF-8" ] || localedef -i "$name" -f UTF-8 "$LOCPATH/$name.UTF-8" \
      || say "dev: the locale $name.UTF-8 could not be made; Kiswahili will not show"
  done
}

# The paths of everything that is installed, which is less than everything: the tests are not.
installed_targets ()
{
  meson introspect --targets "$build" | python3 -c '
import json, os, sys
for target in json.load(sys.stdin):
    if target["installed"]:
        for name in target["filename"]:
            print(os.path.relpath(name, sys.argv[1]), end="\0")
' "$build"
}

# Configures, and builds what is installed, or with “all” everything. The person's language is for the program; the build speaks plain English.
prepare ()
{
  mkdir -p "$PIGA_STATE"
  exec 9>"$PIGA_STATE/lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    say "Another “dev” is building this checkout; waiting for it."
    flock 9
  fi
  if [ ! -e "$build/build.ninja" ]; then
    say "Configuring…"
    LC_ALL=C.UTF-8 meson setup --prefix "$prefix" "$build" "$PIGA_TOP" \
      >"$PIGA_STATE/setup.log" 2>&1 || {
      cat "$PIGA_STATE/setup.log" >&2
      rm -rf -- "$build"
      die "the build could not be configured; the reason is above"
    }
  fi
  if [ "${1:-}" = all ]; then
    LC_ALL=C.UTF-8 ninja -C "$build" >&2 || die "the build failed; the reason is above"
  else
    ninja -C "$build" --quiet build.ninja >&2 || die "the build could not be configured again"
    installed_targets | LC_ALL=C.UTF-8 xargs -0 ninja -C "$build" >&2 \
      || die "the build failed; the reason is above"
  fi
}

install_it ()
{
  LC_ALL=C.UTF-8 meson install -C "$build" --no-rebuild --quiet \
    >"$PIGA_STATE/install.log" 2>&1 || {
    cat "$PIGA_STATE/install.log" >&2
    die "the program could not be installed in $prefix; the reason is above"
  }
  export PATH="$prefix/bin:$PATH"
  export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  export GSETTINGS_SCHEMA_DIR="$prefix/share/glib-2.0/schemas"
}

# A display that answers, or one that looks as if it would.
has_display ()
{
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    case $WAYLAND_DISPLAY in
      /*) [ ! -S "$WAYLAND_DISPLAY" ] || return 0 ;;
      *) [ ! -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] || return 0 ;;
    esac
  fi
  case ${DISPLAY:-} in
    '') return 1 ;;
    :*) number=${DISPLAY#:} && [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
  esac
}

# Starts the program on a screen that nobody sees, and saves what is on it.
draw_window ()
{
  picture=$PIGA_STATE/window.png
  scratch=$(mktemp -d)
  trap 'kill "$screen" 2>/dev/null || true; rm -rf -- "$scratch"' EXIT
  mkfifo "$scratch/number"
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$scratch/number" >"$scratch/xvfb.log" 2>&1 &
  screen=$!
  read -r number <"$scratch/number" || { cat "$scratch/xvfb.log" >&2; die "no screen could be made"; }
  say "There is no display here, so the window is drawn where nobody sees it…"
  rm -f -- "$picture"
  chmod 700 "$scratch"
  export XDG_RUNTIME_DIR="$scratch" DISPLAY=":$number" PICTURE="$picture"
  export GDK_BACKEND=x11 GSK_RENDERER=cairo
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  # shellcheck disable=SC2016 # for the inner shell
  dbus-run-session -- sh -c '
    piga-hatua "$@" &
    program=$!
    window=
    tries=0
    while [ -z "$window" ] && [ "$tries" -lt 60 ] && kill -0 "$program" 2>/dev/null; do
      sleep 0.5
      tries=$((tries + 1))
      window=$(xdotool search --onlyvisible --name . 2>/dev/null | head -n 1)
    done
    [ -z "$window" ] || { sleep 2; import -window "$window" "$PICTURE"; }
    kill "$program" 2>/dev/null
    wait "$program"
  ' sh "$@" >"$scratch/program.log" 2>&1 || true
  if [ ! -s "$picture" ]; then
    cat "$scratch/program.log" >&2
    die "no window appeared within thirty seconds"
  fi
  say "This is how it looks:"
  printf '%s\n' "$outside$picture"
}

run ()
{
  prepare
  install_it
  exec 9>&-
  for argument in "$@"; do
    case $argument in
      --version|--help|--help-*|-h|--export*|--import*) exec piga-hatua "$@" ;;
    esac
  done
  if has_display; then
    exec piga-hatua "$@"
  fi
  draw_window "$@"
}

# The tests' results in one line, from meson's own record of the run.
summary ()
{
  python3 - "$build/meson-logs/testlog.json" <<'END'
import collections, json, sys
results = [json.loads(line)["result"] for line in open(sys.argv[1], encoding="utf-8")]
count = collections.Counter({"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}.get(r, "failed")
                            for r in results)
print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")
END
}

tests ()
{
  if [ "${1:-}" = --long ]; then
    shift
    set -- --setup long --suite long --verbose "$@"
  fi
  prepare all
  failed=0
  rm -f -- "$build/meson-logs/testlog.json"
  meson test -C "$build" --no-rebuild --print-errorlogs "$@" || failed=$?
  [ ! -e "$build/meson-logs/testlog.json" ] || summary
  return "$failed"
}

bench ()
{
  prepare all
  meson test -C "$build" --no-rebuild --benchmark --verbose --num-processes 1 "$@"
}

screens ()
{
  prepare
  install_it
  mkdir -p "$PIGA_STATE/screens"
  "$PIGA_TOP/tests/screens/run" "$PIGA_STATE/screens" "$@"
  say "The pictures are in $outside$PIGA_STATE/screens"
}

verb=$1
shift
ensure_locale
case $verb in
  run) run "$@" ;;
  test) tests "$@" ;;
  bench) bench "$@" ;;
  screens) screens "$@" ;;
esac
