"""The one table of a recipe's settings: what each is called everywhere, what it teaches, and which values it takes."""

from dataclasses import dataclass

from core.words import figure, mark, said

Choices = tuple[tuple[str, str], ...]  # value, what the user reads


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a recipe; a number has `limits`, a choice `choices`, a switch `on` and `off`, texts `examples`.

    name : the recipe's field, in JSON and code, too
    label : its title; of a switch, what ticking it does
    on, off : what a run with and without it has
    limits : lowest and highest number; decimals : those that are shown; unit : behind it
    never : what 0, or no text, is called; examples : of a list of texts
    """

    name: str
    label: str
    tip: str
    group: str
    limits: tuple[float, float] | None = None
    choices: Choices = ()
    on: str = ""
    off: str = ""
    decimals: int = 0
    unit: str = ""
    never: str = ""
    examples: tuple[tuple[str, ...], ...] = ()


NETWORK, START = mark("Which network"), mark("Where it starts")
STEPPING, LOOKING = mark("How it steps"), mark("What it looks at")

SETTINGS = (
    Setting(
        "layers",
        mark("Layers"),
        mark("What lies before the last layer: nothing, units that see all pixels, or filters that slide over them."),
        NETWORK,
        examples=(
            (),
            ("dense 128",),
            ("dense 128", "dense 64"),
            ("convolution 16 5x5 step 2", "convolution 32 5x5 step 2", "dense 64"),
        ),
        never=mark("one layer"),
    ),
    Setting(
        "batch_norm",
        mark("Normalise the sums"),
        mark("Brings the sums of hidden layers to mean 0 and spread 1 in every batch: longer steps stay possible."),
        NETWORK,
        on=mark("sums normalised"),
        off=mark("sums as they are"),
    ),
    Setting(
        "dropout",
        mark("Dropout"),
        mark("The share of a dense layer's inputs that each step leaves out, so that none relies on one other."),
        NETWORK,
        limits=(0.0, 0.9),
        decimals=2,
        never=mark("none"),
    ),
    Setting(
        "initial_weights",
        mark("Start weights"),
        mark("The weights before the first step; large random ones must first be unlearned."),
        START,
        choices=(
            ("normal", mark("random, wide")),
            ("zeros", mark("all zero")),
            ("glorot", mark("random, narrow (Glorot)")),
            ("he", mark("random, for ReLUs (He)")),
        ),
    ),
    Setting(
        "seed",
        mark("Seed"),
        mark("The same seed draws the same random numbers: the run can be repeated exactly."),
        START,
        limits=(0, 2**31 - 1),
    ),
    Setting(
        "learning_rate",
        mark("Learning rate"),
        mark("How far each step goes down the slope: too small and it crawls, too large and it leaps across."),
        STEPPING,
        limits=(0.0, 1e6),
        decimals=4,
    ),
    Setting(
        "decay",
        mark("Decay"),
        mark("Long steps first, ever shorter ones later, so that it comes to rest in the valley."),
        STEPPING,
        choices=(("none", mark("none")), ("cosine", mark("down to 0 (cosine)"))),
    ),
    Setting(
        "optimizer",
        mark("Optimizer"),
        mark("Plain steps, steps that keep their momentum, or a step of its own for each weight (Adam)."),
        STEPPING,
        choices=(
            ("gradient descent", mark("gradient descent")),
            ("momentum", mark("momentum 0.9")),
            ("adam", mark("Adam")),
        ),
    ),
    Setting("steps", mark("Steps"), mark("How many batches the run learns from."), STEPPING, limits=(1, 10_000_000)),
    Setting(
        "batch",
        mark("Batch"),
        mark("How many images a step looks at: more make its direction surer, and each step slower."),
        STEPPING,
        limits=(1, 55_000),
        unit=mark(" images"),
    ),
    Setting(
        "shuffle",
        mark("Shuffle the images"),
        mark("A new order of the images in every epoch, so that no batch is ever seen twice the same."),
        STEPPING,
        on=mark("shuffled batches"),
        off=mark("batches in order"),
    ),
    Setting(
        "early_stop",
        mark("Stop early"),
        mark("Ends the run when validation was no better for so many steps, and keeps the best weights."),
        STEPPING,
        limits=(0, 10_000_000),
        unit=mark(" steps no better"),
        never=mark("never"),
    ),
    Setting(
        "deskew",
        mark("Stand digits upright"),
        mark("Shears every digit upright, those it trains on and those you draw, so that slant matters no more."),
        LOOKING,
        on=mark("deskewed images"),
        off=mark("images as they are"),
    ),
    Setting(
        "spread",
        mark("Spread digits evenly"),
        mark("Stretches every digit until its ink is spread alike, so that wide or tall matters no more."),
        LOOKING,
        on=mark("ink spread evenly"),
        off=mark("ink as wide as it is"),
    ),
    Setting(
        "pen_digits",
        mark("Add pen digits"),
        mark("Adds 7,494 digits drawn with a pen by 30 people: they look like yours more than MNIST's do."),
        LOOKING,
        on=mark("pen digits added"),
        off=mark("no pen digits"),
    ),
    Setting(
        "warp",
        mark("Warp the pen digits"),
        mark("Adds each pen digit in several versions: slanted, turned, bent, by thinner and thicker pens."),
        LOOKING,
        on=mark("pen digits warped"),
        off=mark("pen digits as they are"),
    ),
    Setting(
        "practice_digits",
        mark("Add practice digits"),
        mark("Adds the 18,000 practice digits that Digitscope draws itself, in shapes that hands differ in."),
        LOOKING,
        on=mark("practice digits added"),
        off=mark("no practice digits"),
    ),
    Setting(
        "warp_images",
        mark("Warp all images"),
        mark("Slants, turns, stretches, shifts, thickens or blurs every image a little, anew at each step."),
        LOOKING,
        on=mark("images warped anew"),
        off=mark("no image warped"),
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}
LIMITS = {setting.name: setting.limits for setting in SETTINGS if setting.limits is not None}
CHOICES = {setting.name: tuple(value for value, _ in setting.choices) for setting in SETTINGS if setting.choices}


def label_of(name: str) -> str:
    """Return what a setting is called in the user's language; the name itself for what is no setting."""
    return said(BY_NAME[name].label) if name in BY_NAME else name.replace("_", " ")


def value_of(name: str, value: object) -> str:
    """Return a setting's value as the user reads it."""
    setting = BY_NAME[name]
    if setting.choices:
        return said(dict(setting.choices)[str(value)])
    if setting.on:
        return said(setting.on if value else setting.off)
    if setting.never and not value:
        return said(setting.never)
    if isinstance(value, tuple):
        return ", ".join(value)
    return figure(value, ",.10g") + said(setting.unit) if isinstance(value, int | float) else str(value)
