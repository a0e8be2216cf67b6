# Puts the signing certificate of a secret into the user's store, for a release on a fresh machine:
# WINDOWS_CERTIFICATE is a PFX file in Base64, WINDOWS_CERTIFICATE_PASSWORD its password.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if (-not $env:WINDOWS_CERTIFICATE) {
    Write-Output '-- signing is skipped: the secret WINDOWS_CERTIFICATE is not set'
    exit 0
}
$file = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $password = ConvertTo-SecureString $env:WINDOWS_CERTIFICATE_PASSWORD -AsPlainText -Force
    $certificate = Import-PfxCertificate -FilePath $file -CertStoreLocation Cert:\CurrentUser\My -Password $password
} finally {
    Remove-Item -LiteralPath $file -ErrorAction SilentlyContinue
}
"WINDOWS_SIGN_THUMBPRINT=$($certificate.Thumbprint)" | Out-File -FilePath $env:GITHUB_ENV -Append -Encoding utf8
