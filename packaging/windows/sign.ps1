# sign.ps1 FILE ... -- signs with the certificate whose thumbprint is in WINDOWS_SIGN_THUMBPRINT; the
# certificate is in the user's store, its key there, on a token or in a cloud service. Without the variable
# nothing is signed. WINDOWS_TIMESTAMP_URL may name another time stamp service.
param([Parameter(Mandatory)][string[]]$Files)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if (-not $env:WINDOWS_SIGN_THUMBPRINT) {
    Write-Output '-- signing is skipped: WINDOWS_SIGN_THUMBPRINT is not set'
    exit 0
}
$timestamps = $env:WINDOWS_TIMESTAMP_URL
if (-not $timestamps) { $timestamps = 'http://timestamp.digicert.com' }

$signtool = Get-Command signtool.exe -ErrorAction SilentlyContinue | ForEach-Object Source | Select-Object -First 1
if (-not $signtool) {
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object { [version]$_.Directory.Parent.Name } | Select-Object -Last 1 -ExpandProperty FullName
}
if (-not $signtool) { throw 'signtool.exe is not there: install the Windows SDK' }

foreach ($file in $Files) {
    # jpackage leaves its launchers read-only.
    Set-ItemProperty -LiteralPath $file -Name IsReadOnly -Value $false
    & $signtool sign /sha1 $env:WINDOWS_SIGN_THUMBPRINT /fd SHA256 /tr $timestamps /td SHA256 `
        /d 'Workspace Admin' $file
    if ($LASTEXITCODE -ne 0) { throw "signtool ended with $LASTEXITCODE for $file" }
    & $signtool verify /pa $file
    if ($LASTEXITCODE -ne 0) { throw "the signature of $file does not hold" }
}
