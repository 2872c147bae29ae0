#!/bin/sh
# Runs a command in a D-Bus session of its own, whose keyring is as KEYRING says: unlocked, locked (with nobody to ask for its
# password) or missing. HOME holds the keyring. usage: KEYRING=… keyring.sh COMMAND ARGS…
set -eu
if [ "${1:-}" != --inside ]; then
  config="$HOME/session.conf"
  # No service is started by the bus: what is not there is missing.
  cat > "$config" <<'C'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
C
  exec dbus-run-session --config-file="$config" -- "$0" --inside "$@"
fi
shift
if [ "$KEYRING" != missing ]; then
  printf 'losen' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  # It goes into the background before it can be asked.
  until dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
    org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Label >/dev/null 2>&1; do sleep 0.05; done
fi
if [ "$KEYRING" = locked ]; then
  dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
fi
exec "$@"
