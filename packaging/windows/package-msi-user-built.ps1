# Signs the installer.
param([Parameter(Mandatory)][string]$File)
$ErrorActionPreference = 'Stop'

& "$PSScriptRoot\sign.ps1" -Files $File
