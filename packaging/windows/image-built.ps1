# image-built.ps1 IMAGE -- signs the launchers before they go into an installer.
param([Parameter(Mandatory)][string]$Image)
$ErrorActionPreference = 'Stop'

$launchers = @(Get-ChildItem -LiteralPath $Image -Filter *.exe | ForEach-Object FullName)
& "$PSScriptRoot\sign.ps1" -Files $launchers
