"""What the window always has: its actions and menus, bars, sides, tabs and docks."""
