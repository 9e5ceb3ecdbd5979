"""The one kind of error whose text is written for the user."""


class UserError(Exception):
    """Something in the user's hands is at fault; its text is the one sentence the user reads."""
