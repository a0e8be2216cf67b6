#!/usr/bin/env bash
# with-tls-server.sh FOLDER ROOT PROGRAM -- a TLS server on loopback whose authority only the system's bundle
# knows: the program must refuse it without that bundle, and reach it with it.
set -euo pipefail
folder=$1
root=$2
program=$3
mkdir -p "$folder"
cd "$folder"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Check authority" -keyout ca.key -out ca.pem \
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2>/dev/null
openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr 2>/dev/null
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out server.pem \
  -extfile <(printf 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n') 2>/dev/null
port=$((20000 + RANDOM % 20000))
openssl s_server -accept "$port" -cert server.pem -key server.key -www -quiet >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for _ in $(seq 50); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done

printf '' >none.pem
if SSL_CERT_FILE=$folder/none.pem "$program" --self-check --reach "https://localhost:$port/" >refused.txt; then
  echo "an unknown authority was trusted"
  cat refused.txt
  exit 1
fi
grep '^failed *reach' refused.txt
bundle=$root/etc/ssl/certs/ca-certificates.crt
cat ca.pem >with.pem
[ ! -s "$bundle" ] || cat "$bundle" >>with.pem
SSL_CERT_FILE=$folder/with.pem "$program" --self-check --reach "https://localhost:$port/"
