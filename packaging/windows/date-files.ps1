# Dates every file below the current folder alike: jpackage dates its copies anew, and the AOT cache
# holds for jars of one date only.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$moment = [DateTimeOffset]::FromUnixTimeSeconds([long]$env:SOURCE_DATE_EPOCH).UtcDateTime
foreach ($file in Get-ChildItem -Recurse -File -Force) {
    $readOnly = $file.IsReadOnly
    $file.IsReadOnly = $false
    $file.LastWriteTimeUtc = $moment
    $file.IsReadOnly = $readOnly
}
