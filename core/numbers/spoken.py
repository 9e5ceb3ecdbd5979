"""Numbers in words, for who hears what is read: "forty-two: four, two"."""

from core.words import mark, said, say

TO_NINETEEN = mark(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = mark("twenty thirty forty fifty sixty seventy eighty ninety")
LONGEST = 3  # digits that are said as one number; longer ones are years, codes and telephones


def spoken(text: str) -> str:
    """Return a number, in one line or several, as it is said: as a whole where it is short, and digit by digit."""
    digits = ", ".join(_in_words(int(each)) for each in text if each.isdecimal())
    is_short = text.isdecimal() and 1 < len(text) <= LONGEST and text[0] != "0"
    return f"{_in_words(int(text))}: {digits}" if is_short else digits


def _in_words(number: int) -> str:
    small = said(TO_NINETEEN).split()
    if number < len(small):
        return small[number]
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        many = say("{count} hundred", count=small[hundreds]) if hundreds > 1 else say("one hundred")
        return say("{hundreds} and {rest}", hundreds=many, rest=_in_words(rest)) if rest else many
    tens, ones = said(TENS).split()[number // 10 - 2], number % 10
    if ones < 2:
        return say("{tens}-one", tens=tens) if ones else tens
    return say("{tens}-{ones}", tens=tens, ones=small[ones])
