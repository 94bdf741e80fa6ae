# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What building, running and testing need. Sourced by dev, and run in a new tree.

# pkg-config modules with the oldest version that will do, and the Debian package of each.
needs_modules ()
{
  cat <<'END'
glib-2.0 2.84 libglib2.0-dev
gtk4 4.18 libgtk-4-dev
libadwaita-1 1.7 libadwaita-1-dev
json-glib-1.0 1.10 libjson-glib-dev
sqlite3 3.43 libsqlite3-dev
gtksourceview-5 5.16 libgtksourceview-5-dev
libspelling-1 0.4 libspelling-1-dev
END
}

# Programs, and the Debian package of each.
needs_programs ()
{
  cat <<'END'
cc gcc
pkg-config pkgconf
meson meson
ninja ninja-build
clang-format clang-format
blueprint-compiler blueprint-compiler
glib-compile-resources libglib2.0-dev
glib-compile-schemas libglib2.0-dev
gtk4-update-icon-cache gtk-update-icon-cache
msgfmt gettext
itstool itstool
xmllint libxml2-utils
desktop-file-validate desktop-file-utils
appstreamcli appstream
yelp yelp
yelp-check yelp-tools
python3 python3
Xvfb xvfb
xdotool xdotool
import imagemagick
rsvg-convert librsvg2-bin
dbus-run-session dbus-daemon
hunspell hunspell
END
}

# Packages that have no program to look for: fonts, icons, dictionaries, and what the tests drive the
# window with.
needs_data ()
{
  cat <<'END'
libc6-dev
adwaita-icon-theme
at-spi2-core
fonts-dejavu-core
fonts-inter
gir1.2-atspi-2.0
gsettings-desktop-schemas
hunspell-en-us
hunspell-sw
librsvg2-common
locales
python3-gi
python3-pyatspi
tzdata
END
}

# Every Debian package, one a line.
needs_packages ()
{
  {
    needs_modules | cut -d ' ' -f 3
    needs_programs | cut -d ' ' -f 2
    needs_data
  } | sort -u
}

# Prints what this machine lacks, one a line: the Debian package, then the thing itself.
needs_missing ()
{
  needs_programs | while read -r program package; do
    command -v "$program" >/dev/null || printf '%s\n' "$package $program"
  done
  needs_modules | while read -r module version package; do
    pkg-config --atleast-version="$version" "$module" 2>/dev/null \
      || printf '%s\n' "$package $module ≥ $version"
  done
  if [ -e /etc/debian_version ]; then
    needs_data | while read -r package; do
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] \
        || printf '%s\n' "$package $package"
    done
  fi
}

# The same as one line for a person: “gtk4 ≥ 4.18, meson, msgfmt”.
needs_missing_line ()
{
  needs_missing | cut -d ' ' -f 2- | sort -u | sed -n 'H; ${ x; s/^\n//; s/\n/, /g; p; }'
}
