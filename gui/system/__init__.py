"""What the app shares with the computer: screen, clipboard, files, language, faults, memory."""
