# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# Last step of unpacking: what packages alone do not give, then a look whether everything is there.
# mmdebstrap runs it with the new tree's path; it fails when the tree is of no use.
set -eu
# shellcheck source-path=SCRIPTDIR

tree=$1

for locale in en_US en_GB sw_KE sw_TZ; do
  chroot "$tree" localedef -i "$locale" -f UTF-8 "$locale.UTF-8"
done

# GNOME's interface font, which Debian has under the name of the family that it was drawn from; a
# desktop's own settings come before it.
cat >"$tree/etc/fonts/local.conf" <<'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <alias binding="same">
    <family>Adwaita Sans</family>
    <prefer><family>Inter</family><family>Inter Variable</family></prefer>
  </alias>
  <alias binding="same">
    <family>Adwaita Mono</family>
    <prefer><family>DejaVu Sans Mono</family></prefer>
  </alias>
</fontconfig>
END
chroot "$tree" fc-cache
mkdir -p "$tree/etc/gtk-4.0"
printf '[Settings]\ngtk-font-name=Adwaita Sans 11\n' >"$tree/etc/gtk-4.0/settings.ini"

# shellcheck source=dev-needs.sh
missing=$(chroot "$tree" sh -c "$(cat "$PIGA_HERE/dev-needs.sh")
needs_missing")
[ -z "$missing" ] || { printf 'missing in the new tree:\n%s\n' "$missing"; exit 1; }

# An ordinary user could not delete what belongs to other ids of the namespace.
find "$tree/etc" "$tree/run" "$tree/usr" "$tree/var" '(' ! -uid 0 -o ! -gid 0 ')' \
  -exec chown -h 0:0 '{}' +
