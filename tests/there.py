"""Values that may be None by their types, and must not be in a test."""

from typing import TypeVar

Value = TypeVar("Value")


def there(value: Value | None) -> Value:
    """Return a value that is there."""
    assert value is not None
    return value
