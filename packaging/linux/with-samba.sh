#!/usr/bin/env bash
# with-samba.sh PROGRAM -- provisions a Samba domain controller on a loopback address of its own, without TLS so
# that only Kerberos is a safe way, and has the program sign in.
set -euo pipefail
program=$1
address=127.77.$((RANDOM % 200 + 20)).$((RANDOM % 200 + 20))
folder=$(mktemp -d /tmp/workspace-admin-samba.XXXXXX)
samba=
finish() {
  if [ -n "$samba" ]; then
    kill -- "-$samba" 2>/dev/null || true
    wait "$samba" 2>/dev/null || true
  fi
  # Its servers end a moment later, and write until then.
  for _ in $(seq 50); do
    rm -rf "$folder" 2>/dev/null && return
    sleep 0.1
  done
  echo "left behind: $folder" >&2
}
trap finish EXIT

samba-tool domain provision --realm=CORP.EXAMPLE.TEST --domain=CORP --server-role=dc --host-name=dc1 \
  --dns-backend=SAMBA_INTERNAL --adminpass='Passw0rd!x' --targetdir="$folder" --host-ip="$address" \
  --option="interfaces=lo" --option="bind interfaces only=yes" --option="log file=$folder/log.%m" \
  >"$folder/provision.txt" 2>&1 || { tail -5 "$folder/provision.txt"; exit 1; }
# A controller gives itself this name when it has run for a while.
samba-tool spn add ldap/dc1.corp.example.test 'DC1$' -H "$folder/private/sam.ldb" \
  --configfile="$folder/etc/smb.conf" >>"$folder/provision.txt" 2>&1
mkdir -p "$folder/run" "$folder/ncalrpc"
cat >"$folder/etc/smb.conf" <<CONF
[global]
netbios name = DC1
realm = CORP.EXAMPLE.TEST
workgroup = CORP
server role = active directory domain controller
server services = ldap cldap kdc dns
interfaces = $address/8
bind interfaces only = yes
dns forwarder =
tls enabled = no
private dir = $folder/private
state directory = $folder/state
cache directory = $folder/cache
lock directory = $folder
binddns dir = $folder/bind-dns
pid directory = $folder/run
ncalrpc dir = $folder/ncalrpc
log file = $folder/log.%m
CONF
setsid samba --interactive --debuglevel=1 --configfile="$folder/etc/smb.conf" </dev/null >"$folder/output.txt" 2>&1 &
samba=$!
for port in 88 389 53; do
  for _ in $(seq 300); do (exec 3<>"/dev/tcp/$address/$port") 2>/dev/null && break; sleep 0.1; done
done
printf '%s' 'Passw0rd!x' | "$program" --self-check \
  --directory "corp.example.test,dc1.corp.example.test,$address,administrator" |
  tee "$folder/said.txt"
grep -q '^ok *directory *SIGNED_IN KERBEROS' "$folder/said.txt" || { tail -5 "$folder/output.txt"; exit 1; }
