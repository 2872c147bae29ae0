@echo off
rem `klarlagt COMMAND ...` of the installed program (Windows): starts its executable, which runs the command without a
rem window. A command opens no page, so there is nothing to sandbox; what Chromium logs is kept out of the answer.
setlocal
"%~dp0..\..\Klarlagt.exe" --no-sandbox --disable-gpu --disable-logging --log-level=3 --klarlagt-cli -- %*
exit /b %ERRORLEVEL%
