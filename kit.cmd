@echo off
rem What ./kit does on Linux and on a Mac: kit demo builds the example kit, all other words go to presskit.
rem The first run makes .venv from requirements.lock; later runs compare the two and start at once.
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "made_from=%venv%\requirements.lock"
set "PYTHONPATH=%here%"
set "PYTHONUTF8=1"
rem A program or a module that lies in the folder one stands in, which may be a stranger's kit, is not run.
set "NoDefaultCurrentDirectoryInExePath=1"
rem The next command to type is told in these words: those that work in the folder one stands in.
set "PRESSKIT_CALLED_AS=.\kit.cmd"
if /i not "%cd%\"=="%here%" set "PRESSKIT_CALLED_AS="%~f0""

rem A double click brings no words, and its window goes with this file's last line: it stays until a key is pressed.
if not "%~1"=="" goto begin
setlocal enabledelayedexpansion
if "!cmdcmdline:kit.cmd=!"=="!cmdcmdline!" endlocal & goto begin
endlocal
call :begin
set "ended=%errorlevel%"
echo.
if %ended%==2 echo To type one of these: click into the address line at the top of this folder's window, type cmd, press Enter.
pause
exit /b %ended%

:begin
if not exist "%made_from%" goto install
fc /b "%here%requirements.lock" "%made_from%" >nul 2>nul
if not errorlevel 1 goto ready

:install
set "python=py -3"
%python% -I -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto libraries
set "python=python"
%python% -I -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto no_python

:libraries
%python% -I "%here%presskit\libraries.py" >nul 2>nul
if errorlevel 1 goto no_pango

echo kit: installing the Python packages; this takes a minute or two 1>&2
if exist "%venv%" rmdir /s /q "%venv%"
%python% -m venv "%venv%"
if errorlevel 1 goto failed
"%venv%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps --only-binary :all: -r "%here%requirements.lock"
if errorlevel 1 goto failed
copy /y "%here%requirements.lock" "%made_from%" >nul

:ready
if /i "%~1"=="demo" goto demo
"%venv%\Scripts\python.exe" -P -m presskit %*
exit /b %errorlevel%

:demo
"%venv%\Scripts\python.exe" -P -m presskit build "%here%examples\seventh-village" -o "%here%out\example-kit.pdf" --open
exit /b %errorlevel%

:failed
echo kit: the Python packages could not be installed, for the reason above; mend it, then do the same again 1>&2
exit /b 5

:no_python
echo Python is missing on this computer, or is older than 3.11. Install it once: 1>&2
echo   From python.org: in the first window of its installer, tick "Add python.exe to PATH". 1>&2
if exist "C:\msys64\ucrt64\bin\libpango-1.0-0.dll" goto again

:no_pango
echo Pango, which sets the pages, is missing on this computer. Install it once, in this order: 1>&2
echo   1. MSYS2, from msys2.org, into the folder its installer proposes: C:\msys64. 1>&2
echo   2. Open "MSYS2 UCRT64" in the start menu, type the next line, and press Enter twice: 1>&2
echo      pacman -S mingw-w64-ucrt-x86_64-pango 1>&2

:again
echo Then close this window, open a new one, and do the same again. 1>&2
exit /b 5
