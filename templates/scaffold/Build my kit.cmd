@echo off
rem Double click this file on Windows: it opens the press kit in this folder in a window of your browser.
rem This one stays until you press a key, so that you can read what presskit says.
setlocal
chcp 65001 >nul
pushd "%~dp0"

set "presskit=[presskit]"
if defined presskit if exist "%presskit%" goto build
set "presskit=presskit"
where presskit >nul 2>nul
if not errorlevel 1 goto build

echo presskit is not on this computer, or it was moved.
echo   1. Get presskit's folder again, or ask whoever gave you this kit for it.
echo   2. Open that folder, click into the address line at the top, type cmd, press Enter.
echo   3. Type kit.cmd build and a space, drag this folder into the window, press Enter.
goto end

:build
call "%presskit%" preview . --or-build

:end
echo.
pause
